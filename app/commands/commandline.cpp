#include "app/commands/commandline.h"

#include "app/commands/commandtable.h"
#include "models/base/suggest.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <charconv>
#include <limits>

namespace idscope {

namespace {

struct UsageWords {
    Q_DECLARE_TR_FUNCTIONS(UsageWords)
};

/// The options a command takes, its own first.
std::vector<const OptionSpec*> takenBy(const CommandSpec& command) {
    std::vector<const OptionSpec*> all;
    for (const auto options : {command.options, commonOptions()})
        for (const OptionSpec& option : options)
            all.push_back(&option);
    return all;
}

UsageError unknownOption(const std::string& name, const CommandSpec& command) {
    std::vector<std::string_view> names;
    for (const OptionSpec* option : takenBy(command))
        names.push_back(option->name);
    return {.problem = UsageProblem::UnknownOption,
            .argument = name,
            .suggestion = closest(name, names),
            .command = command.name};
}

/// A word that is no command would be taken for a file: told apart by there being no such file.
std::optional<UsageError> unknownCommand(const CommandLine& line) {
    if (!line.command->name.empty() || line.operands.empty()) return {};
    const std::string& word = line.operands.front();
    if (word.find_first_of("./") != std::string::npos || QFileInfo::exists(QFile::decodeName(word.c_str()))) return {};
    std::vector<std::string_view> names;
    for (const CommandSpec& command : commandTable())
        names.push_back(command.name);
    return UsageError{.problem = UsageProblem::UnknownCommand, .argument = word, .suggestion = closest(word, names)};
}

std::optional<UsageError> wrongOperands(const CommandLine& line) {
    const CommandSpec& command = *line.command;
    if (line.operands.size() < command.leastOperands)
        return UsageError{.problem = UsageProblem::MissingOperand,
                          .argument = std::string(command.name),
                          .expected = QString::fromUtf8(command.operands.data(), qsizetype(command.operands.size())),
                          .command = command.name};
    if (line.operands.size() > command.mostOperands)
        return UsageError{.problem = UsageProblem::UnexpectedOperand,
                          .argument = line.operands[command.mostOperands],
                          .command = command.name};
    return unknownCommand(line);
}

} // namespace

bool CommandLine::has(Option id) const {
    return std::ranges::any_of(options, [&](const auto& option) { return option.first == id; });
}

std::vector<std::string> CommandLine::values(Option id) const {
    std::vector<std::string> found;
    for (const auto& [option, value] : options)
        if (option == id) found.push_back(value);
    return found;
}

std::optional<std::string> CommandLine::value(Option id) const {
    const auto all = values(id);
    return all.empty() ? std::nullopt : std::optional(all.back());
}

std::expected<std::uint64_t, UsageError> CommandLine::number(Option id, std::uint64_t otherwise, std::uint64_t least,
                                                             std::uint64_t most) const {
    const auto text = value(id);
    if (!text) return otherwise;
    std::uint64_t number = 0;
    const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (problem == std::errc{} && end == text->data() + text->size() && number >= least && number <= most)
        return number;
    const bool endless = most == std::numeric_limits<std::uint64_t>::max();
    return std::unexpected(
        UsageError{.problem = UsageProblem::BadValue,
                   .argument = std::string(optionSpec(*command, id).name),
                   .expected = endless ? UsageWords::tr("a whole number of %1 or more").arg(least)
                                       : UsageWords::tr("a whole number from %1 to %2").arg(least).arg(most),
                   .found = *text,
                   .command = command->name});
}

std::optional<UsageError> CommandLine::conflict(Option id, Option other) const {
    if (!has(id) || !has(other)) return {};
    const std::string_view second = optionSpec(*command, other).name;
    return UsageError{.problem = UsageProblem::NotTogether,
                      .argument = std::string(optionSpec(*command, id).name),
                      .expected = QString::fromLatin1(second.data(), qsizetype(second.size())),
                      .command = command->name};
}

std::expected<CommandLine, UsageError> parseCommandLine(const std::vector<std::string>& arguments) {
    CommandLine line{.command = &commandTable().front(), .operands = {}, .options = {}};
    auto next = arguments.begin();
    if (next != arguments.end()) {
        const auto named = std::ranges::find(commandTable(), std::string_view(*next), &CommandSpec::name);
        if (named != commandTable().end() && !named->name.empty()) {
            line.command = &*named;
            ++next;
        }
    }
    const CommandSpec& command = *line.command;
    const auto taken = takenBy(command);
    const auto fail = [&](UsageProblem problem, std::string_view argument, QString expected = {}) {
        return std::unexpected(UsageError{.problem = problem,
                                          .argument = std::string(argument),
                                          .expected = std::move(expected),
                                          .command = command.name});
    };
    for (; next != arguments.end(); ++next) {
        if (*next == "--") {
            line.operands.insert(line.operands.end(), next + 1, arguments.end());
            break;
        }
        if (!next->starts_with('-') || *next == "-") {
            line.operands.push_back(*next);
            continue;
        }
        const std::size_t sign = next->find('=');
        const std::string name = next->substr(0, sign);
        const auto found = std::ranges::find(taken, std::string_view(name == "-h" ? "--help" : name),
                                             [](const OptionSpec* option) { return option->name; });
        if (found == taken.end()) return std::unexpected(unknownOption(name, command));
        const OptionSpec& option = **found;
        if (!option.repeatable && line.has(option.id)) return fail(UsageProblem::GivenTwice, option.name);
        std::string value;
        if (option.value.empty()) {
            if (sign != std::string::npos) return fail(UsageProblem::UnexpectedValue, option.name);
        } else if (sign != std::string::npos) {
            value = next->substr(sign + 1);
        } else if (next + 1 != arguments.end()) {
            value = *++next;
        } else {
            return fail(UsageProblem::MissingValue, option.name,
                        QString::fromLatin1(option.value.data(), qsizetype(option.value.size())));
        }
        line.options.emplace_back(option.id, std::move(value));
        if (option.id == Option::Help || option.id == Option::Version) return line;
    }
    if (auto error = wrongOperands(line)) return std::unexpected(std::move(*error));
    return line;
}

QString sentence(const UsageError& error) {
    const QString argument = QString::fromStdString(error.argument);
    auto text = [&] {
        switch (error.problem) {
        case UsageProblem::UnknownCommand:
            return UsageWords::tr("There is no file and no command “%1”.").arg(argument);
        case UsageProblem::UnknownOption:
            return UsageWords::tr("There is no option “%1” here.").arg(argument);
        case UsageProblem::MissingValue:
            return UsageWords::tr("The option %1 needs a value: %2.").arg(argument, error.expected);
        case UsageProblem::UnexpectedValue:
            return UsageWords::tr("The option %1 takes no value.").arg(argument);
        case UsageProblem::GivenTwice:
            return UsageWords::tr("The option %1 is given twice.").arg(argument);
        case UsageProblem::MissingOperand:
            return UsageWords::tr("“%1” needs more: %2.").arg(argument, error.expected);
        case UsageProblem::UnexpectedOperand:
            return UsageWords::tr("“%1” is one argument too many.").arg(argument);
        case UsageProblem::MissingOption:
            return UsageWords::tr("An option is missing: %1.").arg(error.expected);
        case UsageProblem::NotTogether:
            return UsageWords::tr("The options %1 and %2 exclude each other.").arg(argument, error.expected);
        case UsageProblem::BadValue:
            return UsageWords::tr("The option %1 needs %2, not “%3”.")
                .arg(argument, error.expected, QString::fromStdString(error.found));
        case UsageProblem::Other:
            return error.expected;
        }
        Q_UNREACHABLE();
    }();
    if (error.suggestion.empty()) return text;
    return UsageWords::tr("%1 Did you mean “%2”?").arg(text, QString::fromStdString(error.suggestion));
}

} // namespace idscope
