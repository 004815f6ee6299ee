#include "models/insights/testtranslation.h"

#include "models/query/decimal.h"
#include "models/query/makeexpression.h"

#include <algorithm>
#include <utility>

namespace idscope {

namespace {

using Result = std::expected<ExpressionPtr, ConditionProblem>;

constexpr std::pair<std::string_view, CompareOp> comparisons[] = {
    {"_eq", CompareOp::Equal},         {"_neq", CompareOp::NotEqual}, {"_gt", CompareOp::Greater},
    {"_gte", CompareOp::GreaterEqual}, {"_lt", CompareOp::Less},      {"_lte", CompareOp::LessEqual},
};

/// A value as the language writes it: unquoted true, false and numbers are JSON's own, so the string "3" has quotes.
Literal literalOf(const InsightValue& value) {
    const bool mistakable = value.text == "true" || value.text == "false" || parseDecimal(value.text).has_value();
    return {.text = value.text, .quoted = value.kind == JsonKind::String && mistakable, .span = {}};
}

bool isScalar(const InsightValue& value) {
    return value.kind != JsonKind::Object && value.kind != JsonKind::Array;
}

class TestTranslator {
public:
    TestTranslator(const InsightCondition& test, OperandName operand) : test_(test), operand_(std::move(operand)) {}

    [[nodiscard]] Result translate() const {
        for (const InsightValue& value : test_.values) {
            if (value.secret) return std::unexpected(ConditionProblem::HoldsSecret);
            if (!isScalar(value)) return std::unexpected(ConditionProblem::OddValue);
        }
        if (test_.op == "_in") return oneOf();
        if (test_.op == "_nin") {
            Result in = oneOf();
            return in ? Result(makeExpression(Not{*std::move(in)})) : in;
        }
        const auto comparison =
            std::ranges::find(comparisons, std::string_view(test_.op), &std::pair<std::string_view, CompareOp>::first);
        const bool isLike = test_.op == "_like" || test_.op == "_ilike";
        if (comparison == std::end(comparisons) && !isLike && test_.op != "_is_null")
            return std::unexpected(ConditionProblem::UnknownOperator);
        if (test_.isList) return std::unexpected(ConditionProblem::OddValue);
        if (isLike) return like();
        if (test_.op == "_is_null") return isNull();
        return compare(comparison->second);
    }

private:
    [[nodiscard]] ExpressionPtr state(StateOp state) const {
        return makeExpression(HasState{.operand = operand_, .state = state});
    }

    [[nodiscard]] Result compare(CompareOp op) const {
        const InsightValue& value = test_.values.front();
        if (value.kind == JsonKind::Null) {
            if (op == CompareOp::Equal) return state(StateOp::Empty);
            if (op == CompareOp::NotEqual) return state(StateOp::NotEmpty);
            return std::unexpected(ConditionProblem::NotComparable);
        }
        return makeExpression(Compare{.operand = operand_, .op = op, .value = literalOf(value)});
    }

    [[nodiscard]] Result oneOf() const {
        std::vector<Literal> literals;
        bool orNull = false;
        for (const InsightValue& value : test_.values) {
            if (value.kind == JsonKind::Null)
                orNull = true;
            else
                literals.push_back(literalOf(value));
        }
        if (literals.empty()) {
            if (!orNull) return std::unexpected(ConditionProblem::EmptyList);
            return state(StateOp::Empty);
        }
        ExpressionPtr in =
            literals.size() == 1
                ? makeExpression(Compare{.operand = operand_, .op = CompareOp::Equal, .value = literals.front()})
                : makeExpression(OneOf{.operand = operand_, .values = std::move(literals)});
        return orNull ? makeExpression(Or{{std::move(in), state(StateOp::Empty)}}) : std::move(in);
    }

    [[nodiscard]] Result isNull() const {
        const JsonKind kind = test_.values.front().kind;
        if (kind == JsonKind::True) return state(StateOp::Empty);
        if (kind == JsonKind::False) return state(StateOp::NotEmpty);
        return std::unexpected(ConditionProblem::OddValue);
    }

    /// SQL's pattern: `%` any text, `_` any character, a backslash before either makes it itself.
    [[nodiscard]] Result like() const {
        const InsightValue& value = test_.values.front();
        if (value.kind != JsonKind::String) return std::unexpected(ConditionProblem::OddValue);
        if (test_.op == "_ilike")
            if (ExpressionPtr simple = simpleLike(value.text)) return simple;
        return makeExpression(
            MatchRegex{.operand = operand_,
                       .regex = {.pattern = likePattern(value.text), .ignoreCase = test_.op == "_ilike", .span = {}}});
    }

    /// What ignores case and has blanks to fill at its ends alone, the language says in words.
    [[nodiscard]] ExpressionPtr simpleLike(std::string_view pattern) const {
        const bool open = pattern.starts_with('%');
        const bool goesOn = pattern.size() > 1 && pattern.ends_with('%');
        std::string_view text = pattern;
        if (open) text.remove_prefix(1);
        if (goesOn && !text.empty()) text.remove_suffix(1);
        if (text.empty() || text.find_first_of("%_\\") != std::string_view::npos || (!open && !goesOn)) return nullptr;
        const CompareOp op = !open ? CompareOp::StartsWith : goesOn ? CompareOp::Contains : CompareOp::EndsWith;
        return makeExpression(
            Compare{.operand = operand_, .op = op, .value = {.text = std::string(text), .quoted = false, .span = {}}});
    }

    static std::string likePattern(std::string_view like) {
        constexpr std::string_view special = "\\^$.[]|()?*+{}/";
        std::string pattern = "(?s)\\A";
        for (std::size_t at = 0; at < like.size(); ++at) {
            const char byte = like[at];
            if (byte == '%') {
                pattern += ".*";
            } else if (byte == '_') {
                pattern += '.';
            } else {
                const char meant = byte == '\\' && at + 1 < like.size() ? like[++at] : byte;
                if (special.find(meant) != std::string_view::npos) pattern += '\\';
                pattern += meant;
            }
        }
        return pattern + "\\z";
    }

    const InsightCondition& test_;
    OperandName operand_;
};

} // namespace

Result translatedTest(const InsightCondition& test, FieldFinder& fields, const Table& relations) {
    const auto field = fields.find(test.field);
    if (!field) return std::unexpected(ConditionProblem::NoSuchField);
    auto result = TestTranslator(test, field->name).translate();
    if (!result) return result;
    if (const auto bound = check(relations, *result); !bound)
        return std::unexpected(bound.error().problem == QueryProblem::NotComparable ? ConditionProblem::NotComparable
                                                                                    : ConditionProblem::OddValue);
    return result;
}

} // namespace idscope
