#include "models/relations/picturebuilder.h"

#include <algorithm>
#include <functional>
#include <map>

namespace idscope {

namespace {

constexpr std::size_t few = 6;           ///< neighbours of one type that are drawn beside a node
constexpr std::size_t fewAtTheEnd = 3;   ///< of those that lead no further
constexpr std::size_t mostPerLayer = 14; ///< entities that a layer gets unasked
constexpr std::size_t mostFoldsPerLayer = 8;
constexpr std::size_t stopPace = 1024; ///< relations between looks at the stop token

} // namespace

PictureBuilder::PictureBuilder(const GraphAnswer& answer, const PictureChanges& changes, const std::stop_token& stop)
    : answer_(answer), graph_(*answer.graph), changes_(changes), stop_(stop), at_(graph_.nodeLimit(), nowhere),
      seen_(graph_.nodeLimit()), unfolded_(graph_.nodeLimit()) {
    for (const NodeId node : changes.unfolded)
        if (node.value < unfolded_.size()) unfolded_[node.value] = true;
}

bool PictureBuilder::draw(NodeId node, int layer, bool start, std::uint32_t anchor) {
    if (picture_.nodes.size() >= Picture::cap || isDrawn(node)) return false;
    at_[node.value] = size();
    picture_.nodes.push_back({.key = {.node = node}, .members = {node}, .anchor = anchor, .isStart = start});
    layers_.push_back(layer);
    if (!unfolded_[node.value]) ++singles_[layer];
    return true;
}

void PictureBuilder::fold(PictureKey key, const std::vector<NodeId>& members, int layer, std::uint32_t anchor) {
    auto known = picture_.find(key);
    if (!known) {
        if (picture_.nodes.size() >= Picture::cap) return;
        known = size();
        picture_.nodes.push_back({.key = std::move(key), .members = {}, .anchor = anchor});
        layers_.push_back(layer);
        ++folds_[layer];
    }
    auto& all = picture_.nodes[*known].members;
    for (const NodeId node : members)
        if (!isDrawn(node)) {
            at_[node.value] = *known;
            all.push_back(node);
        }
}

void PictureBuilder::openSide(std::uint32_t index, Direction side, const Side& what) {
    std::vector<NodeId> found;
    for (const NodeId member : std::vector(picture_.nodes[index].members)) {
        const auto ends = graph_.ends(member, side);
        const auto rows = graph_.rows(member, side);
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (i % stopPace == 0 && stop_.stop_requested()) return;
            if (!seen_[ends[i].value] && !isDrawn(ends[i]) && (!answer_.only || answer_.only->contains(rows[i])) &&
                what.belongs(ends[i])) {
                seen_[ends[i].value] = true;
                found.push_back(ends[i]);
            }
        }
    }
    std::map<std::string_view, std::vector<NodeId>, decltype(&typeComesBefore)> groups(&typeComesBefore);
    for (const NodeId node : found) {
        seen_[node.value] = false;
        groups[graph_.type(node)].push_back(node);
    }
    for (auto& [type, group] : groups)
        openGroup(index, side, what, type, std::move(group));
}

void PictureBuilder::openGroup(std::uint32_t index, Direction side, const Side& what, std::string_view type,
                               std::vector<NodeId> group) {
    const PictureNode& parent = picture_.nodes[index];
    const bool isFold = parent.key.isFold();
    const NodeId anchor = parent.members.front();
    const auto leadsOn = [&](NodeId node) { return graph_.degree(node, side) > 0; };
    const auto asked = [&](NodeId node) { return bool{unfolded_[node.value]}; };
    // Those that people asked for, then those that lead on, each in the order of the file.
    std::ranges::stable_sort(group, {}, [&](NodeId node) { return asked(node) ? 0 : leadsOn(node) ? 1 : 2; });
    const bool collapsed =
        isFold || std::ranges::find(changes_.collapsed, NodeSide{anchor, side}) != changes_.collapsed.end();
    const bool through = std::ranges::any_of(group, leadsOn) && type != "resource";
    const std::string_view end = side == Direction::Down ? "resource" : "identity";
    const int layer = type == end && what.lastLayer != 0 ? what.lastLayer : what.layer;
    std::size_t unasked = collapsed ? 0 : through ? few : fewAtTheEnd;
    const auto others = static_cast<std::size_t>(std::ranges::count_if(group, std::not_fn(asked)));
    if (!collapsed && others <= unasked + 1) unasked = others; // a counted node of one hides more than it saves
    // Those that are drawn unasked keep their places when people ask for others.
    unasked = std::min<std::size_t>(unasked, mostPerLayer - std::min(singles_[layer], mostPerLayer));
    std::vector<NodeId> rest;
    for (const NodeId node : group) {
        const bool isAsked = asked(node);
        if ((isAsked || unasked > 0) && draw(node, layer, false, index))
            unasked -= isAsked ? 0 : 1;
        else
            rest.push_back(node);
    }
    if (rest.empty()) return;
    using enum PictureKey::Kind;
    if (folds_[layer] >= mostFoldsPerLayer)
        return fold(
            {.kind = FoldRest, .node = {}, .rest = static_cast<std::uint32_t>(layer), .type = std::string(type)}, rest,
            layer, index);
    fold({.kind = side == Direction::Down ? FoldDown : FoldUp, .node = anchor, .rest = 0, .type = std::string(type)},
         rest, layer, index);
}

