#include "app/commands/commandtable.h"

#include "app/commands/fetch.h"
#include "app/commands/query.h"
#include "app/commands/reach.h"
#include "app/commands/servesample.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace idscope {

namespace {

constexpr auto common = std::to_array<OptionSpec>({
    {Option::Help, "--help", {}, QT_TRANSLATE_NOOP("CommandTable", "Print this help.")},
    {Option::Version, "--version", {}, QT_TRANSLATE_NOOP("CommandTable", "Print the version.")},
});

constexpr auto windowOptions = std::to_array<OptionSpec>({
    {Option::Sample, "--sample", {}, QT_TRANSLATE_NOOP("CommandTable", "Open the sample tenant.")},
});

constexpr auto fetchOptions = std::to_array<OptionSpec>({
    {Option::Out, "--out", "DIR",
     QT_TRANSLATE_NOOP("CommandTable", "Write the files and manifest.json to this folder (required).")},
    {Option::Sample, "--sample", {}, QT_TRANSLATE_NOOP("CommandTable", "Fetch from the sample tenant.")},
    {Option::BaseUrl, "--base-url", "URL",
     QT_TRANSLATE_NOOP("CommandTable", "Fetch from the service at this address.")},
    {Option::Profile, "--profile", "NAME",
     QT_TRANSLATE_NOOP("CommandTable", "Fetch from the service of this profile (the last used one).")},
    {.id = Option::Integration,
     .name = "--integration",
     .value = "ID",
     .help = QT_TRANSLATE_NOOP("CommandTable", "Fetch the relations of this integration; may be repeated."),
     .repeatable = true},
    {Option::AllIntegrations,
     "--all-integrations",
     {},
     QT_TRANSLATE_NOOP("CommandTable", "Fetch the relations of every integration that the service lists.")},
    {Option::Deadline, "--deadline", "SECONDS",
     QT_TRANSLATE_NOOP("CommandTable", "Give an export up when it takes longer (1800).")},
    {Option::Retries, "--retries", "N",
     QT_TRANSLATE_NOOP("CommandTable", "Failed attempts in a row allowed per step (4).")},
});

constexpr auto queryOptions = std::to_array<OptionSpec>({
    {Option::Resource, "--resource", "NAME",
     QT_TRANSLATE_NOOP("CommandTable", "What the files hold (recognised by their header).")},
    {Option::Where, "--where", "EXPR", QT_TRANSLATE_NOOP("CommandTable", "Print only the rows this filter selects.")},
    {Option::Now, "--now", "INSTANT",
     QT_TRANSLATE_NOOP("CommandTable", "What -30d in a filter counts back from (the clock).")},
    {Option::Sort, "--sort", "COLUMN[:desc][,...]", QT_TRANSLATE_NOOP("CommandTable", "Order the rows.")},
    {Option::Columns, "--columns", "A,B", QT_TRANSLATE_NOOP("CommandTable", "Print these columns, in this order.")},
    {Option::Limit, "--limit", "N", QT_TRANSLATE_NOOP("CommandTable", "Print at most so many rows.")},
    {Option::Count, "--count", {}, QT_TRANSLATE_NOOP("CommandTable", "Print only how many rows there are.")},
    {Option::Facet, "--facet", "COLUMN",
     QT_TRANSLATE_NOOP("CommandTable", "Print the column's values and how often each occurs.")},
    {Option::Format, "--format", "csv|json|table",
     QT_TRANSLATE_NOOP("CommandTable", "How to print (table on a terminal, else csv).")},
    {Option::Out, "--out", "FILE",
     QT_TRANSLATE_NOOP("CommandTable", "Write to this file, which is replaced only when all went well.")},
    {Option::Spreadsheet,
     "--spreadsheet",
     {},
     QT_TRANSLATE_NOOP("CommandTable", "CSV for spreadsheets: BOM, CRLF, formulas neutralised.")},
    {Option::RevealSecrets,
     "--reveal-secrets",
     {},
     QT_TRANSLATE_NOOP("CommandTable", "Print secrets instead of dots.")},
    {Option::Timing,
     "--timing",
     {},
     QT_TRANSLATE_NOOP("CommandTable", "Print times and memory as JSON, last on standard error.")},
});

constexpr auto reachOptions = std::to_array<OptionSpec>({
    {Option::From, "--from", "BRN", QT_TRANSLATE_NOOP("CommandTable", "Print what this BRN reaches.")},
    {Option::To, "--to", "BRN",
     QT_TRANSLATE_NOOP("CommandTable", "Print who reaches this BRN; with --from, the shortest paths between the two.")},
    {Option::Limit, "--limit", "N",
     QT_TRANSLATE_NOOP("CommandTable", "Print at most so many BRNs (all), or so many paths (100).")},
    {Option::Format, "--format", "csv|json|table",
     QT_TRANSLATE_NOOP("CommandTable", "How to print (table on a terminal, else csv).")},
    {Option::Out, "--out", "FILE",
     QT_TRANSLATE_NOOP("CommandTable", "Write to this file, which is replaced only when all went well.")},
});

constexpr auto serveSampleOptions = std::to_array<OptionSpec>({
    {Option::Port, "--port", "N",
     QT_TRANSLATE_NOOP("CommandTable", "Listen on this port of 127.0.0.1 (any free one).")},
});

constexpr auto commands = std::to_array<CommandSpec>({
    {.name = {},
     .operands = "[FILE...]",
     .help = QT_TRANSLATE_NOOP("CommandTable", "Open the window, with exported CSV files or on the sample tenant."),
     .options = windowOptions},
    {.name = "fetch",
     .operands = "RESOURCE...",
     .leastOperands = 1,
     .help = QT_TRANSLATE_NOOP("CommandTable", "Fetch exports into CSV files: apps, integrations, entity-relations, "
                                               "entity-rules, labels, or all of these; or entities, the "
                                               "names of BRNs. The key is taken from "
                                               "IDSCOPE_API_KEY_ID and IDSCOPE_API_KEY_SECRET, or the profile's "
                                               "from the system keychain."),
     .options = fetchOptions,
     .run = runFetch},
    {.name = "query",
     .operands = "FILE...",
     .leastOperands = 1,
     .help =
         QT_TRANSLATE_NOOP("CommandTable", "Filter, sort and count exported CSV files of one resource. - stands for "
                                           "standard input."),
     .options = queryOptions,
     .run = runQuery},
    {.name = "reach",
     .operands = "FILE...",
     .leastOperands = 1,
     .help = QT_TRANSLATE_NOOP("CommandTable", "Follow access through exported CSV files of entity relations: what a "
                                               "BRN reaches, who reaches it, or the shortest paths between two. - "
                                               "stands for standard input."),
     .options = reachOptions,
     .run = runReach},
    {.name = "serve-sample",
     .mostOperands = 0,
     .help = QT_TRANSLATE_NOOP("CommandTable", "Serve the sample tenant over HTTP on this machine, until interrupted. "
                                               "Prints the base URL and the keys made for this run."),
     .options = serveSampleOptions,
     .run = runServeSample},
});

} // namespace

std::span<const CommandSpec> commandTable() {
    return commands;
}

std::span<const OptionSpec> commonOptions() {
    return common;
}

const OptionSpec& optionSpec(const CommandSpec& command, Option id) {
    const auto own = std::ranges::find(command.options, id, &OptionSpec::id);
    return own != command.options.end() ? *own : *std::ranges::find(common, id, &OptionSpec::id);
}

} // namespace idscope
