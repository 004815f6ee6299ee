#pragma once

#include "models/schema/schema.h"

#include <QtGlobal>

namespace idscope::schemas {

inline constexpr ColumnSpec entityRulesColumns[] = {
    {"ID", ColumnType::Id, Presence::Required, 110},
    {"entity_filter", ColumnType::Json, Presence::Required, 340},
    {"name", ColumnType::Text, Presence::Required, 220},
    {"description", ColumnType::Text, Presence::Optional, 280},
    {"label", ColumnType::Text, Presence::Optional, 160, {"labels", {"ID", "Name"}}},
    {"created_at", ColumnType::Instant, Presence::Required, 142},
    {"updated_at", ColumnType::Instant, Presence::Required, 142},
    {"created_by", ColumnType::Text, Presence::Optional, 120},
    {"updated_by", ColumnType::Text, Presence::Optional, 120},
};

inline constexpr std::string_view entityRulesFacets[] = {"label", "created_at", "created_by", "updated_at"};

inline constexpr Schema entityRules{.key = "entity-rules",
                                    .title = QT_TRANSLATE_NOOP("Resource", "Custom Insights"),
                                    .icon = "insights",
                                    .columns = entityRulesColumns,
                                    .facets = entityRulesFacets};

} // namespace idscope::schemas
