#include "models/base/parallel.h"
#include "models/query/fewcodes.h"
#include "models/query/predicate.h"
#include "models/query/query.h"
#include "models/query/selection.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>

namespace idscope {

namespace {

constexpr std::uint32_t wordBits = RowBits::wordBits;
static_assert(Block::capacity % wordBits == 0, "no two blocks share a word");
constexpr std::size_t blockWords = Block::capacity / wordBits;

using Words = std::span<std::uint64_t>;
using BlockBits = std::array<std::uint64_t, blockWords>;

QueryError cancelled() {
    return {QueryProblem::Cancelled, {}, {}, {}, {}};
}

/// The answers to a question, by code.
struct Answers {
    static constexpr std::uint8_t no = 0;
    static constexpr std::uint8_t yes = 1;
    static constexpr std::uint8_t notAsked = 2;
    std::vector<std::uint8_t> byCode;
    bool all = true;
    bool none = true;
};

/// Asks the questions, as far as the answers to earlier ones leave something open, and maps them over rows. Where few
/// rows are open at all, only what stands in them is asked about.
class Evaluator {
public:
    Evaluator(const Table& table, Predicate predicate, const std::stop_token& stop)
        : table_(table), predicate_(std::move(predicate)), stop_(stop), answers_(predicate_.questions.size()) {}

    /// Leaves of `rows`, which are open, those that the predicate selects.
    std::expected<void, QueryError> narrow(RowBits& rows) {
        const std::uint32_t open = rows.count();
        asksAsNeeded_ = open < table_.rowCount() / 16 && std::ranges::none_of(predicate_.questions, &Question::eager);
        if (auto simplified = simplify(predicate_.condition); !simplified) return simplified;
        std::atomic<std::size_t> next = 0;
        const auto work = [&] {
            for (std::size_t block = next++; block < table_.blocks().size() && !stop_.stop_requested(); block = next++)
                narrowBlock(*table_.blocks()[block], wordsOf(rows, block));
        };
        constexpr std::uint32_t fewRows = 32 * Block::capacity; // for which a thread would cost more than it brings
        onThreads(asksAsNeeded_ || open < fewRows ? 1 : 2, work);
        if (stop_.stop_requested()) return std::unexpected(cancelled());
        return {};
    }

private:
    std::expected<void, QueryError> ask(const Question& question, const CellTest& test, Answers& answers) const {
        answers.byCode.resize(question.distinct);
        for (std::uint32_t code = 0; code < question.distinct; ++code) {
            if (stop_.stop_requested()) return std::unexpected(cancelled());
            const Answer said = test(table_.value(question.column, Code{code}));
            if (said == Answer::TooManySteps)
                return std::unexpected(QueryError{QueryProblem::MatchLimit, question.span, {}, {}, {}});
            answers.byCode[code] = said == Answer::Yes ? Answers::yes : Answers::no;
            (said == Answer::Yes ? answers.none : answers.all) = false;
        }
        return {};
    }

    std::expected<void, QueryError> ask(const Question& question, const ReachTest& test, Answers& answers) const {
        const std::vector<Code> reached = askReach(test, table_, stop_);
        if (stop_.stop_requested()) return std::unexpected(cancelled());
        answers.all = reached.size() == question.distinct;
        answers.none = reached.empty();
        answers.byCode.resize(question.distinct);
        for (const Code code : reached)
            answers.byCode[code.value] = Answers::yes;
        return {};
    }

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
        const Question& question = predicate_.questions[leaf.question];
        auto& answers = answers_[leaf.question];
        if (asksAsNeeded_) {
            if (!answers) answers = Answers{std::vector<std::uint8_t>(question.distinct, Answers::notAsked)};
            return {};
        }
        if (!answers) {
            Answers& said = answers.emplace();
            auto asked = std::visit([&](const auto& test) { return ask(question, test, said); }, question.test);
            if (!asked) return asked;
        }
        if (answers->all || answers->none)
            leaf = Condition{.kind = answers->all != leaf.negated ? Condition::Kind::And : Condition::Kind::Or};
        return {};
    }

    static bool isConstant(const Condition& condition) {
        return condition.kind != Condition::Kind::Leaf && condition.parts.empty();
    }

    static Words wordsOf(RowBits& rows, std::size_t block) {
        const Words behind = rows.words().subspan(block * blockWords);
        return behind.first(std::min(behind.size(), blockWords));
    }

    void narrowBlock(const Block& block, Words open) {
        if (std::ranges::all_of(open, [](std::uint64_t word) { return word == 0; })) return;
        keep(predicate_.condition, block, open);
    }

    /// Keeps of the open rows those that meet the condition.
    void keep(const Condition& condition, const Block& block, Words open) {
        switch (condition.kind) {
        case Condition::Kind::Leaf:
            return std::visit([&](const auto& codes) { keepLeaf(condition, codes.data(), block.rows, open); },
                              block.columns[condition.column.value]);
        case Condition::Kind::And:
            for (const Condition& part : condition.parts)
                keep(part, block, open);
            return;
        case Condition::Kind::Or:
            return keepAny(condition, block, open);
        }
    }

    void keepAny(const Condition& any, const Block& block, Words open) {
        BlockBits undecided;
        BlockBits found;
        std::ranges::copy(open, undecided.begin());
        std::ranges::fill(open, 0);
        for (const Condition& part : any.parts) {
            const Words some = Words(found).first(open.size());
            std::ranges::copy(Words(undecided).first(open.size()), some.begin());
            keep(part, block, some);
            std::uint64_t left = 0;
            for (std::size_t i = 0; i < open.size(); ++i) {
                open[i] |= found[i];
                undecided[i] &= ~found[i];
                left |= undecided[i];
            }
            if (left == 0) return;
        }
    }

