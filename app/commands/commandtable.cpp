#include "app/commands/commandtable.h"

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

constexpr auto commands = std::to_array<CommandSpec>({
    {.name = {},
     .operands = "[FILE...]",
     .help = QT_TRANSLATE_NOOP("CommandTable", "Open the window, with exported CSV files or on the sample tenant."),
     .options = windowOptions},
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
