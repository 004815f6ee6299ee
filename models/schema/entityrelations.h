#pragma once

#include "models/relations/brn.h"
#include "models/schema/schema.h"

#include <QtGlobal>

namespace idscope::schemas {

inline constexpr ColumnSpec entityRelationsColumns[] = {
    {"App", ColumnType::Text, Presence::Required, 90, {"apps", {"ID", "Name"}}},
    {"Timestamp", ColumnType::Instant, Presence::Required, 142},
    {"Integration", ColumnType::Text, Presence::Required, 150, {"integrations", {"ID"}, true}},
    {"Parent Entity BRN", ColumnType::Brn, Presence::Required, 150, {"entities", {"BRN"}}},
    {"Entity BRN", ColumnType::Brn, Presence::Required, 150, {"entities", {"BRN"}}},
    {"Entity Type", ColumnType::Text, Presence::Required, 110},
    {"Source System", ColumnType::Text, Presence::Required, 110},
    {"Metadata Version", ColumnType::Text, Presence::Required, 120},
    {"Metadata", ColumnType::Json, Presence::Required, 340},
};

inline constexpr DerivedSpec entityRelationsDerived[] = {
    {"parent_type",
     ColumnType::Text,
     {"Parent Entity BRN", {}},
     [](std::string_view parent, std::string_view) { return std::string(brnType(parent)); }},
};

inline constexpr std::string_view entityRelationsFacets[] = {"timestamp", "metadata.privilegeName", "entity_type",
                                                             "parent_type", "metadata.connectionType"};

inline constexpr Schema entityRelations{.key = "entity-relations",
                                        .title = QT_TRANSLATE_NOOP("Resource", "Entity Relations"),
                                        .icon = "relations",
                                        .columns = entityRelationsColumns,
                                        .derived = entityRelationsDerived,
                                        .typeClaim = {.type = "Entity Type", .brn = "Entity BRN"},
                                        .relation = {.parent = "Parent Entity BRN",
                                                     .child = "Entity BRN",
                                                     .metadata = "Metadata",
                                                     .privilege = "privilegeName"},
                                        .facets = entityRelationsFacets,
                                        .perIntegration = true};

} // namespace idscope::schemas
