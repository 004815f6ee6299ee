#pragma once

#include "models/relations/neighbours.h"
#include "models/relations/picture.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace idscope {

/// Puts a picture together, never above its cap. Layers may be negative: to the left of the start.
class PictureBuilder {
public:
    PictureBuilder(const GraphAnswer& answer, const PictureChanges& changes, const std::stop_token& stop);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(picture_.nodes.size()); }
    [[nodiscard]] int layer(std::uint32_t index) const { return layers_[index]; }
    [[nodiscard]] NodeId nodeAt(std::uint32_t index) const { return picture_.nodes[index].members.front(); }
    [[nodiscard]] bool isDrawn(NodeId node) const { return at_[node.value] != nowhere; }
    [[nodiscard]] const RelationGraph& graph() const { return graph_; }

    /// False, and nothing done, at the cap or when it is there already.
    bool draw(NodeId node, int layer, bool start, std::uint32_t anchor = 0);
    /// A counted node of those that are not there yet; grows when there is one of this key.
    void fold(PictureKey key, const std::vector<NodeId>& members, int layer, std::uint32_t anchor);

    /// Which neighbours belong beside a node, and where.
    struct Side {
        int layer = 0;
        int lastLayer = 0; ///< where resources without more stand, or identities upwards
        std::function<bool(NodeId)> belongs;
    };
    /// Draws the neighbours of a drawn or counted node: the few that lead farthest, and the rest counted.
    void openSide(std::uint32_t index, Direction side, const Side& what);
    /// Draws neighbours that no question was about.
    void expand(const NodeSide& side);

    Picture finish();

private:
    void openGroup(std::uint32_t index, Direction side, const Side& what, std::string_view type,
                   std::vector<NodeId> group);
    void connect();
    void countHidden();

    const GraphAnswer& answer_;
    const RelationGraph& graph_;
    const PictureChanges& changes_;
    std::stop_token stop_;
    Picture picture_;
    std::vector<int> layers_;
    static constexpr std::uint32_t nowhere = 0xFFFFFFFF;
    std::vector<std::uint32_t> at_;                ///< by entity: where it is drawn or counted
    std::vector<bool> seen_;                       ///< by entity: among the neighbours that are being gathered
    std::vector<bool> unfolded_;                   ///< by entity: people asked for it
    std::unordered_map<int, std::size_t> singles_; ///< by layer: entities drawn by themselves, unasked
    std::unordered_map<int, std::size_t> folds_;   ///< by layer
};

} // namespace idscope
