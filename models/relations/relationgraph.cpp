#include "models/relations/relationgraph.h"

#include "models/base/parallel.h"
#include "models/relations/brn.h"

#include <algorithm>
#include <atomic>
#include <unordered_map>

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
        std::unordered_map<std::string_view, std::uint32_t> known;
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

    /// A counting sort by the column `from`; rows of a node keep their order.
    void place(RelationGraph::Side& side, ColumnId from, ColumnId to) const {
        side.begins.resize(std::size_t{limit_} + 2);
        std::uint32_t* counts = side.begins.data() + 2;
        forEachRelation(from, to, [&](std::uint32_t, std::uint32_t node, std::uint32_t) { ++counts[node]; });
        for (std::uint32_t node = 1; node < limit_; ++node)
            counts[node] += counts[node - 1];
        side.ends.resize(limit_ == 0 ? 0 : counts[limit_ - 1]);
        side.rows.resize(side.ends.size());
        std::uint32_t* places = side.begins.data() + 1; // each moves on to where the next node's begin
        forEachRelation(from, to, [&](std::uint32_t row, std::uint32_t node, std::uint32_t end) {
            const std::uint32_t at = places[node]++;
            side.ends[at] = NodeId{end};
            side.rows[at] = RowId{row};
        });
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
