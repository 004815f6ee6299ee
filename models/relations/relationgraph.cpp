#include "models/relations/relationgraph.h"

#include "models/base/parallel.h"
#include "models/base/randomhash.h"
#include "models/relations/brn.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <memory>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace idscope {

/// Counts and places the relations of a table, one side on each thread.
class GraphBuilder {
public:
    GraphBuilder(const Table& table, RelationColumns columns, const std::stop_token& stop)
        : table_(table), columns_(columns), stop_(stop), graph_(new RelationGraph) {}

    std::shared_ptr<const RelationGraph> run() {
        graph_->names_ = table_.sharedDictionary(columns_.parent);
        graph_->rowCount_ = table_.rowCount();
        limit_ = std::max(table_.distinct(columns_.parent), table_.distinct(columns_.child));
        nameTypes();
        std::atomic<int> next = 0;
        onThreads(table_.rowCount() < smallTable ? 1 : 2, [&] {
            for (int side = next++; side < 2; side = next++) {
                if (side == 0) place(graph_->down_, columns_.parent, columns_.child);
                if (side == 1) place(graph_->up_, columns_.child, columns_.parent);
            }
        });
        if (stop_.stop_requested()) return nullptr;
        return graph_;
    }

private:
    static constexpr std::uint32_t smallTable = 50'000; ///< for which a thread would cost more than it brings

    void nameTypes() {
        std::unordered_map<std::string_view, std::uint32_t, RandomHash> known;
        graph_->types_.resize(limit_, RelationGraph::noNode);
        empty_ = limit_;
        std::uint32_t last = 0;
        for (std::uint32_t code = 0; code < limit_ && !stop_.stop_requested(); ++code) {
            const std::string_view name = graph_->names_->at(Code{code});
            if (name.empty()) {
                empty_ = code;
                continue;
            }
            ++graph_->nodeCount_;
            const std::string_view type = brnType(name);
            if (known.empty() || type != graph_->typeNames_[last]) {
                const auto [place, isNew] = known.try_emplace(type, std::uint32_t(known.size()));
                if (isNew) graph_->typeNames_.push_back(type);
                last = place->second;
            }
            graph_->types_[code] = last;
        }
    }

    /// Calls `visit(row, from, to)` for every relation, in the order of the file.
    template <class Visit>
    void forEachRelation(ColumnId from, ColumnId to, Visit visit) const {
        std::uint32_t row = 0;
        for (const auto& block : table_.blocks()) {
            if (stop_.stop_requested()) return;
            const std::uint32_t count = std::min(block->rows, table_.rowCount() - row);
            std::visit(
                [&](const auto& begins, const auto& ends) {
                    for (std::uint32_t i = 0; i < count; ++i)
                        if (begins[i] != empty_ && ends[i] != empty_) visit(row + i, begins[i], ends[i]);
                },
                block->columns[from.value], block->columns[to.value]);
            row += count;
        }
    }

    struct Relation {
        std::uint32_t node;
        NodeId end;
        RowId row;
    };

    /// A counting sort by the column `from`; rows of a node keep their order. First by neighbouring nodes, so that what
    /// is then written here and there lies close together: in a large graph every write would miss the caches.
    void place(RelationGraph::Side& side, ColumnId from, ColumnId to) const {
        constexpr unsigned groupBits = 8;
        const auto bits = static_cast<unsigned>(std::bit_width(limit_));
        const unsigned shift = bits - std::min(bits, groupBits);
        std::vector<std::uint32_t> groupBegins((limit_ >> shift) + 2);
        forEachRelation(from, to,
                        [&](std::uint32_t, std::uint32_t node, std::uint32_t) { ++groupBegins[(node >> shift) + 1]; });
        std::partial_sum(groupBegins.begin(), groupBegins.end(), groupBegins.begin());
        const std::size_t count = groupBegins.back();
        const auto relations = std::make_unique_for_overwrite<Relation[]>(count);
        std::vector<std::uint32_t> next = groupBegins;
        forEachRelation(from, to, [&](std::uint32_t row, std::uint32_t node, std::uint32_t end) {
            relations[next[node >> shift]++] = {node, NodeId{end}, RowId{row}};
        });
        side.begins.resize(std::size_t{limit_} + 2);
        side.ends.resize(count);
        side.rows.resize(count);
        std::uint32_t* const places = side.begins.data() + 1; // each moves on to where the next node's begin
        std::uint32_t before = 0;
        for (std::size_t group = 0; group + 1 < groupBegins.size() && !stop_.stop_requested(); ++group) {
            const std::span some(relations.get() + groupBegins[group], relations.get() + next[group]);
            for (const Relation& relation : some)
                ++places[relation.node];
            const std::size_t last = std::min<std::size_t>((group + 1) << shift, limit_);
            for (std::size_t node = group << shift; node < last; ++node)
                before += std::exchange(places[node], before);
            for (const Relation& relation : some) {
                const std::uint32_t at = places[relation.node]++;
                side.ends[at] = relation.end;
                side.rows[at] = relation.row;
            }
        }
        side.begins.pop_back();
    }

    const Table& table_;
    RelationColumns columns_;
    const std::stop_token& stop_;
    std::shared_ptr<RelationGraph> graph_;
    std::uint32_t limit_ = 0;
    std::uint32_t empty_ = 0; ///< the code of the empty cell
};

std::expected<GraphPtr, RelationError> RelationGraph::build(const Table& table, const std::stop_token& stop) {
    const auto columns = relationColumns(table);
    if (!columns) return std::unexpected(RelationError{RelationErrorKind::NotRelations});
    auto graph = GraphBuilder(table, *columns, stop).run();
    if (!graph) return std::unexpected(RelationError{RelationErrorKind::Cancelled});
    return graph;
}

std::optional<NodeId> RelationGraph::find(std::string_view name) const {
    for (std::uint32_t node = 0; node < nodeLimit(); ++node)
        if (types_[node] != noNode && names_->at(Code{node}) == name) return NodeId{node};
    return std::nullopt;
}

std::size_t RelationGraph::bytes() const {
    const auto of = [](const Side& side) {
        return side.begins.size() * sizeof(std::uint32_t) + side.ends.size() * sizeof(NodeId) +
               side.rows.size() * sizeof(RowId);
    };
    return of(down_) + of(up_) + types_.size() * sizeof(std::uint32_t) + typeNames_.size() * sizeof(std::string_view);
}

std::expected<GraphPtr, RelationError> relationGraph(const Table& table, const std::stop_token& stop) {
    if (!relationColumns(table)) return std::unexpected(RelationError{RelationErrorKind::NotRelations});
    auto graph = table.memo().once<RelationGraph>("relation graph", stop, [&] {
        auto built = RelationGraph::build(table, stop);
        return built ? *built : nullptr;
    });
    if (!graph) return std::unexpected(RelationError{RelationErrorKind::Cancelled});
    return graph;
}

std::optional<RelationColumns> relationColumns(const Table& table) {
    if (table.schema() == nullptr || table.schema()->relation.parent.empty()) return std::nullopt;
    const auto parent = table.documented(table.schema()->relation.parent);
    const auto child = table.documented(table.schema()->relation.child);
    if (!parent || !child) return std::nullopt;
    return RelationColumns{*parent, *child};
}

} // namespace idscope
