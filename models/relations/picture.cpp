#include "models/relations/picturebuilder.h"

#include <algorithm>

namespace idscope {

std::optional<std::uint32_t> Picture::find(const PictureKey& key) const {
    const auto at = std::ranges::find(nodes, key, &PictureNode::key);
    return at == nodes.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(at - nodes.begin()));
}

std::optional<std::uint32_t> Picture::holding(NodeId node) const {
    for (std::uint32_t i = 0; i < nodes.size(); ++i)
        if (std::ranges::find(nodes[i].members, node) != nodes[i].members.end()) return i;
    return std::nullopt;
}

std::vector<NodeId> Picture::without(std::span<const NodeId> wanted) const {
    std::vector<bool> held;
    for (const PictureNode& node : nodes)
        for (const NodeId member : node.members) {
            if (held.size() <= member.value) held.resize(member.value + std::size_t{1});
            held[member.value] = true;
        }
    std::vector<NodeId> missing;
    for (const NodeId node : wanted)
        if (node.value >= held.size() || !held[node.value]) missing.push_back(node);
    return missing;
}

namespace {

/// A reach: distance by distance, so that what comes nearer is drawn first.
void drawReach(PictureBuilder& builder, const Reach& reach) {
    const Direction side = reach.question().direction;
    for (const NodeId start : reach.at(0))
        builder.draw(start, 0, true);
    const int sign = side == Direction::Down ? 1 : -1;
    const auto farthest = static_cast<int>(std::min<std::uint32_t>(reach.farthest(), Picture::cap));
    for (std::uint32_t i = 0; i < builder.size(); ++i) {
        const int distance = builder.layer(i) * sign;
        builder.openSide(
            i, side,
            {.layer = sign * (distance + 1), .lastLayer = sign * farthest, .belongs = [&reach, distance](NodeId node) {
                 return reach.contains(node) && static_cast<int>(reach.distance(node)) == distance + 1;
             }});
    }
}

void drawPaths(PictureBuilder& builder, const ShortestPaths& paths, const GraphQuestion& question) {
    if (paths.paths.empty()) {
        for (const NodeId node : question.from)
            builder.draw(node, 0, true);
        for (const NodeId node : question.to)
            builder.draw(node, 1, true);
        return;
    }
    constexpr std::size_t ends = Picture::cap / 2 - 1; // of a path that is too long to be drawn
    const std::size_t length = paths.paths.front().size();
    const bool tooLong = length > Picture::cap;
    std::vector<NodeId> middle;
    for (const auto& path : paths.paths)
        for (std::size_t i = 0; i < length; ++i) {
            const bool end = i == 0 || i + 1 == length;
            if (tooLong && i >= ends && i < length - ends)
                middle.push_back(path[i].node);
            else
                builder.draw(path[i].node, static_cast<int>(tooLong && i >= ends ? i - (length - 2 * ends) + 1 : i),
                             end);
        }
    if (tooLong) builder.fold({.kind = PictureKey::Kind::FoldRest, .node = {}}, middle, static_cast<int>(ends), 0);
}

void drawCycles(PictureBuilder& builder, const std::vector<Cycle>& cycles) {
    constexpr std::size_t few = 24;
    for (const Cycle& cycle : cycles) {
        std::vector<NodeId> rest;
        const std::uint32_t first = builder.size();
        if (!builder.draw(cycle.nodes.front(), 0, false)) return;
        for (std::uint32_t i = first; i < builder.size(); ++i) {
            const NodeId node = builder.nodeAt(i);
            for (const NodeId next : builder.graph().ends(node, Direction::Down)) {
                if (!std::ranges::binary_search(cycle.nodes, next) || builder.isDrawn(next)) continue;
                if (builder.size() - first >= few) break;
                builder.draw(next, builder.layer(i) + 1, false, i);
            }
        }
        for (const NodeId node : cycle.nodes)
            if (!builder.isDrawn(node)) rest.push_back(node);
        if (!rest.empty())
            builder.fold({.kind = PictureKey::Kind::FoldDown, .node = cycle.nodes.front()}, rest, 1, first);
    }
}

void drawShared(PictureBuilder& builder, const SharedAccess& shared, const PictureChanges& changes) {
    constexpr std::size_t few = 12;
    if (shared.reaches.empty()) return;
    const int sign = shared.reaches.front().question().direction == Direction::Down ? 1 : -1;
    std::uint32_t last = 1;
    for (const Reach& reach : shared.reaches) {
        builder.draw(reach.at(0).front(), 0, true);
        for (const NodeId node : shared.nodes)
            last = std::max(last, reach.distance(node));
    }
    std::vector<NodeId> rest;
    std::size_t drawn = 0;
    for (const NodeId node : shared.nodes) {
        const bool chosen = std::ranges::find(changes.unfolded, node) != changes.unfolded.end();
        if (!chosen && drawn >= few) {
            rest.push_back(node);
            continue;
        }
        ++drawn;
        for (const Reach& reach : shared.reaches)
            for (auto via = reach.via(node); via && reach.distance(via->neighbour) > 0; via = reach.via(via->neighbour))
                builder.draw(via->neighbour, sign * static_cast<int>(reach.distance(via->neighbour)), false);
        builder.draw(node, sign * static_cast<int>(last), false);
    }
    std::ranges::stable_sort(rest, typeComesBefore, [&](NodeId node) { return builder.graph().type(node); });
    for (auto begin = rest.begin(); begin != rest.end();) {
        const std::string_view type = builder.graph().type(*begin);
        const auto end =
            std::ranges::find_if(begin, rest.end(), [&](NodeId node) { return builder.graph().type(node) != type; });
        builder.fold({.kind = PictureKey::Kind::FoldRest, .node = {}, .rest = last, .type = std::string(type)},
                     {begin, end}, sign * static_cast<int>(last), 0);
        begin = end;
    }
}

} // namespace

Picture makePicture(const GraphAnswer& answer, const PictureChanges& changes, const std::stop_token& stop) {
    PictureBuilder builder(answer, changes, stop);
    if (answer.reach) drawReach(builder, *answer.reach);
    if (answer.paths) drawPaths(builder, *answer.paths, answer.question);
    if (answer.shared) drawShared(builder, *answer.shared, changes);
    drawCycles(builder, answer.cycles);
    for (const NodeSide& side : changes.expanded)
        builder.expand(side);
    return builder.finish();
}

} // namespace idscope
