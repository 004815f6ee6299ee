#include "models/items/cellreader.h"

#include "models/items/celloddity.h"
#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "models/json/secrets.h"
#include "models/relations/brn.h"
#include "models/schema/color.h"
#include "models/words/words.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace idscope {

namespace {

constexpr std::size_t keptValues = 4096;
constexpr std::size_t keptBytes = std::size_t{4} * displayLimit + 1; ///< one more than displayText() reads
constexpr qsizetype toolTipLimit = 1024;

QString fullText(std::string_view cell, ColumnType type) {
    if (type == ColumnType::Json) return words::fromUtf8(masked(cell));
    return words::fromUtf8(cell);
}

/// The beginning of a long JSON cell, up to where a secret may be: to know for certain, all of it would have to be
/// read.
std::string_view surelyOpen(std::string_view cell) {
    const std::string_view begin = cell.substr(0, keptBytes);
    return begin.substr(0, std::min(begin.find("\"value\""), begin.find("\\u")));
}

} // namespace

QVariant CellReader::read(const Table& table, RowId row, ColumnId column, int role) {
    const Cell cell{.table = table,
                    .row = row,
                    .column = column,
                    .type = table.column(column).type,
                    .text = table.cell(row, column)};
    switch (role) {
    case Qt::DisplayRole:
        return displayText(shown(cell)).text;
    case Qt::ToolTipRole:
        return toolTip(cell);
    case Qt::AccessibleTextRole:
        return accessibleText(cell);
    case RawTextRole:
        return fullText(cell.text, cell.type);
    case MarksRole:
        return QVariant::fromValue(displayText(shown(cell)).marks);
    case LineRole:
        return QVariant::fromValue(line(cell));
    case FlagRole:
        if (const auto& odd = value(cell).oddity) return static_cast<int>(odd->kind);
        if (!contradictedType(table, row, column).empty()) return static_cast<int>(NoticeKind::TypeMismatch);
        return {};
    case FlagTextRole:
        return oddityText(cell);
    case BreakRole:
        return breakPosition(cell);
    case BrnTypeRole:
        if (cell.type != ColumnType::Brn || cell.text.empty()) return {};
        return words::fromUtf8(brnType(cell.text));
    case SwatchRole:
        if (const auto color = cell.type == ColumnType::Color ? argbOf(cell.text) : std::nullopt) return *color;
        return {};
    case RowNumberRole:
        return cell.row.value + 1;
    case ColumnTypeRole:
        return static_cast<int>(cell.type);
    default:
        return {};
    }
}

CellReader::Value& CellReader::value(const Cell& cell) {
    // A cell that is not interned yet is known by its row.
    const bool interned = cell.row.value < cell.table.rowCount();
    const std::uint64_t number = interned ? cell.table.code(cell.row, cell.column).value : cell.row.value;
    const std::uint64_t key = std::uint64_t{cell.column.value} << 33U | std::uint64_t{interned} << 32U | number;
    if (const auto known = values_.find(key); known != values_.end()) return known->second;
    if (values_.size() == keptValues) values_.clear();
    Value& made = values_[key];
    made.oddity = valueOddity(cell.table, cell.row, cell.column);
    if (cell.type == ColumnType::Json) made.json = shownJson(cell.text);
    return made;
}

std::string CellReader::shownJson(std::string_view cell) {
    if (cell.size() > longestReadJson) return std::string(surelyOpen(cell)) + "\u2026";
    std::string shown = masked(cell);
    if (shown.size() > keptBytes) {
        shown.resize(keptBytes);
        shown.shrink_to_fit();
    }
    return shown;
}

std::string_view CellReader::shown(const Cell& cell) {
    if (cell.type == ColumnType::Json) return value(cell).json;
    if (cell.type != ColumnType::Brn) return cell.text;
    const auto brn = parseBrn(cell.text);
    return brn ? brn->key : cell.text;
}

std::optional<std::size_t> CellReader::breakByte(const Cell& cell) {
    if (cell.type != ColumnType::Json) return std::nullopt;
    const Value& known = value(cell);
    if (!known.oddity) return std::nullopt;
    const auto byte = static_cast<std::size_t>(known.oddity->byte);
    if (cell.text.size() > longestReadJson) return std::min(byte, known.json.size());
    const auto secrets = secretSpans(cell.text);
    const bool isMasked = !secrets.empty() && byte > secrets.front().begin;
    return isMasked ? known.json.size() : byte;
}

CellLinePtr CellReader::line(const Cell& cell) {
    Value& known = value(cell);
    if (!known.line)
        known.line = std::make_shared<const CellLine>(cellLine(shown(cell), matches(cell), breakByte(cell)));
    return known.line;
}

std::vector<TextSpan> CellReader::matches(const Cell& cell) {
    if (!matches_ || matches_->isEmpty()) return {};
    const std::string_view visible = shown(cell);
    if (cell.type != ColumnType::Brn) return matches_->find(cell.column, visible);
    // Of a BRN only the key is shown, its end.
    const std::size_t hidden = cell.text.size() - visible.size();
    std::vector<TextSpan> found;
    for (const TextSpan& match : matches_->find(cell.column, cell.text)) {
        const std::size_t begin = std::max(match.begin, hidden);
        if (match.end() > begin) found.push_back({begin - hidden, match.end() - begin});
    }
    return found;
}

void CellReader::setMatches(std::shared_ptr<const TextMatches> matches) {
    matches_ = std::move(matches);
    for (auto& [key, value] : values_)
        value.line.reset();
}

std::optional<Notice> CellReader::oddity(const Cell& cell) {
    const auto notice = [&](NoticeKind kind, std::string_view text, std::uint64_t byte) {
        constexpr std::size_t enough = 1024; // for any sentence about it
        return Notice{.kind = kind,
                      .row = cell.row,
                      .column = cell.column,
                      .count = byte,
                      .text = std::string(text.substr(0, enough))};
    };
    if (const auto odd = value(cell).oddity)
        return notice(odd->kind, quotesValue(odd->kind) ? cell.text : std::string_view{}, odd->byte);
    const std::string_view type = contradictedType(cell.table, cell.row, cell.column);
    return type.empty() ? std::nullopt : std::optional(notice(NoticeKind::TypeMismatch, type, 0));
}

QString CellReader::oddityText(const Cell& cell) {
    const auto notice = oddity(cell);
    return notice ? words::sentence(*notice, cell.table) : QString();
}

QString CellReader::toolTip(const Cell& cell) {
    const std::string_view text = cell.type == ColumnType::Json ? shown(cell) : cell.text;
    QStringList lines;
    if (!text.empty()) lines << displayText(text, toolTipLimit).text;
    if (const QString odd = oddityText(cell); !odd.isEmpty()) lines << odd;
    return lines.isEmpty() ? QString() : toolTipMarkup(lines.join(u'\n'));
}

QString CellReader::accessibleText(const Cell& cell) {
    QStringList parts{displayText(shown(cell)).text};
    if (cell.type == ColumnType::Brn)
        if (const auto type = brnType(cell.text); !type.empty()) parts << displayText(type).text;
    if (const QString odd = oddityText(cell); !odd.isEmpty()) parts << odd;
    return words::list(parts);
}

QVariant CellReader::breakPosition(const Cell& cell) {
    const auto byte = breakByte(cell);
    if (!byte) return {};
    return static_cast<int>(displayPosition(shown(cell), *byte));
}

} // namespace idscope
