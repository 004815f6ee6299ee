#include "models/items/cellreader.h"

#include "models/items/celloddity.h"
#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "models/json/secrets.h"
#include "models/references/resolve.h"
#include "models/relations/brn.h"
#include "models/schema/color.h"
#include "models/words/namewords.h"
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

QVariant CellReader::read(const Table& table, RowId row, const Operand& operand, int place, int role) {
    const ColumnId column = operand.column;
    const Cell cell{.table = table,
                    .row = row,
                    .operand = operand,
                    .place = place,
                    .type = table.column(column).type,
                    .text = table.cell(row, column)};
    if (cell.isPart()) return readPart(cell, role);
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
        if (value(cell).deception) return deceptiveNameFlag;
        return {};
    case FlagTextRole:
        return oddityText(cell);
    case BreakRole:
        return breakPosition(cell);
    case BrnTypeRole:
        if (cell.type != ColumnType::Brn || cell.text.empty()) return {};
        return words::fromUtf8(brnType(cell.text));
    case BrnNameRole:
        if (const auto named = entity(cell)) return words::fromUtf8(named->name);
        return {};
    case ReferenceRole:
        return !cell.text.empty() && referenceOf(table.column(column)) != nullptr;
    case NamedTypeRole:
        return namedType(cell);
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

QVariant CellReader::namedType(const Cell& cell) {
    const Schema* schema = cell.table.schema();
    if (schema == nullptr || schema->naming.name.empty()) return {};
    const ColumnSpec* spec = cell.table.column(cell.operand.column).spec;
    if (spec == nullptr || spec->name != schema->naming.name) return {};
    const auto brn = cell.table.documented(schema->naming.brn);
    return brn ? words::fromUtf8(brnType(cell.table.cell(cell.row, *brn))) : QVariant();
}

QVariant CellReader::readPart(const Cell& cell, int role) {
    const PartValue& part = value(cell).part;
    switch (role) {
    case Qt::DisplayRole: {
        const QString words = note(part);
        return words.isEmpty() ? displayText(part.text).text : words;
    }
    case Qt::AccessibleTextRole: {
        QStringList parts{readPart(cell, Qt::DisplayRole).toString()};
        if (const QString odd = oddityText(cell); !odd.isEmpty()) parts << odd;
        return words::list(parts);
    }
    case Qt::ToolTipRole:
        return partToolTip(cell);
    case FlagRole:
        return value(cell).deception ? QVariant(deceptiveNameFlag) : QVariant();
    case FlagTextRole:
        return oddityText(cell);
    case RawTextRole:
        return words::fromUtf8(operandText(cell.operand, cell.text).value_or(""));
    case MarksRole:
        return QVariant::fromValue(displayText(part.text).marks);
    case LineRole:
        return QVariant::fromValue(line(cell));
    case RowNumberRole:
        return cell.row.value + 1;
    case ColumnTypeRole:
        return static_cast<int>(part.type);
    default:
        return {};
    }
}

QString CellReader::note(const PartValue& part) {
    switch (part.state) {
    case PartValue::State::Value:
        return part.text.empty() ? tr("empty text") : QString();
    case PartValue::State::Missing:
        return {};
    case PartValue::State::Null:
        return QStringLiteral("null");
    case PartValue::State::NotJson:
        return tr("not JSON");
    case PartValue::State::Unread:
        return QStringLiteral("\u2026");
    }
    return {};
}

QString CellReader::partToolTip(const Cell& cell) {
    const PartValue& part = value(cell).part;
    QStringList lines;
    if (!part.text.empty()) lines << displayText(part.text, toolTipLimit).text;
    if (part.more > 0) lines << tr("and %n more values in this cell", nullptr, static_cast<int>(part.more));
    if (part.state == PartValue::State::Unread)
        lines << tr("Of a cell this long the value is not shown here. Sorting, filtering and saving use it.");
    if (const QString odd = oddityText(cell); !odd.isEmpty()) lines << odd;
    return lines.isEmpty() ? QString() : toolTipMarkup(lines.join(u'\n'));
}

CellReader::Value& CellReader::value(const Cell& cell) {
    // A cell that is not interned yet is known by its row.
    const bool interned = cell.row.value < cell.table.rowCount();
    const std::uint64_t number = interned ? cell.table.code(cell.row, cell.operand.column).value : cell.row.value;
    const std::uint64_t key = static_cast<std::uint64_t>(cell.place) << 33U | std::uint64_t{interned} << 32U | number;
    if (const auto known = values_.find(key); known != values_.end()) return known->second;
    if (values_.size() == keptValues) values_.clear();
    Value& made = values_[key];
    if (cell.isPart()) {
        made.part = partValue(cell.operand, cell.text);
        made.deception = deceptionOf(made.part.text);
        return made;
    }
    made.oddity = valueOddity(cell.table, cell.row, cell.operand.column);
    if (cell.type == ColumnType::Json) made.json = shownJson(cell.text);
    if (cell.type == ColumnType::Text || cell.type == ColumnType::Brn) made.deception = deceptionOf(cell.text);
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
    if (cell.isPart()) return value(cell).part.text;
    if (cell.type == ColumnType::Json) return value(cell).json;
    if (cell.type != ColumnType::Brn) return cell.text;
    const auto brn = parseBrn(cell.text);
    return brn ? brn->key : cell.text;
}

std::optional<std::size_t> CellReader::breakByte(const Cell& cell) {
    if (cell.type != ColumnType::Json || cell.isPart()) return std::nullopt;
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
    if (known.line) return known.line;
    if (const QString words = cell.isPart() ? note(known.part) : QString(); !words.isEmpty())
        known.line = std::make_shared<const CellLine>(CellLine{.text = words, .isNote = true});
    else
        known.line = std::make_shared<const CellLine>(cellLine(shown(cell), matches(cell), breakByte(cell)));
    return known.line;
}

std::vector<TextSpan> CellReader::matches(const Cell& cell) {
    if (!matches_ || matches_->isEmpty()) return {};
    const std::string_view visible = shown(cell);
    const ColumnId column = cell.operand.column;
    // Of a BRN only the key is shown, its end.
    std::size_t begin = cell.type == ColumnType::Brn ? cell.text.size() - visible.size() : 0;
    if (cell.isPart()) {
        const auto& part = value(cell).part;
        if (!part.begin) return {};
        begin = *part.begin;
    } else if (cell.type != ColumnType::Brn) {
        return matches_->find(column, visible);
    }
    const std::size_t end = begin + visible.size();
    std::vector<TextSpan> found;
    for (const TextSpan& match :
         matches_->find(column, cell.type == ColumnType::Json ? masked(cell.text) : std::string(cell.text))) {
        const std::size_t from = std::max(match.begin, begin);
        const std::size_t to = std::min(match.end(), end);
        if (to > from) found.push_back({from - begin, to - from});
    }
    return found;
}

void CellReader::setMatches(std::shared_ptr<const TextMatches> matches) {
    matches_ = std::move(matches);
    for (auto& [key, value] : values_)
        value.line.reset();
}

std::optional<Notice> CellReader::oddity(const Cell& cell) {
    if (cell.isPart()) return std::nullopt;
    const auto notice = [&](NoticeKind kind, std::string_view text, std::uint64_t byte) {
        constexpr std::size_t enough = 1024; // for any sentence about it
        return Notice{.kind = kind,
                      .row = cell.row,
                      .column = cell.operand.column,
                      .count = byte,
                      .text = std::string(text.substr(0, enough))};
    };
    if (const auto odd = value(cell).oddity)
        return notice(odd->kind, quotesValue(odd->kind) ? cell.text : std::string_view{}, odd->byte);
    const std::string_view type = contradictedType(cell.table, cell.row, cell.operand.column);
    return type.empty() ? std::nullopt : std::optional(notice(NoticeKind::TypeMismatch, type, 0));
}

QString CellReader::oddityText(const Cell& cell) {
    const auto notice = oddity(cell);
    if (notice) return words::sentence(*notice, cell.table);
    const auto deception = value(cell).deception;
    return deception ? words::sentence(*deception) : QString();
}

std::optional<EntityName> CellReader::entity(const Cell& cell) const {
    return names_ && cell.type == ColumnType::Brn && !cell.isPart() ? names_->find(cell.text) : std::nullopt;
}

QString CellReader::toolTip(const Cell& cell) {
    const std::string_view text = cell.type == ColumnType::Json ? shown(cell) : cell.text;
    QStringList lines;
    if (const auto named = entity(cell)) {
        QStringList facts;
        for (const std::string_view fact : {named->name, named->sourceType, named->app})
            if (!fact.empty()) facts << displayText(fact, nameLimit).text;
        lines << words::list(facts);
    }
    if (!text.empty()) lines << displayText(text, toolTipLimit).text;
    if (const QString odd = oddityText(cell); !odd.isEmpty()) lines << odd;
    return lines.isEmpty() ? QString() : toolTipMarkup(lines.join(u'\n'));
}

QString CellReader::accessibleText(const Cell& cell) {
    QStringList parts;
    if (const auto named = entity(cell)) parts << displayText(named->name, nameLimit).text;
    parts << displayText(shown(cell)).text;
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
