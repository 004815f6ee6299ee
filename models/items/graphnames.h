#pragma once

#include "models/relations/entitynames.h"
#include "models/relations/relationprivileges.h"

#include <QString>

#include <map>
#include <span>
#include <stop_token>
#include <string>

namespace idscope {

/// How the nodes of one graph are called: by their entity's name, else by type and the beginning of their key. One
/// thread.
class GraphNames {
public:
    GraphNames(TablePtr relations, GraphPtr graph, EntityNamesPtr names, RelationPrivilegesPtr privileges);

    /// Makes keys short for these together; others, and those that are left when stopped, get theirs alone.
    void shorten(std::span<const NodeId> nodes, const std::stop_token& stop = {});
    /// UTF-8 of any origin.
    [[nodiscard]] std::string name(NodeId node) const;
    /// What kind of thing it is ("group of 214", "PostgreSQL, AWS"), fit for one line of a screen.
    [[nodiscard]] QString kind(NodeId node) const;
    /// The app it belongs to: its entity's, else that of the relation.
    [[nodiscard]] std::string app(NodeId node, std::optional<RowId> relation) const;
    [[nodiscard]] RelationPrivileges& privileges() { return *privileges_; }
    [[nodiscard]] bool hasNames() const { return names_ != nullptr; }

private:
    TablePtr relations_;
    GraphPtr graph_;
    EntityNamesPtr names_;
    RelationPrivilegesPtr privileges_;
    std::optional<ColumnId> app_;
    std::map<NodeId, std::string> keys_;
};

} // namespace idscope
