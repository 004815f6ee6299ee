#include "app/commands/fetchsource.h"

#include "app/commands/console.h"
#include "app/credentials/apikey.h"
#include "app/credentials/authorities.h"
#include "app/credentials/profiles.h"
#include "app/credentials/secretstore.h"
#include "app/network/urlpolicy.h"
#include "models/words/words.h"

#include <QCoreApplication>

#include <memory>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

struct FetchWords {
    Q_DECLARE_TR_FUNCTIONS(FetchWords)
};

std::unexpected<CommandResult> wrong(UsageError error) {
    return std::unexpected<CommandResult>(std::unexpected(std::move(error)));
}

UsageError usage(const CommandLine& line, QString sentence) {
    return {.problem = UsageProblem::Other, .expected = std::move(sentence), .command = line.command->name};
}

std::expected<QUrl, UsageError> baseUrl(const CommandLine& line, const std::string& text) {
    auto base = readBase(QString::fromStdString(text));
    if (base) return *base;
    // What is wrong with it may be a password or a token in it: it is not repeated.
    return std::unexpected(UsageError{.problem = UsageProblem::MissingValue,
                                      .argument = "--base-url",
                                      .expected = FetchWords::tr("an address that begins with https:// and holds no "
                                                                 "password, query or fragment (http:// for this "
                                                                 "machine alone)"),
                                      .command = line.command->name});
}

std::expected<Profile, UsageError> profileFor(const CommandLine& line) {
    if (const auto name = line.value(Option::Profile)) {
        const QString wanted = QString::fromStdString(*name);
        if (auto profile = Profiles().named(wanted)) return *std::move(profile);
        return std::unexpected(usage(line, FetchWords::tr("There is no profile “%1”.").arg(wanted)));
    }
    if (auto profile = Profiles().lastUsed()) return *std::move(profile);
    return std::unexpected(UsageError{.problem = UsageProblem::MissingOption,
                                      .expected = u"--sample, --base-url URL, --profile NAME"_s,
                                      .command = line.command->name});
}

} // namespace

std::expected<FetchSource, CommandResult> readFetchSource(const CommandLine& line) {
    FetchSource source;
    if (const auto url = line.value(Option::BaseUrl)) {
        const auto base = baseUrl(line, *url);
        if (!base) return wrong(base.error());
        source.connection.base = *base;
    } else {
        const auto profile = profileFor(line);
        if (!profile) return wrong(profile.error());
        const auto authorities = readAuthorities(profile->authorityFile);
        if (!authorities) {
            complain(words::sentence(authorities.error()));
            return std::unexpected<CommandResult>(exitcode::failed);
        }
        source = {.connection = {.base = profile->base,
                                 .keyId = profile->keyId,
                                 .keySecret = nullptr,
                                 .authorities = *authorities,
                                 .proxy = profile->proxy},
                  .profile = profile->name,
                  .secretName = secretName(*profile)};
    }
    if (auto key = apiKeyFromEnvironment()) {
        source.connection.keyId = key->id;
        source.connection.keySecret = std::make_shared<const Secret>(std::move(key->secret));
    } else if (source.secretName.isEmpty()) {
        return wrong(usage(line, words::sentence(ExportError{.kind = ExportErrorKind::MissingKey})));
    }
    return source;
}

CommandResult endWithoutKey(const CommandLine& line, KeychainFault fault) {
    const QString what = words::sentence(fault);
    if (fault == KeychainFault::Absent || fault == KeychainFault::NoSecret)
        return std::unexpected(usage(line, FetchWords::tr("%1 Set IDSCOPE_API_KEY_ID and IDSCOPE_API_KEY_SECRET, or "
                                                          "give the profile a key.")
                                               .arg(what)));
    complain(
        FetchWords::tr("%1 Unlock it and try again, or set IDSCOPE_API_KEY_ID and IDSCOPE_API_KEY_SECRET.").arg(what));
    return exitcode::failed;
}

} // namespace idscope
