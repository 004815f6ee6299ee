#pragma once

#include "models/schema/schema.h"

#include <QtGlobal>

namespace idscope::schemas {

/// What the graph answers, as a table like any other. No export has it, so it is no resource.
inline constexpr ColumnSpec graphResultColumns[] = {
    {"Name", ColumnType::Text, Presence::Required, 190},
    {"BRN", ColumnType::Brn, Presence::Required, 150, {"entities", {"BRN"}}},
    {"Type", ColumnType::Text, Presence::Required, 100},
    {"Distance", ColumnType::Number, Presence::Optional, 86},
    {"Via", ColumnType::Text, Presence::Required, 380},
    {"Privilege", ColumnType::Text, Presence::Required, 100},
    {"App", ColumnType::Text, Presence::Required, 80},
};

inline constexpr Schema graphResult{.key = "graph-result",
                                    .title = QT_TRANSLATE_NOOP("Resource", "Graph result"),
                                    .icon = "graph",
                                    .columns = graphResultColumns,
                                    .naming = {.name = "Name", .brn = "BRN"}};

inline constexpr const Schema* graphResultList[] = {&graphResult};

} // namespace idscope::schemas
