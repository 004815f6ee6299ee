#include "models/query/predicate.h"
#include "models/query/query.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace idscope {

namespace {

using Mask = std::span<std::uint8_t>;

QueryError cancelled() {
    return {QueryProblem::Cancelled, {}, {}, {}, {}};
}

/// The answers to a question, one per code: 0 or 1.
struct Answers {
    std::vector<std::uint8_t> byCode;
    bool all = true;
    bool none = true;
};

std::expected<Answers, QueryError> ask(const Question& question, const CellTest& test, const Table& table,
                                       const std::stop_token& stop) {
    Answers answers;
    answers.byCode.resize(question.distinct);
    for (std::uint32_t code = 0; code < question.distinct; ++code) {
        if (stop.stop_requested()) return std::unexpected(cancelled());
        const Answer said = test(table.value(question.column, Code{code}));
        if (said == Answer::TooManySteps)
            return std::unexpected(QueryError{QueryProblem::MatchLimit, question.span, {}, {}, {}});
        answers.byCode[code] = said == Answer::Yes ? 1 : 0;
        (said == Answer::Yes ? answers.none : answers.all) = false;
    }
    return answers;
}

std::expected<Answers, QueryError> ask(const Question& question, const ReachTest& test, const Table& table,
                                       const std::stop_token& stop) {
    const std::vector<Code> reached = askReach(test, table, stop);
    if (stop.stop_requested()) return std::unexpected(cancelled());
    Answers answers{.all = reached.size() == question.distinct, .none = reached.empty()};
    answers.byCode.resize(question.distinct);
    for (const Code code : reached)
        answers.byCode[code.value] = 1;
    return answers;
}

/// Asks the questions, as far as the answers to earlier ones leave something open, and maps them over rows.
class Evaluator {
public:
    Evaluator(const Table& table, Predicate predicate, std::stop_token stop)
        : table_(table), predicate_(std::move(predicate)), stop_(std::move(stop)),
          answers_(predicate_.questions.size()) {}

    std::expected<RowList, QueryError> run() {
        if (auto simplified = simplify(predicate_.condition); !simplified)
            return std::unexpected(std::move(simplified.error()));
        RowList rows;
        std::uint32_t first = 0;
        std::vector<std::uint8_t> mask(Block::capacity);
        for (const auto& block : table_.blocks()) {
            if (stop_.stop_requested()) return std::unexpected(cancelled());
            const std::uint32_t count = std::min(block->rows, table_.rowCount() - first);
            const Mask chosen = Mask(mask).first(count);
            evaluate(predicate_.condition, *block, chosen, Join::Set);
            collect(chosen, first, rows);
            first += count;
        }
        return rows;
    }

private:
    enum class Join : unsigned char { Set, And, Or };

    /// Takes out of a condition what holds for all rows or for none. The result is a leaf, a condition with parts that
    /// are all open, or one without parts (all rows, or none).
    std::expected<void, QueryError> simplify(Condition& condition) {
        if (condition.kind == Condition::Kind::Leaf) return simplifyLeaf(condition);
        const bool isAnd = condition.kind == Condition::Kind::And;
        std::vector<Condition> open;
        for (Condition& part : condition.parts) {
            if (auto done = simplify(part); !done) return done;
            if (!isConstant(part)) {
                open.push_back(std::move(part));
            } else if ((part.kind == Condition::Kind::And) != isAnd) {
                condition = Condition{.kind = part.kind}; // one part decides
                return {};
            }
        }
        condition.parts = std::move(open);
        return {};
    }

    std::expected<void, QueryError> simplifyLeaf(Condition& leaf) {
        auto& answers = answers_[leaf.question];
        if (!answers) {
            const Question& question = predicate_.questions[leaf.question];
            auto asked =
                std::visit([&](const auto& test) { return ask(question, test, table_, stop_); }, question.test);
            if (!asked) return std::unexpected(std::move(asked.error()));
            answers = std::move(*asked);
        }
        if (answers->all || answers->none)
            leaf = Condition{.kind = answers->all != leaf.negated ? Condition::Kind::And : Condition::Kind::Or};
        return {};
    }

    static bool isConstant(const Condition& condition) {
        return condition.kind != Condition::Kind::Leaf && condition.parts.empty();
    }

    /// Joins the condition's truth for the rows of a block with what is in the mask.
    void evaluate(const Condition& condition, const Block& block, Mask mask, Join join) const {
        if (condition.kind == Condition::Kind::Leaf) return evaluateLeaf(condition, block, mask, join);
        const Join within = condition.kind == Condition::Kind::And ? Join::And : Join::Or;
        const std::uint8_t neutral = within == Join::And ? 1 : 0;
        if (join != Join::Set && join != within) {
            std::vector<std::uint8_t> own(mask.size(), neutral);
            evaluate(condition, block, own, within);
            return combine(mask, own, join);
        }
        if (join == Join::Set) std::ranges::fill(mask, neutral);
        for (const Condition& part : condition.parts) {
            evaluate(part, block, mask, within);
            if (std::ranges::all_of(mask, [&](std::uint8_t bit) { return bit != neutral; })) return; // decided
        }
    }

    static void combine(Mask mask, std::span<const std::uint8_t> other, Join join) {
        for (std::size_t i = 0; i < mask.size(); ++i)
            mask[i] = join == Join::And ? mask[i] & other[i] : mask[i] | other[i];
    }

    void evaluateLeaf(const Condition& leaf, const Block& block, Mask mask, Join join) const {
        const std::uint8_t* answers = answers_[leaf.question]->byCode.data();
        const std::uint8_t flip = leaf.negated ? 1 : 0;
        std::visit(
            [&](const auto& codes) {
                for (std::size_t i = 0; i < mask.size(); ++i) {
                    const auto truth = static_cast<std::uint8_t>(answers[codes[i]] ^ flip);
                    mask[i] = join == Join::Set ? truth : join == Join::And ? mask[i] & truth : mask[i] | truth;
                }
            },
            block.columns[leaf.column.value]);
    }

    static void collect(std::span<const std::uint8_t> mask, std::uint32_t first, RowList& rows) {
        const std::size_t before = rows.size();
        rows.resize(before + mask.size());
        RowId* next = rows.data() + before;
        for (std::size_t i = 0; i < mask.size(); ++i) {
            *next = RowId{first + static_cast<std::uint32_t>(i)};
            next += mask[i]; // overwritten unless chosen: no branch to mispredict
        }
        rows.resize(static_cast<std::size_t>(next - rows.data()));
    }

    const Table& table_;
    Predicate predicate_;
    std::stop_token stop_;
    std::vector<std::optional<Answers>> answers_;
};

RowList allRows(const Table& table) {
    RowList rows(table.rowCount());
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        rows[row] = RowId{row};
    return rows;
}

} // namespace

std::expected<RowList, QueryError> select(const Table& table, const ExpressionPtr& expression,
                                          const QueryContext& context, std::stop_token stop) {
    if (!expression) return allRows(table);
    auto predicate = bindExpression(*expression, table, context.now);
    if (!predicate) return std::unexpected(std::move(predicate.error()));
    return Evaluator(table, std::move(*predicate), std::move(stop)).run();
}

std::expected<void, QueryError> check(const Table& table, const ExpressionPtr& expression) {
    if (!expression) return {};
    // Whatever the time, an expression can be bound or not.
    if (auto predicate = bindExpression(*expression, table, Instant{}); !predicate)
        return std::unexpected(std::move(predicate.error()));
    return {};
}

} // namespace idscope
