#pragma once

#include "models/relations/graphquestion.h"

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace idscope {

/// What a node of the drawing stands for: an entity, or the counted siblings of one type on one side of another node.
struct PictureKey {
    enum class Kind : std::uint8_t { Entity, FoldDown, FoldUp, FoldRest };
    Kind kind = Kind::Entity;
    NodeId node;            ///< the entity, or what the siblings hang on; unused by FoldRest
    std::uint32_t rest = 0; ///< FoldRest: which column
    std::string type{};     ///< of the siblings
    friend bool operator==(const PictureKey&, const PictureKey&) = default;
    friend auto operator<=>(const PictureKey&, const PictureKey&) = default;
    [[nodiscard]] bool isFold() const { return kind != Kind::Entity; }
};

struct NodeSide {
    NodeId node;
    Direction side = Direction::Down;
    friend bool operator==(const NodeSide&, const NodeSide&) = default;
    friend auto operator<=>(const NodeSide&, const NodeSide&) = default;
};

/// What people have done to a drawing since it was first made.
struct PictureChanges {
    std::vector<NodeSide> expanded;  ///< neighbours on this side are drawn too
    std::vector<NodeSide> collapsed; ///< all neighbours on this side are in counted nodes
    std::vector<NodeId> unfolded;    ///< drawn by themselves, out of their counted nodes
    friend bool operator==(const PictureChanges&, const PictureChanges&) = default;
};

struct PictureNode {
    PictureKey key;
    std::vector<NodeId> members; ///< the entity alone, or the siblings
    std::uint32_t column = 0;
    std::uint32_t anchor = 0; ///< of a fold: the node it was hung on; of others: the one that brought them here
    bool isStart = false;
    std::size_t hidden[2] = {0, 0}; ///< neighbours down and up that are not drawn by themselves
    [[nodiscard]] NodeId node() const { return members.front(); }
};

struct PictureEdge {
    std::uint32_t from = 0; ///< the parent
    std::uint32_t to = 0;
    std::vector<RowId> rows; ///< its relations, in the order they were found
};

/// What is drawn of an answer, before it is laid out.
struct Picture {
    static constexpr std::size_t cap = 300;       ///< nodes, counted ones among them
    static constexpr std::size_t edgeCap = 1'200; ///< arrows

    std::vector<PictureNode> nodes;
    std::vector<PictureEdge> edges;
    int firstLayer = 0;     ///< of column 0; the start is at 0
    std::size_t drawn = 0;  ///< entities drawn by themselves
    std::size_t folded = 0; ///< entities in counted nodes
    std::size_t edgesLeftOut = 0;
    std::size_t edgesAside = 0; ///< arrows of a reach that lead sideways or back, and so to nothing new

    [[nodiscard]] std::optional<std::uint32_t> find(const PictureKey& key) const;
    /// The node that an entity is drawn as, or counted in.
    [[nodiscard]] std::optional<std::uint32_t> holding(NodeId node) const;
    /// Those of `nodes` that are neither drawn nor counted, for want of room; in their order. O(entities + nodes).
    [[nodiscard]] std::vector<NodeId> without(std::span<const NodeId> nodes) const;
};

/// Chooses what is drawn: by distance, of each node's neighbours the few that lead farthest, the rest in counted nodes;
/// never more than the cap. Deterministic. O(relations of what is drawn or counted), on a worker.
Picture makePicture(const GraphAnswer& answer, const PictureChanges& changes, const std::stop_token& stop = {});

} // namespace idscope
