#include "models/relations/cycles.h"

#include "models/base/stoppablesort.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

namespace idscope {

namespace {

/// Tarjan's search in depth. A node's number is its place in the order of discovery, from 1; its `low` is the smallest
/// number of an open component that it leads back to.
class CycleSearch {
public:
    CycleSearch(const RelationGraph& graph, const RowSet* only, const std::stop_token& stop)
        : graph_(graph), only_(only), stop_(stop), number_(graph.nodeLimit()), low_(graph.nodeLimit()) {}

    bool run() {
        for (std::uint32_t node = 0; node < graph_.nodeLimit(); ++node)
            if (number_[node] == 0 && graph_.isNode(NodeId{node}) && !searchFrom(NodeId{node})) return false;
        return true;
    }

    std::vector<Cycle> take() {
        for (Cycle& cycle : cycles_)
            sortUntilStopped(std::span(cycle.nodes), stop_);
        std::ranges::sort(cycles_, {}, [](const Cycle& cycle) { return cycle.nodes.front(); });
        return std::move(cycles_);
    }

private:
    struct Visit {
        NodeId node;
        std::uint32_t next = 0; ///< which of its relations is to be followed
    };
    static constexpr std::uint32_t closed = 0xFFFFFFFF; ///< the `low` of nodes whose component is complete

    bool searchFrom(NodeId start) {
        discover(start);
        for (std::size_t steps = 0; !visits_.empty(); ++steps) {
            if (steps % 4096 == 0 && stop_.stop_requested()) return false;
            Visit& visit = visits_.back();
            const auto ends = graph_.ends(visit.node, Direction::Down);
            if (visit.next == ends.size()) {
                leave(visit.node);
                continue;
            }
            const std::uint32_t at = visit.next++;
            if (only_ != nullptr && !only_->contains(graph_.rows(visit.node, Direction::Down)[at])) continue;
            const NodeId end = ends[at];
            if (number_[end.value] == 0) {
                discover(end);
            } else if (low_[end.value] != closed) {
                low_[visit.node.value] = std::min(low_[visit.node.value], number_[end.value]);
            }
        }
        return true;
    }

    void discover(NodeId node) {
        number_[node.value] = low_[node.value] = ++discovered_;
        open_.push_back(node);
        visits_.push_back({node});
    }

    void leave(NodeId node) {
        visits_.pop_back();
        const std::uint32_t low = low_[node.value];
        if (!visits_.empty()) {
            std::uint32_t& parent = low_[visits_.back().node.value];
            parent = std::min(parent, low);
        }
        if (low == number_[node.value]) close(node);
    }

    /// The component that `first` was discovered first of is what lies open from it on.
    void close(NodeId first) {
        std::size_t begin = open_.size();
        do
            low_[open_[--begin].value] = closed;
        while (open_[begin] != first);
        if (open_.size() - begin > 1 || leadsToItself(first))
            cycles_.push_back({.nodes{open_.begin() + std::ptrdiff_t(begin), open_.end()}, .relations{}});
        open_.resize(begin);
    }

    [[nodiscard]] bool leadsToItself(NodeId node) const {
        const auto ends = graph_.ends(node, Direction::Down);
        const auto rows = graph_.rows(node, Direction::Down);
        for (std::size_t i = 0; i < ends.size(); ++i)
            if (ends[i] == node && (only_ == nullptr || only_->contains(rows[i]))) return true;
        return false;
    }

    const RelationGraph& graph_;
    const RowSet* only_; ///< relations that may be followed; null: all
    const std::stop_token& stop_;
    std::vector<std::uint32_t> number_; ///< by node; 0: not yet discovered
    std::vector<std::uint32_t> low_;
    std::uint32_t discovered_ = 0;
    std::vector<Visit> visits_; ///< the way from the start to where the search stands
    std::vector<NodeId> open_;  ///< discovered, of components that are not complete
    std::vector<Cycle> cycles_;
};

void addRelations(Cycle& cycle, const RelationGraph& graph, const RowSet* only, const std::stop_token& stop) {
    for (const NodeId node : cycle.nodes) {
        if (stop.stop_requested()) return;
        const auto ends = graph.ends(node, Direction::Down);
        const auto rows = graph.rows(node, Direction::Down);
        for (std::size_t i = 0; i < ends.size(); ++i)
            if ((only == nullptr || only->contains(rows[i])) && std::ranges::binary_search(cycle.nodes, ends[i]))
                cycle.relations.push_back(rows[i]);
    }
    sortUntilStopped(std::span(cycle.relations), stop);
}

} // namespace

std::expected<std::vector<Cycle>, RelationError> cycles(const RelationGraph& graph, const RowSet* only,
                                                        const std::stop_token& stop) {
    CycleSearch search(graph, only, stop);
    if (!search.run()) return std::unexpected(RelationError{RelationErrorKind::Cancelled});
    std::vector<Cycle> found = search.take();
    for (Cycle& cycle : found)
        addRelations(cycle, graph, only, stop);
    if (stop.stop_requested()) return std::unexpected(RelationError{RelationErrorKind::Cancelled});
    return found;
}

} // namespace idscope
