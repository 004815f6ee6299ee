#include "app/commands/fetchplan.h"

#include "app/commands/commandtable.h"
#include "app/commands/outputoptions.h"
#include "models/base/suggest.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace idscope {
namespace {

struct FetchWords {
    Q_DECLARE_TR_FUNCTIONS(FetchWords)
};

constexpr std::string_view everything = "all";

UsageError wrong(const CommandLine& line, QString sentence) {
    return {.problem = UsageProblem::Other, .expected = std::move(sentence), .command = line.command->name};
}

UsageError unknownResource(const CommandLine& line, const std::string& name) {
    std::vector<std::string_view> names{everything};
    for (const Schema* schema : resources())
        names.push_back(schema->key);
    UsageError error = wrong(line, FetchWords::tr("There is no resource “%1”.").arg(QString::fromStdString(name)));
    error.suggestion = closest(name, names);
    return error;
}

/// Values in the order given, each once.
void addOnce(std::vector<std::string>& list, std::string_view value) {
    if (std::ranges::find(list, value) == list.end()) list.emplace_back(value);
}

bool isPerIntegration(const std::string& resource) {
    return schemaByKey(resource, resources())->perIntegration;
}

} // namespace

std::expected<FetchPlan, UsageError> readFetchPlan(const CommandLine& line) {
    FetchPlan plan;
    for (const std::string& name : line.operands) {
        if (name == everything) {
            for (const Schema* schema : resources())
                if (!schema->isExtra) addOnce(plan.resources, schema->key);
            plan.allIntegrations = true;
        } else if (schemaByKey(name, resources())) {
            addOnce(plan.resources, name);
        } else {
            return std::unexpected(unknownResource(line, name));
        }
    }

    if (auto conflict = line.conflict(Option::Integration, Option::AllIntegrations))
        return std::unexpected(*std::move(conflict));
    for (const std::string& id : line.values(Option::Integration)) {
        if (id.empty()) return std::unexpected(wrong(line, FetchWords::tr("The ID after --integration is empty.")));
        addOnce(plan.integrations, id);
    }
    const bool chosen = !plan.integrations.empty() || line.has(Option::AllIntegrations);
    plan.allIntegrations = plan.integrations.empty() && (plan.allIntegrations || chosen);
    if (std::ranges::any_of(plan.resources, isPerIntegration)) {
        if (plan.integrations.empty() && !plan.allIntegrations)
            return std::unexpected(wrong(line, FetchWords::tr("Relations are fetched for an integration: name one or "
                                                              "more with --integration ID, or use "
                                                              "--all-integrations.")));
    } else if (chosen) {
        return std::unexpected(wrong(
            line, FetchWords::tr("An integration is of use for “entity-relations” only, which is not asked for.")));
    }

    const auto out = line.value(Option::Out);
    if (!out || out->empty())
        return std::unexpected(UsageError{.problem = UsageProblem::MissingOption,
                                          .expected = QStringLiteral("--out DIR"),
                                          .command = line.command->name});
    if (auto unusable = unusableOut(line, FetchWords::tr("the name of a folder")))
        return std::unexpected(*std::move(unusable));
    plan.out = QFile::decodeName(out->c_str());

    constexpr std::uint64_t longest = 1'000'000; // a timer counts milliseconds in 31 bits
    const auto deadline = line.number(Option::Deadline, 1800, 1, longest);
    if (!deadline) return std::unexpected(deadline.error());
    const auto retries = line.number(Option::Retries, 4, 0, 1000);
    if (!retries) return std::unexpected(retries.error());
    plan.settings.deadline = std::chrono::seconds(*deadline);
    plan.settings.retries = static_cast<int>(*retries);
    return plan;
}

} // namespace idscope
