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

/// What there is to tell about a node of an answer.
struct AnswerNode {
    NodeId node;
    std::uint32_t distance = 0;
    std::vector<NodeId> via;       ///< from the start to the node before this one; of long ways the last `longestVia`
    std::optional<RowId> relation; ///< the one that led to it
    static constexpr std::size_t longestVia = 12;
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

/// The nodes that an answer found, and what can be said of them together.
struct GraphFindings {
    std::vector<NodeId> nodes;                                   ///< by row of the table
    std::vector<std::pair<NodeId, RowId>> rows = {};             ///< by node
    std::vector<std::pair<std::string, std::size_t>> types = {}; ///< how many there are, along the way of access
    std::uint32_t farthest = 0;

    /// The row of a node; nothing when it was not found. O(log nodes).
    [[nodiscard]] std::optional<RowId> rowOf(NodeId node) const;
};
GraphFindings findings(const GraphAnswer& answer, const std::vector<AnswerNode>& nodes);

/// Answers. `only` selects the rows that may be followed; null: all. On a worker. Error: Cancelled.
std::expected<GraphAnswerPtr, RelationError> answer(const GraphPtr& graph, const GraphQuestion& question,
                                                    RowSetPtr only, const std::stop_token& stop = {});

/// The nodes found, in the order of the table: by distance, without the starts. O(nodes × longestVia × degree).
std::vector<AnswerNode> answerNodes(const GraphAnswer& answer, const std::stop_token& stop = {});

/// The nodes on a shortest way from a start of the answer to a node that it found, both included; empty: it found no
/// such node. From parent to child whichever way was walked.
std::vector<NodeId> wayTo(const GraphAnswer& answer, NodeId node);

} // namespace idscope
