#pragma once

#include "app/commands/commandline.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace idscope {

/// Every option of every subcommand; an option of one name means the same wherever it is taken.
enum class Option : std::uint8_t {
    Help,
    Version,
    Sample,
    BaseUrl,
    Profile,
    Integration,
    AllIntegrations,
    Deadline,
    Retries,
    Out,
    Resource,
    Where,
    Now,
    Sort,
    Columns,
    Limit,
    Count,
    Facet,
    Format,
    Spreadsheet,
    RevealSecrets,
    Timing,
    Port,
    From,
    To,
};

/// One option. `value` names what follows it; empty for a switch. `help` is English, marked for translation in the
/// context "CommandTable".
struct OptionSpec {
    Option id{};
    std::string_view name; ///< with its dashes
    std::string_view value;
    const char* help = nullptr;
    bool repeatable = false;
};

/// One subcommand; the window's own command line is the one without a name. `operands` names what stands beside the
/// options, as printed in the usage line.
struct CommandSpec {
    std::string_view name;
    std::string_view operands;
    std::size_t leastOperands = 0;
    std::size_t mostOperands = std::numeric_limits<std::size_t>::max();
    const char* help = nullptr;
    std::span<const OptionSpec> options;
    CommandResult (*run)(const CommandLine&) = nullptr; ///< null: the window
};

/// Every subcommand, the window's command line first.
std::span<const CommandSpec> commandTable();

/// The options that every command takes.
std::span<const OptionSpec> commonOptions();

/// The option of this id within the command, which must take it.
const OptionSpec& optionSpec(const CommandSpec& command, Option id);

} // namespace idscope
