#pragma once

#include "models/schema/schema.h"

#include <QtGlobal>

namespace idscope::schemas {

/// Gives BRNs their human names. Not on the five pages of the documentation: columns and their order are those that the
/// hub shows elsewhere (contract, "Also in the hub"); which of them are required is inferred.
inline constexpr ColumnSpec entitiesColumns[] = {
    {"BRN", ColumnType::Brn, Presence::Required, 150},
    {"Timestamp", ColumnType::Instant, Presence::Optional, 142},
    {"App", ColumnType::Text, Presence::Optional, 90, {"apps", {"ID", "Name"}}},
    {"Integration", ColumnType::Text, Presence::Optional, 150, {"integrations", {"ID"}, true}},
    {"Name", ColumnType::Text, Presence::Required, 180},
    {"Entity Type", ColumnType::Text, Presence::Required, 110},
    {"Source System", ColumnType::Text, Presence::Optional, 110},
    {"Source ID", ColumnType::Id, Presence::Optional, 120},
    {"Source Type", ColumnType::Text, Presence::Optional, 110},
    {"Metadata Version", ColumnType::Text, Presence::Optional, 120},
    {"Metadata", ColumnType::Json, Presence::Optional, 340},
};

inline constexpr Schema entities{.key = "entities",
                                 .title = QT_TRANSLATE_NOOP("Resource", "Entities"),
                                 .icon = "entities",
                                 .columns = entitiesColumns,
                                 .typeClaim = {.type = "Entity Type", .brn = "BRN"},
                                 .naming = {.name = "Name", .brn = "BRN"},
                                 .isExtra = true};

} // namespace idscope::schemas