    template <class Narrow>
    void keepLeaf(const Condition& leaf, const Narrow* codes, std::uint32_t rows, Words open) {
        constexpr int fewBits = 8;
        if constexpr (std::is_same_v<Narrow, std::uint8_t>)
            if (!asksAsNeeded_)
                if (const auto few = FewCodes::of(answers_[leaf.question]->byCode, leaf.negated))
                    return few->keep(codes, rows, open);
        std::uint8_t* const answers = answers_[leaf.question]->byCode.data();
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (open[i] == 0) continue;
            const Narrow* const first = codes + i * wordBits;
            if (asksAsNeeded_) askAbout(predicate_.questions[leaf.question], first, open[i], answers);
            std::uint64_t truths = 0;
            if (asksAsNeeded_ || std::popcount(open[i]) <= fewBits || (i + 1) * wordBits > rows) {
                for (std::uint64_t left = open[i]; left != 0; left &= left - 1)
                    truths |= std::uint64_t{answers[first[std::countr_zero(left)]]} << std::countr_zero(left);
            } else {
                for (std::uint32_t bit = 0; bit < wordBits; ++bit)
                    truths |= std::uint64_t{answers[first[bit]]} << bit;
            }
            open[i] &= leaf.negated ? ~truths : truths;
        }
    }

    template <class Narrow>
    void askAbout(const Question& question, const Narrow* codes, std::uint64_t open, std::uint8_t* answers) const {
        const CellTest& test = std::get<CellTest>(question.test);
        for (; open != 0; open &= open - 1) {
            const std::uint32_t code = codes[std::countr_zero(open)];
            if (answers[code] != Answers::notAsked) continue;
            const Answer said = test(table_.value(question.column, Code{code}));
            answers[code] = said == Answer::Yes ? Answers::yes : Answers::no;
        }
    }

    const Table& table_;
    Predicate predicate_;
    std::stop_token stop_;
    std::vector<std::optional<Answers>> answers_;
    bool asksAsNeeded_ = false;
};

/// What selectNext() answered last.
class LastRows {
public:
    [[nodiscard]] std::optional<Selection> get() const {
        const std::lock_guard lock(mutex_);
        return selection_;
    }
    void set(Selection selection) const {
        const std::lock_guard lock(mutex_);
        selection_ = std::move(selection);
    }

private:
    mutable std::mutex mutex_;
    mutable std::optional<Selection> selection_; ///< the memo it is kept in knows constants alone
};

/// Adds the rows from `first` on, up to the end.
void addRows(RowBits& rows, std::uint32_t first) {
    const Words words = rows.words();
    for (std::uint32_t row = first; row < rows.tableRows();) {
        const std::uint32_t bit = row % wordBits;
        const std::uint32_t count = std::min(wordBits - bit, rows.tableRows() - row);
        words[row / wordBits] |= (~std::uint64_t{0} >> (wordBits - count)) << bit;
        row += count;
    }
}

/// The rows that are open: of those that the last selection was about the ones it chose, and all behind.
RowBits openRows(const Table& table, const Selection* last) {
    RowBits open(table.rowCount());
    std::uint32_t known = 0;
    if (last != nullptr && last->rows->tableRows() <= table.rowCount()) {
        known = last->rows->tableRows();
        std::ranges::copy(last->rows->words(), open.words().begin());
    }
    addRows(open, known);
    return open;
}

} // namespace

std::expected<Selection, QueryError> selectSet(const Table& table, const ExpressionPtr& expression,
                                               const QueryContext& context, const Selection* last,
                                               const std::stop_token& stop) {
    if (last != nullptr && !narrows(expression, last->expression, context.now == last->now)) last = nullptr;
    if (!expression) return Selection{nullptr, context.now, std::make_shared<const RowBits>(openRows(table, last))};
    auto predicate = bindExpression(*expression, table, context.now);
    if (!predicate) return std::unexpected(std::move(predicate.error()));
    const bool grown = last != nullptr && last->rows->tableRows() != table.rowCount();
    RowBits rows = openRows(table, grown && asksAboutOtherRows(expression) ? nullptr : last);
    if (auto done = Evaluator(table, std::move(*predicate), stop).narrow(rows); !done)
        return std::unexpected(std::move(done.error()));
    return Selection{expression, context.now, std::make_shared<const RowBits>(std::move(rows))};
}

std::expected<Selection, QueryError> selectNext(const Table& table, const ExpressionPtr& expression,
                                                const QueryContext& context, const std::stop_token& stop) {
    const auto kept = table.memo().once<LastRows>("last rows", {}, [] { return std::make_shared<const LastRows>(); });
    const std::optional<Selection> last = kept->get();
    auto selection = selectSet(table, expression, context, last ? &*last : nullptr, stop);
    if (selection) kept->set(*selection);
    return selection;
}

std::expected<RowList, QueryError> select(const Table& table, const ExpressionPtr& expression,
                                          const QueryContext& context, std::stop_token stop) {
    auto selection = selectSet(table, expression, context, nullptr, stop);
    if (!selection) return std::unexpected(std::move(selection.error()));
    return selection->rows->list();
}

std::expected<void, QueryError> check(const Table& table, const ExpressionPtr& expression) {
    if (!expression) return {};
    // Whatever the time, an expression can be bound or not.
    if (auto predicate = bindExpression(*expression, table, Instant{}); !predicate)
        return std::unexpected(std::move(predicate.error()));
    return {};
}

} // namespace idscope
