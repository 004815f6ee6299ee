#include "models/items/graphnames.h"

#include "models/items/displaytext.h"
#include "models/relations/neighbours.h"
#include "models/relations/shortkeys.h"
#include "models/words/graphwords.h"
#include "models/words/words.h"

namespace idscope {

GraphNames::GraphNames(TablePtr relations, GraphPtr graph, EntityNamesPtr names, RelationPrivilegesPtr privileges)
    : relations_(std::move(relations)), graph_(std::move(graph)), names_(std::move(names)),
      privileges_(std::move(privileges)), app_(relations_->find("app")) {}

void GraphNames::shorten(std::span<const NodeId> nodes, const std::stop_token& stop) {
    std::vector<NodeId> nameless;
    for (const NodeId node : nodes) {
        if (stop.stop_requested()) return;
        if ((!names_ || !names_->find(graph_->name(node))) && !keys_.contains(node)) nameless.push_back(node);
    }
    const std::vector<std::string> keys = shortKeys(*graph_, nameless, shortestKey, stop);
    for (std::size_t i = 0; i < nameless.size() && !stop.stop_requested(); ++i)
        keys_[nameless[i]] = keys[i];
}

std::string GraphNames::name(NodeId node) const {
    if (names_)
        if (const auto entity = names_->find(graph_->name(node))) return std::string(entity->name);
    if (const auto key = keys_.find(node); key != keys_.end()) return key->second;
    return shortKeys(*graph_, {&node, 1}).front();
}

QString GraphNames::kind(NodeId node) const {
    const auto entity = names_ ? names_->find(graph_->name(node)) : std::nullopt;
    const QString source = entity ? displayText(entity->sourceType, 60).text : QString();
    const QString app = entity ? displayText(entity->app, 60).text : QString();
    const std::string_view type = graph_->type(node);
    const QString kind = source.isEmpty() ? displayText(type, 60).text : source;
    if (type == "connection") return words::kindWithMembers(kind, graph_->degree(node, Direction::Up));
    if (kind.isEmpty()) return words::otherName();
    return app.isEmpty() ? kind : words::list({kind, app});
}

std::string GraphNames::app(NodeId node, std::optional<RowId> relation) const {
    if (names_)
        if (const auto entity = names_->find(graph_->name(node)); entity && !entity->app.empty())
            return std::string(entity->app);
    if (!relation) {
        for (const Direction side : {Direction::Up, Direction::Down})
            if (const auto rows = graph_->rows(node, side); !relation && !rows.empty()) relation = rows.front();
    }
    return relation && app_ ? std::string(relations_->cell(*relation, *app_)) : std::string();
}

} // namespace idscope
