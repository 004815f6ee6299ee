#include "models/words/phrase.h"
#include "models/words/words.h"

namespace idscope::words {
namespace {

QString fileName(const TableError& error) {
    return error.file == "-" ? Words::tr("Standard input") : fromUtf8(error.file);
}

QString systemWord(const TableError& error) {
    return error.systemError != 0 ? systemCode(error.systemError) : fromUtf8(error.detail);
}

QString noticePlace(const Notice& notice, const Table& table) {
    auto column = notice.column && notice.column->value < table.columnCount()
                      ? quoted(table.column(*notice.column).label)
                      : QString();
    if (!notice.row) return column;
    const auto row = number(std::uint64_t{notice.row->value} + 1);
    return column.isEmpty() ? Words::tr("Row %1").arg(row) : Words::tr("Row %1, %2", "row, column").arg(row, column);
}

QString brokenJson(const Notice& notice, const Table& table) {
    if (!notice.row || !notice.column) return Words::tr("not JSON. The text is shown as it is.");
    const auto cell = table.cell(*notice.row, *notice.column);
    return Words::tr("not JSON: it breaks at character %1. The row is kept and its text shown as it is.")
        .arg(characterNumber(cell, notice.count));
}

QString ragged(const Notice& notice, const QString& consequence) {
    const auto counts = Words::tr("%1 cells where %2 are expected, at byte %3.", nullptr, plural(notice.count));
    return joined(counts.arg(number(notice.count), number(notice.expected), number(notice.byte)), consequence);
}

QString noticeText(const Notice& notice, const Table& table) {
    switch (notice.kind) {
    case NoticeKind::MissingRequiredColumn:
        return Words::tr("the column “%1” is missing, though every export of this kind has it. The rows can still be "
                         "read.")
            .arg(quoted(notice.text));
    case NoticeKind::DuplicateColumn:
        return Words::tr("the column “%1” appears again. Each is shown under its own name.").arg(quoted(notice.text));
    case NoticeKind::OtherSeparator:
        return notice.text == "\t"
                   ? Words::tr(
                         "only one column. Do tabs separate more in this file? Only commas are read as separators.")
                   : Words::tr("only one column. Do semicolons separate more in this file? Only commas are read as "
                               "separators.");
    case NoticeKind::ShortRow:
        return ragged(notice, Words::tr("Missing cells are shown empty."));
    case NoticeKind::LongRow:
        return ragged(notice, Words::tr("The surplus is kept at the end of the row."));
    case NoticeKind::UnclosedQuote:
        return Words::tr("a quote at byte %1 is never closed. All that follows is one cell; the file may be cut off.")
            .arg(number(notice.byte));
    case NoticeKind::TextAfterQuote:
        return Words::tr("text follows a closing quote, at byte %1. It is kept in the cell.").arg(number(notice.byte));
    case NoticeKind::QuoteInPlainCell:
        return Words::tr("a quote inside a cell without quotes, at byte %1. It is kept as it is.")
            .arg(number(notice.byte));
    case NoticeKind::LoneCarriageReturn:
        return Words::tr("a carriage return without line feed, at byte %1. It is kept in the cell.")
            .arg(number(notice.byte));
    case NoticeKind::NulByte:
        return Words::tr("a zero byte, at byte %1. It is kept in the cell.").arg(number(notice.byte));
    case NoticeKind::InvalidUtf8:
        return Words::tr("bytes that are not UTF-8, at byte %1. They are kept, and shown as �.")
            .arg(number(notice.byte));
    case NoticeKind::BrokenJson:
        return brokenJson(notice, table);
    case NoticeKind::OddValue:
        return Words::tr("“%1” is not what this column holds. It is kept as text and sorted last.")
            .arg(quoted(notice.text));
    case NoticeKind::OddBrn:
        return Words::tr("“%1” is no BRN. It is kept as a name.").arg(quoted(notice.text));
    case NoticeKind::TypeMismatch:
        return Words::tr("the entity type differs from the type in the entity's BRN, “%1”. Both are shown as given.")
            .arg(quoted(notice.text));
    case NoticeKind::MissingId:
        return Words::tr("has no ID. It can still be found by its name.");
    }
    Q_UNREACHABLE();
}

QString jsonText(JsonProblem problem) {
    switch (problem) {
    case JsonProblem::UnexpectedEnd:
        return Words::tr("the text ends inside a value.");
    case JsonProblem::UnexpectedByte:
        return Words::tr("a value, comma, colon or bracket is missing.");
    case JsonProblem::BadEscape:
        return Words::tr("no such escape in a string.");
    case JsonProblem::ControlInString:
        return Words::tr("a control character in a string.");
    case JsonProblem::BadNumber:
        return Words::tr("this is no JSON number.");
    case JsonProblem::BadUtf8:
        return Words::tr("these bytes are not UTF-8.");
    case JsonProblem::TooDeep:
        return Words::tr("nested deeper than %1 levels.").arg(number(JsonDocument::maximumDepth));
    case JsonProblem::TrailingText:
        return Words::tr("more text follows the value.");
    }
    Q_UNREACHABLE();
}

QString tableText(const TableError& error) {
    switch (error.kind) {
    case TableErrorKind::CannotOpen:
        return Words::tr("can't be opened: %1. Check the name and the rights.").arg(systemReason(error.systemError));
    case TableErrorKind::CannotRead:
        return Words::tr("can't be read beyond byte %1: %2. Try again, or copy the file to another disk.")
            .arg(number(error.byte), systemReason(error.systemError));
    case TableErrorKind::NoHeader:
        return Words::tr("empty. A table begins with a line of column names: check that the file was saved whole.");
    case TableErrorKind::TooManyRows:
        return Words::tr("too many rows for one table, from byte %1 on. Split the file.").arg(number(error.byte));
    case TableErrorKind::OutOfMemory:
        return Words::tr("not enough memory to load it. Close other tables or programs, then try again.");
    case TableErrorKind::Changed:
        return Words::tr("changed while it was read. Load it again.");
    case TableErrorKind::Incomplete:
        return Words::tr("not complete: nothing came behind byte %1. Fetch it again.").arg(number(error.byte));
    case TableErrorKind::DifferentResource:
        return Words::tr("not the same resource as the other files: its header is “%1”. Open it on its own.")
            .arg(quoted(error.detail));
    case TableErrorKind::Cancelled:
        return Words::tr("loading was cancelled.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentence(const TableError& error) {
    const auto text = placed(fileName(error), tableText(error));
    const bool fromSystem = error.kind == TableErrorKind::CannotOpen || error.kind == TableErrorKind::CannotRead;
    return withCode(text, fromSystem ? systemWord(error) : QString());
}

QString sentence(const Notice& notice, const Table& table) {
    return placed(noticePlace(notice, table), noticeText(notice, table));
}

QString sentence(const JsonError& error, std::string_view cell) {
    return placed(Words::tr("Character %1").arg(characterNumber(cell, error.byte)), jsonText(error.problem));
}

} // namespace idscope::words
