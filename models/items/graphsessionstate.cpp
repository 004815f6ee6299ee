#include "models/base/randomhash.h"
#include "models/items/graphsession.h"
#include "models/words/words.h"

#include <string>
#include <unordered_map>

namespace idscope {

// A graph's state by names, and back.

namespace {

/// The nodes of some names. O(nodes) hash look-ups, whatever the number of names.
class NamedNodes {
public:
    void want(const QString& name) { nodes_.try_emplace(name.toUtf8().toStdString()); }
    void want(const QStringList& names) {
        for (const QString& name : names)
            want(name);
    }
    void find(const RelationGraph& graph, const std::stop_token& stop) {
        std::string name;
        for (std::uint32_t node = 0; node < graph.nodeLimit(); ++node) {
            if (node % 4096 == 0 && stop.stop_requested()) return;
            if (!graph.isNode(NodeId{node})) continue;
            name = graph.name(NodeId{node});
            if (const auto known = nodes_.find(name); known != nodes_.end()) known->second = NodeId{node};
        }
    }
    [[nodiscard]] std::optional<NodeId> at(const QString& name) const {
        const auto known = nodes_.find(name.toUtf8().toStdString());
        return known == nodes_.end() ? std::nullopt : known->second;
    }
    [[nodiscard]] std::vector<NodeId> all(const QStringList& names) const {
        std::vector<NodeId> found;
        for (const QString& name : names)
            if (const auto node = at(name)) found.push_back(*node);
        return found;
    }
    [[nodiscard]] std::vector<NodeSide> all(const std::vector<GraphState::Side>& sides) const {
        std::vector<NodeSide> found;
        for (const GraphState::Side& side : sides)
            if (const auto node = at(side.name)) found.push_back({*node, side.side});
        return found;
    }

private:
    std::unordered_map<std::string, std::optional<NodeId>, RandomHash> nodes_;
};

} // namespace

void GraphSession::find(const GraphState& wanted) {
    finding_.start([this, relations = relations_, wanted](const std::stop_token& stop,
                                                          const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        NamedNodes names;
        for (const QStringList& each : {wanted.from, wanted.to, wanted.unfolded})
            names.want(each);
        for (const auto* sides : {&wanted.expanded, &wanted.collapsed})
            for (const GraphState::Side& side : *sides)
                names.want(side.name);
        names.want(wanted.current);
        if (const auto graph = relationGraph(*relations, stop)) names.find(**graph, stop);
        State state{.question = {.kind = wanted.kind,
                                 .from = names.all(wanted.from),
                                 .to = names.all(wanted.to),
                                 .only = wanted.only.toUtf8().toStdString()},
                    .changes = {.expanded = names.all(wanted.expanded),
                                .collapsed = names.all(wanted.collapsed),
                                .unfolded = names.all(wanted.unfolded)}};
        QStringList missing;
        for (const QString& name : wanted.from + wanted.to)
            if (!names.at(name)) missing.append(name);
        return [this, state, current = names.at(wanted.current), missing] { Q_EMIT found(state, current, missing); };
    });
}

GraphState GraphSession::stateOf(const PictureChanges& changes, std::optional<NodeId> current) const {
    if (!answer_) return {};
    const auto names = [this](const std::vector<NodeId>& nodes) {
        QStringList all;
        for (const NodeId node : nodes)
            all.append(brnOf(node));
        return all;
    };
    const auto sides = [this](const std::vector<NodeSide>& nodes) {
        std::vector<GraphState::Side> all;
        all.reserve(nodes.size());
        for (const NodeSide& each : nodes)
            all.push_back({brnOf(each.node), each.side});
        return all;
    };
    return {.kind = answer_->question.kind,
            .from = names(answer_->question.from),
            .to = names(answer_->question.to),
            .only = words::fromUtf8(answer_->question.only),
            .expanded = sides(changes.expanded),
            .collapsed = sides(changes.collapsed),
            .unfolded = names(changes.unfolded),
            .current = current ? brnOf(*current) : QString()};
}

} // namespace idscope
