#pragma once

#include "models/schema/schema.h"

#include <QtGlobal>

namespace idscope::schemas {

inline constexpr ColumnSpec appsColumns[] = {
    {"Tenant ID", ColumnType::Id, Presence::Required, 120},
    {"Tenant Name", ColumnType::Text, Presence::Required, 120},
    {"Tenant Status", ColumnType::Text, Presence::Required, 110},
    {"Tenant Created At", ColumnType::Instant, Presence::Required, 142},
    {"ID", ColumnType::Id, Presence::Required, 120},
    {"Name", ColumnType::Text, Presence::Required, 180},
    {"Description", ColumnType::Text, Presence::Optional, 260},
    {"Logo", ColumnType::Url, Presence::Optional, 220},
};

inline constexpr std::string_view appsFacets[] = {"tenant_status", "tenant_created_at"};

inline constexpr Schema apps{.key = "apps",
                             .title = QT_TRANSLATE_NOOP("Resource", "Apps"),
                             .icon = "apps",
                             .columns = appsColumns,
                             .facets = appsFacets};

} // namespace idscope::schemas
