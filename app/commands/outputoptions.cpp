#include "app/commands/outputoptions.h"

#include "app/commands/commandtable.h"
#include "app/commands/console.h"
#include "app/commands/interruption.h"
#include "models/words/words.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <unistd.h>

namespace idscope {

namespace {

struct OutputWords {
    Q_DECLARE_TR_FUNCTIONS(QueryWords)
};

} // namespace

UsageError badValue(const CommandLine& line, Option option, QString expected, std::string suggestion) {
    return {.problem = UsageProblem::BadValue,
            .argument = std::string(optionSpec(*line.command, option).name),
            .expected = std::move(expected),
            .found = *line.value(option),
            .suggestion = std::move(suggestion),
            .command = line.command->name};
}

std::expected<PrintFormat, UsageError> readFormat(const CommandLine& line) {
    constexpr auto formats = std::to_array<std::pair<std::string_view, PrintFormat>>(
        {{"csv", PrintFormat::Csv}, {"json", PrintFormat::Json}, {"table", PrintFormat::Table}});
    const auto text = line.value(Option::Format);
    if (line.has(Option::Spreadsheet)) {
        if (!text || *text == "csv") return PrintFormat::Spreadsheet;
        return std::unexpected(*line.conflict(Option::Spreadsheet, Option::Format));
    }
    if (!text) {
        const bool isTerminal = !line.has(Option::Out) && isatty(STDOUT_FILENO) != 0;
        return isTerminal ? PrintFormat::Table : PrintFormat::Csv;
    }
    const auto* found = std::ranges::find(formats, std::string_view(*text), [](const auto& f) { return f.first; });
    if (found != formats.end()) return found->second;
    return std::unexpected(badValue(line, Option::Format, OutputWords::tr("csv, json or table")));
}

std::optional<UsageError> unusableOut(const CommandLine& line, const QString& expected) {
    const auto out = line.value(Option::Out);
    // A name that is no UTF-8 would become that of another file.
    if (!out || (!out->empty() && QFile::encodeName(QFile::decodeName(out->c_str())).toStdString() == *out)) return {};
    return badValue(line, Option::Out, expected.isEmpty() ? OutputWords::tr("the name of a file") : expected);
}

int failed(const QString& sentence) {
    complain(sentence);
    return exitcode::failed;
}

int failed(const Output& output) {
    if (output.error() == EPIPE) return Interruption::exitCode(SIGPIPE);
    const QString reason = QString::fromStdString(std::generic_category().message(output.error()));
    if (output.path().empty()) return failed(OutputWords::tr("Standard output could not be written: %1.").arg(reason));
    return failed(OutputWords::tr("“%1” could not be written: %2.").arg(words::fromUtf8(output.path()), reason));
}

} // namespace idscope