void PictureBuilder::expand(const NodeSide& side) {
    const std::uint32_t known = side.node.value < at_.size() ? at_[side.node.value] : nowhere;
    if (known == nowhere || picture_.nodes[known].key.isFold()) return;
    const int step = side.side == Direction::Down ? 1 : -1;
    // Room for them, whatever is there already.
    singles_.clear();
    folds_.clear();
    openSide(known, side.side,
             {.layer = layers_[known] + step, .lastLayer = 0, .belongs = [](NodeId) { return true; }});
}

/// All relations between entities drawn, and those by which counted nodes hang on others.
void PictureBuilder::connect() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<RowId>> edges;
    for (std::uint32_t i = 0; i < picture_.nodes.size(); ++i) {
        const PictureNode& node = picture_.nodes[i];
        const bool fold = node.key.isFold();
        for (const Direction side : {Direction::Down, Direction::Up}) {
            if (side == Direction::Up && !fold) continue; // the other end has it downwards
            for (const NodeId member : node.members) {
                const auto ends = graph_.ends(member, side);
                const auto rows = graph_.rows(member, side);
                for (std::size_t k = 0; k < ends.size(); ++k) {
                    if (k % stopPace == 0 && stop_.stop_requested()) return;
                    const std::uint32_t other = at_[ends[k].value];
                    if (other == nowhere || (answer_.only && !answer_.only->contains(rows[k]))) continue;
                    const PictureNode& end = picture_.nodes[other];
                    // Between counted nodes only what hangs them together; else each of them would lead to all.
                    const bool hangs = node.anchor == other || end.anchor == i;
                    if (fold && end.key.isFold() && (!hangs || side == Direction::Up)) continue;
                    if (!fold && end.key.isFold()) continue; // it is found from there
                    if (fold && !hangs && layers_[i] == layers_[other]) continue;
                    edges[side == Direction::Down ? std::pair(i, other) : std::pair(other, i)].push_back(rows[k]);
                }
            }
        }
    }
    // A reach shows how one gets on: what leads sideways or back reaches nothing new.
    const bool onwards = answer_.reach || answer_.shared;
    for (auto& [ends, rows] : edges) {
        if (onwards && layers_[ends.first] >= layers_[ends.second])
            ++picture_.edgesAside;
        else if (picture_.edges.size() >= Picture::edgeCap)
            ++picture_.edgesLeftOut;
        else
            picture_.edges.push_back({.from = ends.first, .to = ends.second, .rows = std::move(rows)});
    }
}

void PictureBuilder::countHidden() {
    for (PictureNode& node : picture_.nodes) {
        if (stop_.stop_requested()) return;
        if (node.key.isFold()) {
            picture_.folded += node.members.size();
            continue;
        }
        ++picture_.drawn;
        for (const Direction side : {Direction::Down, Direction::Up})
            for (const NodeId other : graph_.ends(node.node(), side)) {
                const std::uint32_t at = at_[other.value];
                if (at == nowhere || picture_.nodes[at].key.isFold()) ++node.hidden[side == Direction::Down ? 0 : 1];
            }
    }
}

Picture PictureBuilder::finish() {
    connect();
    countHidden();
    const int first = layers_.empty() ? 0 : *std::ranges::min_element(layers_);
    picture_.firstLayer = first;
    for (std::uint32_t i = 0; i < picture_.nodes.size(); ++i)
        picture_.nodes[i].column = static_cast<std::uint32_t>(layers_[i] - first);
    return std::move(picture_);
}

} // namespace idscope
