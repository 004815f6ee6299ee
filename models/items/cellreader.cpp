#include "models/items/cellreader.h"

#include "models/items/celloddity.h"
#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "models/json/secrets.h"
#include "models/relations/brn.h"
#include "models/words/words.h"

#include <QStringList>

namespace idscope {

namespace {

constexpr std::size_t keptValues = 1024;
constexpr std::size_t keptBytes = std::size_t{4} * displayLimit + 1; ///< one more than displayText() reads
constexpr qsizetype toolTipLimit = 1024;

QString fullText(std::string_view cell, ColumnType type) {
    if (type == ColumnType::Json) return words::fromUtf8(masked(cell));
    return words::fromUtf8(cell);
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
    case FlagRole: {
        const auto notice = oddity(cell);
        return notice ? QVariant(static_cast<int>(notice->kind)) : QVariant();
    }
    case FlagTextRole:
        return oddityText(cell);
    case BreakRole:
        return breakPosition(cell);
    case BrnTypeRole:
        if (cell.type != ColumnType::Brn || cell.text.empty()) return {};
        return words::fromUtf8(brnType(cell.text));
    case RowNumberRole:
        return cell.row.value + 1;
    case ColumnTypeRole:
        return static_cast<int>(cell.type);
    default:
        return {};
    }
}

const CellReader::Json& CellReader::json(const Cell& cell) {
    constexpr unsigned codeBits = 32;
    const std::uint64_t code = cell.table.code(cell.row, cell.column).value;
    const std::uint64_t key = std::uint64_t{cell.column.value} << codeBits | code;
    if (const auto known = json_.find(key); known != json_.end()) return known->second;
    if (json_.size() == keptValues) json_.clear();
    Json& facts = json_[key];
    if (cell.text.size() > longestJson) {
        facts.shown = tr("(%1 of JSON, too long to show here)").arg(words::byteCount(cell.text.size())).toStdString();
        return facts;
    }
    facts.shown = masked(cell.text);
    if (const auto notice = cellOddity(cell.table, cell.row, cell.column)) {
        facts.breakByte = notice->count;
        const auto secrets = secretSpans(cell.text);
        const bool isMasked = !secrets.empty() && *facts.breakByte > secrets.front().begin;
        facts.breakInShown = isMasked ? facts.shown.size() : *facts.breakByte;
    }
    if (facts.shown.size() > keptBytes) {
        facts.shown.resize(keptBytes);
        facts.shown.shrink_to_fit();
    }
    return facts;
}

std::string_view CellReader::shown(const Cell& cell) {
    if (cell.type == ColumnType::Json) return json(cell).shown;
    if (cell.type != ColumnType::Brn) return cell.text;
    const auto brn = parseBrn(cell.text);
    return brn ? brn->key : cell.text;
}

std::optional<Notice> CellReader::oddity(const Cell& cell) {
    if (cell.type != ColumnType::Json) return cellOddity(cell.table, cell.row, cell.column);
    const auto breakByte = json(cell).breakByte;
    if (!breakByte) return std::nullopt;
    return Notice{
        .kind = NoticeKind::BrokenJson, .row = cell.row, .column = cell.column, .count = *breakByte, .text = {}};
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
    if (cell.type != ColumnType::Json) return {};
    const Json& facts = json(cell);
    if (!facts.breakByte) return {};
    return static_cast<int>(displayPosition(facts.shown, facts.breakInShown));
}

} // namespace idscope
