#include "app/commands/fetch.h"

#include "app/commands/commandtable.h"
#include "app/commands/console.h"
#include "app/commands/fetchrun.h"
#include "app/commands/interruption.h"
#include "app/credentials/apikey.h"
#include "app/credentials/profiles.h"
#include "app/network/urlpolicy.h"
#include "app/sample/sampleservice.h"
#include "models/words/words.h"

#include <QCoreApplication>

#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

struct FetchWords {
    Q_DECLARE_TR_FUNCTIONS(FetchWords)
};

/// The service that is asked.
struct Source {
    Connection connection;
    QString profile;
};

UsageError wrong(const CommandLine& line, QString sentence) {
    return {.problem = UsageProblem::Other, .expected = std::move(sentence), .command = line.command->name};
}

std::expected<QUrl, UsageError> baseUrl(const CommandLine& line, const std::string& text) {
    auto base = readBase(QString::fromStdString(text));
    if (base) return *base;
    return std::unexpected(UsageError{.problem = UsageProblem::BadValue,
                                      .argument = "--base-url",
                                      .expected = FetchWords::tr("an address that begins with https:// and holds no "
                                                                 "password, query or fragment (http:// for this "
                                                                 "machine alone)"),
                                      .found = text,
                                      .command = line.command->name});
}

std::expected<Profile, UsageError> profileFor(const CommandLine& line) {
    if (const auto name = line.value(Option::Profile)) {
        const QString wanted = QString::fromStdString(*name);
        if (auto profile = Profiles().find(wanted)) return *std::move(profile);
        return std::unexpected(wrong(line, FetchWords::tr("There is no profile “%1”.").arg(wanted)));
    }
    if (auto profile = Profiles().lastUsed()) return *std::move(profile);
    return std::unexpected(UsageError{.problem = UsageProblem::MissingOption,
                                      .expected = u"--sample, --base-url URL, --profile NAME"_s,
                                      .command = line.command->name});
}

/// The service that --base-url, --profile or the profile last used names, with the key from the environment.
std::expected<Source, UsageError> realSource(const CommandLine& line) {
    Source source;
    if (const auto url = line.value(Option::BaseUrl)) {
        const auto base = baseUrl(line, *url);
        if (!base) return std::unexpected(base.error());
        source.connection.base = *base;
    } else {
        const auto profile = profileFor(line);
        if (!profile) return std::unexpected(profile.error());
        source = {{profile->base, profile->keyId, nullptr}, profile->name};
    }
    auto key = apiKeyFromEnvironment();
    if (!key) return std::unexpected(wrong(line, words::sentence(ExportError{.kind = ExportErrorKind::MissingKey})));
    source.connection.keyId = key->id;
    source.connection.keySecret = std::make_shared<const Secret>(std::move(key->secret));
    return source;
}

} // namespace

CommandResult runFetch(const CommandLine& line) {
    for (const auto& [one, other] : {std::pair{Option::Sample, Option::BaseUrl},
                                     {Option::Sample, Option::Profile},
                                     {Option::BaseUrl, Option::Profile}})
        if (auto conflict = line.conflict(one, other)) return std::unexpected(*std::move(conflict));
    auto plan = readFetchPlan(line);
    if (!plan) return std::unexpected(plan.error());

    std::atomic<int> signal = 0;
    const Interruption interruption([&](int number) {
        signal = number;
        QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
    });

    std::unique_ptr<SampleService> sample;
    Source source;
    if (line.has(Option::Sample)) {
        sample = std::make_unique<SampleService>(SampleService::Options{});
        if (!sample->start()) {
            complain(sample->error());
            return exitcode::failed;
        }
        source.connection = sample->connection();
    } else {
        auto real = realSource(line);
        if (!real) return std::unexpected(real.error());
        source = *std::move(real);
    }

    FetchRun run(source.connection, *std::move(plan), source.profile);
    if (const auto prepared = run.prepare(); !prepared) {
        complain(sentence(prepared.error()));
        return exitcode::failed;
    }
    QObject::connect(&run, &FetchRun::finished, QCoreApplication::instance(),
                     [](bool allWell) { QCoreApplication::exit(allWell ? exitcode::done : exitcode::failed); });
    run.start();
    const int code = QCoreApplication::exec();
    return signal == 0 ? code : Interruption::exitCode(signal);
}

} // namespace idscope
