#pragma once

#include "models/base/casefold.h"
#include "models/json/secrets.h"
#include "models/query/decimal.h"
#include "models/query/query.h"
#include "models/relations/brn.h"

#include <QRegularExpression>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace idscope::test {

/// The filter language asked of one row at a time, with nothing prepared or remembered: what select() is held against.
/// Knows expressions that can be bound, and patterns that mean the same to QRegularExpression.
class Naive {
public:
    Naive(const Table& table, Instant now) : table_(table), now_(now) {}

    [[nodiscard]] bool holds(const Expression& expression, RowId row) const {
        return std::visit([&](const auto& node) { return holds(node, row); }, expression.node);
    }

private:
    /// A scalar that a comparison looks at. `kind` is String for cells and parts of BRNs.
    struct Value {
        std::string text;
        JsonKind kind = JsonKind::String;
    };

    bool holds(const Not& no, RowId row) const { return !holds(*no.inner, row); }
    bool holds(const And& all, RowId row) const {
        return std::ranges::all_of(all.parts, [&](const auto& part) { return holds(*part, row); });
    }
    bool holds(const Or& any, RowId row) const {
        return std::ranges::any_of(any.parts, [&](const auto& part) { return holds(*part, row); });
    }
    bool holds(const AnyText& any, RowId row) const {
        return anyCell(row, [&](const std::string& cell) { return contains(cell, any.text.text); });
    }
    bool holds(const AnyMatch& any, RowId row) const {
        return anyCell(row, [&](const std::string& cell) { return matches(cell, any.regex); });
    }
    bool holds(const MatchRegex& match, RowId row) const {
        return anyValue(match.operand, row, [&](const Value& value) { return matches(value.text, match.regex); });
    }
    bool holds(const OneOf& oneOf, RowId row) const {
        return std::ranges::any_of(oneOf.values, [&](const Literal& value) {
            return holds(Compare{oneOf.operand, CompareOp::Equal, value}, row);
        });
    }
    bool holds(const Compare& compare, RowId row) const {
        if (compare.op == CompareOp::NotEqual)
            return !holds(Compare{compare.operand, CompareOp::Equal, compare.value}, row);
        const Operand operand = *bindOperand(compare.operand, table_);
        return anyValue(compare.operand, row, [&](const Value& value) {
            const std::string& literal = compare.value.text;
            switch (compare.op) {
            case CompareOp::Contains:
                return contains(value.text, literal);
            case CompareOp::StartsWith:
                return foldedCase(value.text).starts_with(foldedCase(literal));
            case CompareOp::EndsWith:
                return foldedCase(value.text).ends_with(foldedCase(literal));
            case CompareOp::Equal:
                return operand.kind == Operand::Kind::Path ? equalJson(value, compare.value)
                                                           : equalCell(operand, value, literal);
            default:
                return ordered(operand, value, compare);
            }
        });
    }
    bool holds(const HasState& has, RowId row) const {
        const Operand operand = *bindOperand(has.operand, table_);
        const ColumnType type = table_.column(operand.column).type;
        const std::string_view cell = table_.cell(row, operand.column);
        if (has.state == StateOp::Invalid) return isInvalid(type, cell);
        bool empty = cell.empty() || (type == ColumnType::Json && cell == "null");
        if (operand.kind == Operand::Kind::Path) {
            const JsonDocument document(cell);
            empty = std::ranges::all_of(resolve(document, operand.path), [&](std::uint32_t node) {
                return document.nodes()[node].kind == JsonKind::Null &&
                       !isSecret(secretSpans(document), document.nodes()[node]);
            });
        } else if (operand.kind != Operand::Kind::Cell) {
            empty = values(operand, row).empty();
        }
        return empty == (has.state == StateOp::Empty);
    }

    bool holds(const InReach& reach, RowId row) const {
        const bool down = reach.op == ReachOp::ReachableFrom;
        const ColumnId near = *table_.find(down ? "Parent Entity BRN" : "Entity BRN");
        const ColumnId far = *table_.find(down ? "Entity BRN" : "Parent Entity BRN");
        std::set<std::string_view> reached{reach.name.text};
        for (std::size_t before = 0; before < reached.size();) {
            before = reached.size();
            for (std::uint32_t i = 0; i < table_.rowCount(); ++i)
                if (isRelation(RowId{i}, near, far) && reached.contains(table_.cell(RowId{i}, near)))
                    reached.insert(table_.cell(RowId{i}, far));
        }
        return isRelation(row, near, far) && reached.contains(table_.cell(row, near));
    }
    [[nodiscard]] bool isRelation(RowId row, ColumnId near, ColumnId far) const {
        return !table_.cell(row, near).empty() && !table_.cell(row, far).empty();
    }

