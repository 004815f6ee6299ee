#pragma once

#include "models/schema/schema.h"

#include <QtGlobal>

namespace idscope::schemas {

inline constexpr ColumnSpec integrationsColumns[] = {
    {"ID", ColumnType::Id, Presence::Required, 110},
    {"Name", ColumnType::Text, Presence::Required, 170},
    {"Description", ColumnType::Text, Presence::Optional, 200},
    {"Last Run", ColumnType::Instant, Presence::Optional, 142},
    {"Status", ColumnType::Text, Presence::Required, 80},
    {"Primary Owner", ColumnType::Text, Presence::Optional, 180},
    {"Message", ColumnType::Text, Presence::Optional, 180},
    {"Metadata", ColumnType::Json, Presence::Optional, 280},
    {"Reviewer Precedence", ColumnType::Text, Presence::Optional, 180},
    {"Provisioning Options", ColumnType::Json, Presence::Optional, 160},
    {"Extraction Options", ColumnType::Json, Presence::Optional, 160},
    {"Reviewer Count", ColumnType::Number, Presence::Optional, 110},
    {"Entity Request Values Templates", ColumnType::Text, Presence::Optional, 160},
    {"Entity Request Values Defaults", ColumnType::Text, Presence::Optional, 160},
};

inline constexpr std::string_view integrationsFacets[] = {"status", "last_run", "primary_owner", "reviewer_count"};

inline constexpr Schema integrations{.key = "integrations",
                                     .title = QT_TRANSLATE_NOOP("Resource", "Integrations"),
                                     .icon = "integrations",
                                     .columns = integrationsColumns,
                                     .facets = integrationsFacets};

} // namespace idscope::schemas
