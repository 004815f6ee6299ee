#include "models/query/predicate.h"

#include "models/query/texttests.h"
#include "models/relations/relationgraph.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace idscope {

namespace {

class Binder {
public:
    Binder(const Table& table, Instant now) : table_(table), now_(now) {}

    std::expected<Predicate, QueryError> run(const Expression& expression) {
        auto condition = bind(expression, false);
        if (!condition) return std::unexpected(std::move(condition.error()));
        predicate_.condition = std::move(*condition);
        return std::move(predicate_);
    }

private:
    using Result = std::expected<Condition, QueryError>;

    /// `negated`: the complement of the expression.
    Result bind(const Expression& expression, bool negated) {
        return std::visit([&](const auto& node) { return bind(node, expression.span, negated); }, expression.node);
    }

    Result bind(const Not& no, TextSpan, bool negated) { return bind(*no.inner, !negated); }
    Result bind(const And& all, TextSpan, bool negated) { return bindParts(all.parts, Condition::Kind::And, negated); }
    Result bind(const Or& any, TextSpan, bool negated) { return bindParts(any.parts, Condition::Kind::Or, negated); }

    Result bindParts(const std::vector<ExpressionPtr>& parts, Condition::Kind kind, bool negated) {
        Condition condition{.kind = oneOrAll(kind, negated)};
        for (const ExpressionPtr& part : parts) {
            auto bound = bind(*part, negated);
            if (!bound) return bound;
            condition.parts.push_back(std::move(*bound));
        }
        return condition;
    }

    /// De Morgan: the complement of an Or is the And of complements, and the other way round.
    static Condition::Kind oneOrAll(Condition::Kind kind, bool negated) {
        if (!negated) return kind;
        return kind == Condition::Kind::And ? Condition::Kind::Or : Condition::Kind::And;
    }

    Result bind(const Compare& compare, TextSpan span, bool negated) {
        return leaf(compare.operand, span, negated,
                    [&](const Operand& operand, ColumnType type) { return cellTest(compare, operand, type, now_); });
    }
    Result bind(const OneOf& oneOf, TextSpan span, bool negated) {
        return leaf(oneOf.operand, span, negated,
                    [&](const Operand& operand, ColumnType type) { return cellTest(oneOf, operand, type, now_); });
    }
    Result bind(const MatchRegex& match, TextSpan, bool negated) {
        auto bound = leaf(match.operand, match.regex.span, negated,
                          [&](const Operand& operand, ColumnType type) { return cellTest(match, operand, type); });
        if (bound) predicate_.questions.back().eager = true;
        return bound;
    }
    Result bind(const HasState& has, TextSpan span, bool negated) {
        return leaf(has.operand, span, negated,
                    [&](const Operand& operand, ColumnType type) { return cellTest(has, operand, type); });
    }

    template <class MakeTest>
    Result leaf(const OperandName& name, TextSpan span, bool negated, MakeTest makeTest) {
        const auto operand = bindOperand(name, table_);
        if (!operand) return std::unexpected(operand.error());
        std::expected<CellTest, QueryError> test = makeTest(*operand, table_.column(operand->column).type);
        if (!test) return std::unexpected(std::move(test.error()));
        return ask(operand->column, std::move(*test), span, negated);
    }

    /// A relation lies on a walk from a name when its parent does, on one to a name when its child does. Where one of
    /// the two is empty, there is no relation.
    Result bind(const InReach& reach, TextSpan span, bool negated) {
        const auto columns = relationColumns(table_);
        if (!columns) return std::unexpected(QueryError{QueryProblem::NotRelations, span, {}, {}, {}});
        const bool down = reach.op == ReachOp::ReachableFrom;
        const ColumnId reached = down ? columns->parent : columns->child;
        const ColumnId other = down ? columns->child : columns->parent;
        Condition condition{.kind = oneOrAll(Condition::Kind::And, negated)};
        condition.parts.push_back(ask(reached, ReachTest{reach.op, reach.name.text}, span, negated));
        condition.parts.push_back(
            ask(other, [](std::string_view cell) { return cell.empty() ? Answer::No : Answer::Yes; }, span, negated));
        return condition;
    }

    Condition ask(ColumnId column, std::variant<CellTest, ReachTest> test, TextSpan span, bool negated) {
        const bool eager = std::holds_alternative<ReachTest>(test);
        predicate_.questions.push_back({column, table_.distinct(column), std::move(test), span, eager});
        return {.column = column, .question = predicate_.questions.size() - 1, .negated = negated};
    }

    Result bind(const AnyText& any, TextSpan span, bool negated) {
        return anyColumn(span, negated, searchTest(CompareOp::Contains, any.text.text), false);
    }
    Result bind(const AnyMatch& any, TextSpan span, bool negated) {
        auto test = regexTest(any.regex);
        if (!test) return std::unexpected(std::move(test.error()));
        return anyColumn(span, negated, *test, true);
    }

    /// One question per dictionary and type that its values are read as, whatever the number of columns.
    Condition anyColumn(TextSpan span, bool negated, const CellTest& textQuestion, bool eager) {
        Condition any{.kind = oneOrAll(Condition::Kind::Or, negated)};
        std::vector<Question>& questions = predicate_.questions;
        std::unordered_map<const Dictionary*, std::map<ColumnType, std::size_t>> asked;
        for (std::uint32_t i = 0; i < table_.columnCount(); ++i) {
            const ColumnId column{i};
            const ColumnType type = table_.column(column).type;
            const auto [known, isNew] = asked[&table_.dictionary(column)].try_emplace(type, questions.size());
            if (isNew) questions.push_back({column, 0, cellTest(textQuestion, type), span, eager});
            const std::size_t question = known->second;
            questions[question].distinct = std::max(questions[question].distinct, table_.distinct(column));
            any.parts.push_back({.column = column, .question = question, .negated = negated});
        }
        return any;
    }

    const Table& table_;
    Instant now_;
    Predicate predicate_;
};

} // namespace

std::expected<Predicate, QueryError> bindExpression(const Expression& expression, const Table& table, Instant now) {
    return Binder(table, now).run(expression);
}

} // namespace idscope
