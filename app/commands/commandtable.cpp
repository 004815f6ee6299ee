#include "app/commands/commandtable.h"

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

constexpr auto serveSampleOptions = std::to_array<OptionSpec>({
    {Option::Port, "--port", "N",
     QT_TRANSLATE_NOOP("CommandTable", "Listen on this port of 127.0.0.1 (any free one).")},
});

constexpr auto commands = std::to_array<CommandSpec>({
    {.name = {},
     .operands = "[FILE...]",
     .help = QT_TRANSLATE_NOOP("CommandTable", "Open the window, with exported CSV files or on the sample tenant."),
     .options = windowOptions},
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