    template <class Question>
    bool anyCell(RowId row, Question question) const {
        for (std::uint32_t i = 0; i < table_.columnCount(); ++i) {
            const auto found = values(Operand{ColumnId{i}, Operand::Kind::Cell, {}}, row);
            if (!found.empty() && question(found.front().text)) return true;
        }
        return false;
    }

    template <class Question>
    bool anyValue(const OperandName& name, RowId row, Question question) const {
        return std::ranges::any_of(values(*bindOperand(name, table_), row), question);
    }

    [[nodiscard]] std::vector<Value> values(const Operand& operand, RowId row) const {
        const std::string_view cell = table_.cell(row, operand.column);
        std::vector<Value> found;
        if (operand.kind == Operand::Kind::Cell) {
            const bool json = table_.column(operand.column).type == ColumnType::Json;
            if (!cell.empty()) found.push_back({json ? unmatchable(cell) : std::string(cell)});
        } else if (operand.kind == Operand::Kind::Path) {
            const JsonDocument document(cell);
            for (const std::uint32_t index : resolve(document, operand.path)) {
                const JsonNode& node = document.nodes()[index];
                const bool scalar = node.kind != JsonKind::Object && node.kind != JsonKind::Array &&
                                    node.kind != JsonKind::Null && !isSecret(secretSpans(document), node);
                if (scalar) found.push_back({document.scalar(node), node.kind});
            }
        } else if (const auto brn = parseBrn(cell)) {
            const auto part = operand.kind == Operand::Kind::BrnTenant ? brn->tenant
                              : operand.kind == Operand::Kind::BrnType ? brn->type
                                                                       : brn->key;
            found.push_back({std::string(part)});
        }
        return found;
    }

    static bool contains(const std::string& text, const std::string& needle) {
        return foldedCase(text).contains(foldedCase(needle));
    }

    static bool matches(const std::string& text, const Regex& regex) {
        QRegularExpression expression(QString::fromStdString(regex.pattern),
                                      QRegularExpression::UseUnicodePropertiesOption);
        if (regex.ignoreCase)
            expression.setPatternOptions(expression.patternOptions() | QRegularExpression::CaseInsensitiveOption);
        // A masked secret matches nothing: what stands before it and behind it is searched by itself.
        const QByteArrayList pieces = QByteArray::fromStdString(text).split('\xFF');
        return std::ranges::any_of(pieces, [&](const QByteArray& piece) {
            return !(piece.isEmpty() && pieces.size() > 1) && expression.match(QString::fromUtf8(piece)).hasMatch();
        });
    }

    [[nodiscard]] std::optional<Instant> instant(const std::string& literal) const {
        const auto absolute = parseInstant(literal);
        return absolute ? absolute : parseRelativeInstant(literal, now_);
    }

    [[nodiscard]] bool equalCell(const Operand& operand, const Value& value, const std::string& literal) const {
        const bool instants = operand.kind == Operand::Kind::Cell &&
                              table_.column(operand.column).type == ColumnType::Instant && instant(literal);
        return instants ? parseInstant(value.text) == instant(literal) : value.text == literal;
    }

    static bool equalJson(const Value& value, const Literal& literal) {
        if (!literal.quoted && literal.text == "true") return value.kind == JsonKind::True;
        if (!literal.quoted && literal.text == "false") return value.kind == JsonKind::False;
        if (!literal.quoted && parseDecimal(literal.text))
            return value.kind == JsonKind::Number && parseDecimal(value.text) == parseDecimal(literal.text);
        return value.kind == JsonKind::String && value.text == literal.text;
    }

    [[nodiscard]] bool ordered(const Operand& operand, const Value& value, const Compare& compare) const {
        const bool path = operand.kind == Operand::Kind::Path;
        const bool instants =
            operand.kind == Operand::Kind::Cell && table_.column(operand.column).type == ColumnType::Instant;
        if (const auto limit = parseDecimal(compare.value.text); limit && !instants) {
            const auto number = path && value.kind != JsonKind::Number ? std::nullopt : parseDecimal(value.text);
            return number && before(*number, *limit, compare.op);
        }
        const auto found = path && value.kind != JsonKind::String ? std::nullopt : parseInstant(value.text);
        return found && before(*found, *instant(compare.value.text), compare.op);
    }

    template <class T>
    static bool before(const T& left, const T& right, CompareOp op) {
        switch (op) {
        case CompareOp::Less:
            return left < right;
        case CompareOp::LessEqual:
            return left <= right;
        case CompareOp::Greater:
            return left > right;
        default:
            return left >= right;
        }
    }

    const Table& table_;
    Instant now_;
};

} // namespace idscope::test
