#pragma once

#include "models/relations/cycles.h"
#include "models/relations/reach.h"
#include "models/relations/sharedaccess.h"
#include "models/relations/shortestpaths.h"

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace idscope {

enum class GraphQuestionKind : std::uint8_t {
    ReachedFrom, ///< what can `from` reach
    Reaching,    ///< who can reach `from`
    Paths,       ///< the shortest ways from `from` to `to`
    Cycles,      ///< nodes that reach themselves; asks about no node
    Shared,      ///< what all of `from` reach
};

/// A question as people put it to the graph.
struct GraphQuestion {
    GraphQuestionKind kind = GraphQuestionKind::ReachedFrom;
    std::vector<NodeId> from = {};
    std::vector<NodeId> to = {};
    std::string only = {}; ///< the filter of the relations that count; empty: all do
    friend bool operator==(const GraphQuestion&, const GraphQuestion&) = default;

    /// Which way is walked.
    [[nodiscard]] Direction direction() const {
        return kind == GraphQuestionKind::Reaching ? Direction::Up : Direction::Down;
    }
};

/// An answer: what was found, for the picture and for the table. Immutable; any thread.
struct GraphAnswer {
    GraphQuestion question;
    GraphPtr graph;
    RowSetPtr only;
    std::optional<Reach> reach;         ///< ReachedFrom, Reaching
    std::optional<ShortestPaths> paths; ///< Paths
    std::vector<Cycle> cycles;          ///< Cycles
    std::optional<SharedAccess> shared; ///< Shared
    double milliseconds = 0;            ///< what it took, without making the graph
};
using GraphAnswerPtr = std::shared_ptr<const GraphAnswer>;

/// Answers. `only` selects the rows that may be followed; null: all. On a worker. Error: Cancelled.
std::expected<GraphAnswerPtr, RelationError> answer(const GraphPtr& graph, const GraphQuestion& question,
                                                    RowSetPtr only, const std::stop_token& stop = {});

} // namespace idscope
