#pragma once

#include <QString>

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace idscope {

enum class Option : std::uint8_t;
struct CommandSpec;

/// What the program tells its caller (`command-line.md`, Exit).
namespace exitcode {
inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int usage = 2;
} // namespace exitcode

enum class UsageProblem : std::uint8_t {
    UnknownCommand,
    UnknownOption,
    MissingValue,    ///< expected: the value's name
    UnexpectedValue, ///< a switch written with `=`
    GivenTwice,
    MissingOperand,    ///< expected: the operand's name
    UnexpectedOperand, ///< one too many
    MissingOption,     ///< expected: which one of several, for people
    NotTogether,       ///< argument and expected exclude each other
    BadValue,          ///< found: the value; expected: what it should be, for people
    Other,             ///< expected: the whole sentence, possibly followed by lines that show the place
};

/// Why a command line can't be carried out. `argument` is the option or operand as written.
struct UsageError {
    UsageProblem problem{};
    std::string argument;
    QString expected{};
    std::string found{};
    std::string suggestion{};
    std::string_view command{}; ///< whose help to point to
};

/// The exit code of a subcommand that ran, or why it could not begin.
using CommandResult = std::expected<int, UsageError>;

/// A command line that was understood. Bytes are as the system gave them.
struct CommandLine {
    const CommandSpec* command = nullptr; ///< never null when made by parseCommandLine
    std::vector<std::string> operands;
    std::vector<std::pair<Option, std::string>> options; ///< in the order written; switches with an empty value

    [[nodiscard]] bool has(Option id) const;
    /// The option's value; the last one of a repeatable option.
    [[nodiscard]] std::optional<std::string> value(Option id) const;
    [[nodiscard]] std::vector<std::string> values(Option id) const;

    /// The option's value as a whole number of `least` … `most`, or `otherwise` when it is not given.
    [[nodiscard]] std::expected<std::uint64_t, UsageError> number(Option id, std::uint64_t otherwise,
                                                                  std::uint64_t least, std::uint64_t most) const;
    /// The error that `id` and `other` exclude each other, when both are given.
    [[nodiscard]] std::optional<UsageError> conflict(Option id, Option other) const;
};

/// Reads the arguments after the program's name. `--option VALUE` and `--option=VALUE` are the same, whatever the value
/// begins with; `--` ends the options; a lone `-` is an operand. `--help` and `--version` end the reading.
std::expected<CommandLine, UsageError> parseCommandLine(const std::vector<std::string>& arguments);

/// What is wrong and what to do, in the user's language.
QString sentence(const UsageError& error);

} // namespace idscope
