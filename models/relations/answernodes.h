#pragma once

#include "models/relations/graphquestion.h"

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace idscope {

/// What there is to tell about a node of an answer.
struct AnswerNode {
    NodeId node;
    /// The fewest relations from a start; on a cycle, back to itself. Nothing: the answer tells of no way there.
    std::optional<std::uint32_t> distance = {};
    std::vector<NodeId> via = {}; ///< from the start to the node before this one; of long ways the last `longestVia`
    std::optional<RowId> relation = {}; ///< the one that led to it
    static constexpr std::size_t longestVia = 12;
};

// When stopped, each of these gives nothing, or a part.

/// The nodes found, in the order of the table: by distance, without the starts; cycle by cycle. O(nodes × longestVia ×
/// degree); nodes on large cycles are listed without their ways.
std::vector<AnswerNode> answerNodes(const GraphAnswer& answer, const std::stop_token& stop = {});

/// The same of nodes that were chosen, in their order. Of those that the answer did not find, a relation with `beside`
/// is told.
std::vector<AnswerNode> answerNodes(const GraphAnswer& answer, std::span<const NodeId> chosen,
                                    std::optional<NodeId> beside, const std::stop_token& stop = {});

/// The nodes on a shortest way from a start of the answer to a node that it found, both included; of a node on a cycle,
/// the shortest way back to it. Empty: the answer tells of none. From parent to child whichever way was walked.
std::vector<NodeId> wayTo(const GraphAnswer& answer, NodeId node, const std::stop_token& stop = {});

/// The relations from `parent` to `child` that the question lets count, in the order of the file.
std::vector<RowId> relationsOf(const GraphAnswer& answer, NodeId parent, NodeId child);

/// The nodes that a table lists, and what can be said of them together.
struct GraphFindings {
    std::vector<NodeId> nodes;                                   ///< by row of the table
    std::vector<std::pair<NodeId, RowId>> rows = {};             ///< by node
    std::vector<std::pair<std::string, std::size_t>> types = {}; ///< how many there are, along the way of access
    std::uint32_t farthest = 0;

    /// The row of a node; nothing when it is not listed. O(log nodes).
    [[nodiscard]] std::optional<RowId> rowOf(NodeId node) const;
};
GraphFindings findings(const GraphAnswer& answer, const std::vector<AnswerNode>& nodes,
                       const std::stop_token& stop = {});

} // namespace idscope
