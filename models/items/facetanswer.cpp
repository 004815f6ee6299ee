#include "models/items/facetanswer.h"

#include "models/base/parallel.h"
#include "models/filter/valuechoice.h"
#include "models/filter/valuerange.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace idscope {

namespace {

/// Answers from several threads at once.
class Answerer {
public:
    Answerer(const FacetScope& scope, const std::stop_token& stop)
        : scope_(scope), table_(*scope.table), parts_(partsOf(scope.filter)), stop_(stop) {}

    /// Null when stopped.
    FacetAnswerPtr answer(const FacetQuestion& question, const FacetAnswerPtr& before) {
        FacetAnswer answer{.question = question, .table = scope_.table, .within = {}, .now = scope_.now};
        const bool sameTable = before && before->table == scope_.table && before->counts;
        const auto values = OperandValues::of(question.operand, table_, stop_);
        if (!values) return nullptr;
        answer.axis = suitableAxis(question.operand, table_, *values);
        const bool isList = !answer.axis || question.asList;
        ExpressionPtr filter = expressionWithoutChoice(parts_, question.operand, table_);
        if (!isList) filter = expressionWithoutRange(partsOf(filter), question.operand, table_);
        if (filter) answer.within = canonicalText(*filter);
        const bool sameCounts = sameTable && before->within == answer.within && before->now == answer.now;
        answer.counts = sameCounts ? before->counts : count(question.operand, filter, answer.within);
        if (stop_.stop_requested()) return nullptr;
        if (!answer.counts) return std::make_shared<const FacetAnswer>(std::move(answer));
        if (!isList) answer.bars = bars(answer, sameTable ? before->bars : nullptr);
        if (answer.bars) {
            answer.listed = apart(answer);
            return std::make_shared<const FacetAnswer>(std::move(answer));
        }
        if (sameCounts && before->question == question && !before->bars) {
            answer.listed = before->listed;
        } else {
            auto listed =
                listedValues(*answer.counts, question.operand, table_, question.order, question.search, stop_);
            if (!listed) return nullptr;
            answer.listed = *std::move(listed);
        }
        return stop_.stop_requested() ? nullptr : std::make_shared<const FacetAnswer>(std::move(answer));
    }

private:
    std::shared_ptr<const FacetCounts> count(const Operand& operand, const ExpressionPtr& filter,
                                             const std::string& text) {
        if (!filter) return facetCounts(operand, table_, std::nullopt, stop_);
        const RowList* rows = rowsWithin(filter, text);
        return rows == nullptr ? nullptr : facetCounts(operand, table_, *rows, stop_);
    }

    /// Null when it can't be evaluated, or when stopped.
    const RowList* rowsWithin(const ExpressionPtr& filter, const std::string& text) {
        if (scope_.filter && text == canonicalText(*scope_.filter) && !scope_.selected.isAll())
            return &scope_.selected.list();
        const std::lock_guard lock(mutex_); // whoever waits has nothing better to do: the rows are the most of the work
        if (const auto known = evaluated_.find(text); known != evaluated_.end()) return &known->second;
        auto rows = select(table_, filter, {.now = scope_.now}, stop_);
        return rows ? &evaluated_.emplace(text, *std::move(rows)).first->second : nullptr;
    }

    /// Null when the values are no numbers or too far apart; then a list.
    std::shared_ptr<const FacetBars> bars(const FacetAnswer& answer, const std::shared_ptr<const FacetBars>& before) {
        FacetBars bars;
        bars.bins = before ? before->bins
                           : histogramBins(*answer.axis, answer.question.operand, *answer.counts->values,
                                           *answer.counts->all, stop_);
        if (!bars.bins) return nullptr;
        bars.all = bars.bins->perBin(*answer.counts->all);
        bars.within = bars.bins->perBin(*answer.counts->within);
        return std::make_shared<const FacetBars>(std::move(bars));
    }

    /// What has no place on an axis, as far as the language has words for it.
    [[nodiscard]] ValueList apart(const FacetAnswer& answer) const {
        ValueList list;
        const OperandValues& values = *answer.counts->values;
        const ColumnType type = table_.column(answer.question.operand.column).type;
        if (answer.allOf(values.empty()) > 0) list.push_back(values.empty());
        const bool hasType = type == ColumnType::Instant || type == ColumnType::Number || type == ColumnType::Json;
        if (hasType && answer.allOf(values.invalid()) > 0) list.push_back(values.invalid());
        return list;
    }

    const FacetScope& scope_;
    const Table& table_;
    FilterParts parts_;
    std::stop_token stop_;
    std::mutex mutex_;
    std::map<std::string, RowList> evaluated_; ///< by canonical text; guarded by mutex_, what is in it stays
};

} // namespace

std::optional<std::vector<FacetAnswerPtr>> answerFacets(const FacetScope& scope,
                                                        std::span<const FacetQuestion> questions,
                                                        std::span<const FacetAnswerPtr> before,
                                                        const std::stop_token& stop) {
    constexpr std::uint32_t rowsWorthAThread = 1U << 16U;
    const bool isLarge = scope.table->rowCount() >= rowsWorthAThread;
    Answerer answerer(scope, stop);
    std::vector<FacetAnswerPtr> answers(questions.size());
    std::atomic<std::size_t> next = 0;
    onThreads(isLarge ? std::max(1U, std::thread::hardware_concurrency()) : 1U, [&] {
        for (std::size_t i = next++; i < questions.size() && !stop.stop_requested(); i = next++)
            answers[i] = answerer.answer(questions[i], before[i]);
    });
    if (std::ranges::find(answers, nullptr) != answers.end()) return std::nullopt;
    return answers;
}

} // namespace idscope
