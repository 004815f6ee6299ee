#pragma once

#include "models/filter/filterparts.h"
#include "models/items/shownrows.h"
#include "models/query/facetcounts.h"
#include "models/query/histogram.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace idscope {

/// What a facet is to show of its operand.
struct FacetQuestion {
    Operand operand;
    FacetOrder order = FacetOrder::ByCount;
    std::string search;  ///< only values that contain it, ignoring case; not for histograms
    bool asList = false; ///< even where a histogram would suit
    friend bool operator==(const FacetQuestion&, const FacetQuestion&) = default;
};

/// The bars of a histogram, one per bin.
struct FacetBars {
    std::shared_ptr<const HistogramBins> bins;
    std::vector<std::uint64_t> all;    ///< and one more, of values that are not on the axis
    std::vector<std::uint64_t> within; ///< the same
};

/// What a facet shows: immutable, made on a worker.
struct FacetAnswer {
    FacetQuestion question;
    TablePtr table;                            ///< of which it counted the rows
    std::string within;                        ///< canonical text of the filter it counted in: without its own part
    Instant now;                               ///< which that filter counts back from
    std::shared_ptr<const FacetCounts> counts; ///< null: the filter could not be evaluated
    std::optional<Axis> axis;                  ///< that would suit
    std::shared_ptr<const FacetBars> bars;     ///< of a histogram; null: a list
    ValueList listed;                          ///< of a list; below a histogram, what has no place on its axis

    /// Rows with a value, empty() or invalid(): in all, and within the filter. Of a histogram's column, invalid() is
    /// what can't be read as its type.
    [[nodiscard]] std::uint64_t allOf(std::uint32_t value) const {
        return isUnreadable(value) ? bars->all.back() : (*counts->all)[value];
    }
    [[nodiscard]] std::uint64_t withinOf(std::uint32_t value) const {
        return isUnreadable(value) ? bars->within.back() : (*counts->within)[value];
    }

private:
    [[nodiscard]] bool isUnreadable(std::uint32_t value) const {
        return bars && question.operand.kind == Operand::Kind::Cell && value == counts->values->invalid();
    }
};
using FacetAnswerPtr = std::shared_ptr<const FacetAnswer>;

/// The rows that facets count.
struct FacetScope {
    TablePtr table;
    ExpressionPtr filter; ///< null: every row
    Instant now;
    ShownRows selected = ShownRows::all(0); ///< by the filter, in file order
};

/// Answers questions about one table, each within the filter but for what that says of the question's own operand: its
/// choice of values, for a histogram its range too. What `before` (answers to the same questions, some perhaps
/// null) knows already is not asked again. Nothing when stopped.
std::optional<std::vector<FacetAnswerPtr>> answerFacets(const FacetScope& scope,
                                                        std::span<const FacetQuestion> questions,
                                                        std::span<const FacetAnswerPtr> before,
                                                        const std::stop_token& stop);

} // namespace idscope
