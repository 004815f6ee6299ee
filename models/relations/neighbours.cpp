#include "models/relations/neighbours.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <utility>

namespace idscope {

namespace {

constexpr std::array<std::string_view, 3> usualTypes = {"identity", "connection", "resource"};

/// Usual types by their place, others behind them, opaque names behind all.
std::size_t placeOf(std::string_view type) {
    if (type.empty()) return usualTypes.size() + 1;
    return static_cast<std::size_t>(std::ranges::find(usualTypes, type) - usualTypes.begin());
}

} // namespace

bool typeComesBefore(std::string_view a, std::string_view b) {
    return std::pair(placeOf(a), a) < std::pair(placeOf(b), b);
}

std::vector<Neighbour> neighbours(const RelationGraph& graph, NodeId node, Direction direction, const RowSet* only) {
    const auto ends = graph.ends(node, direction);
    const auto rows = graph.rows(node, direction);
    std::vector<Neighbour> found;
    std::unordered_map<NodeId, std::uint32_t> places;
    places.reserve(ends.size());
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (only != nullptr && !only->contains(rows[i])) continue;
        const auto [place, isNew] = places.try_emplace(ends[i], static_cast<std::uint32_t>(found.size()));
        if (isNew) found.push_back({.node = ends[i], .first = rows[i]});
        ++found[place->second].relations;
    }
    return found;
}

std::vector<NeighbourGroup> neighbourGroups(const RelationGraph& graph, NodeId node, Direction direction,
                                            const RowSet* only) {
    std::map<std::string_view, NeighbourGroup, decltype(&typeComesBefore)> byType(typeComesBefore);
    for (const Neighbour& neighbour : neighbours(graph, node, direction, only)) {
        const std::string_view type = graph.type(neighbour.node);
        NeighbourGroup& group = byType[type];
        group.type = type;
        group.neighbours.push_back(neighbour);
    }
    std::vector<NeighbourGroup> groups;
    groups.reserve(byType.size());
    for (auto& [type, group] : byType)
        groups.push_back(std::move(group));
    return groups;
}

std::vector<RowId> relationsBetween(const RelationGraph& graph, NodeId parent, NodeId child) {
    const bool fewerUp = graph.degree(child, Direction::Up) < graph.degree(parent, Direction::Down);
    const Direction direction = fewerUp ? Direction::Up : Direction::Down;
    const NodeId from = fewerUp ? child : parent;
    const NodeId to = fewerUp ? parent : child;
    const auto ends = graph.ends(from, direction);
    const auto rows = graph.rows(from, direction);
    std::vector<RowId> between;
    for (std::size_t i = 0; i < ends.size(); ++i)
        if (ends[i] == to) between.push_back(rows[i]);
    return between;
}

} // namespace idscope
