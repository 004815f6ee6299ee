#pragma once

#include "models/relations/brn.h"
#include "models/schema/schema.h"

#include <QtGlobal>

// Another resource as it would be added to models/schema: this header, and one line in the list.
namespace idscope::schemas {

inline constexpr ColumnSpec accountsColumns[] = {
    {"Account", ColumnType::Brn, Presence::Required, 150},
    {"Timestamp", ColumnType::Instant, Presence::Required, 142},
    {"App", ColumnType::Text, Presence::Required, 90},
    {"Integration", ColumnType::Text, Presence::Optional, 150},
    {"Name", ColumnType::Text, Presence::Required, 180},
    {"Entity Type", ColumnType::Text, Presence::Required, 110},
    {"Source System", ColumnType::Text, Presence::Optional, 110},
    {"Source ID", ColumnType::Id, Presence::Optional, 120},
    {"Source Type", ColumnType::Text, Presence::Optional, 110},
    {"Metadata Version", ColumnType::Text, Presence::Optional, 120},
    {"Metadata", ColumnType::Json, Presence::Optional, 340},
};

inline constexpr DerivedSpec accountsDerived[] = {
    {"tenant",
     ColumnType::Id,
     {"Account", {}},
     [](std::string_view text, std::string_view) {
         const auto brn = parseBrn(text);
         return brn ? std::string(brn->tenant) : std::string();
     }},
};

inline constexpr Schema accounts{.key = "accounts",
                                 .title = QT_TRANSLATE_NOOP("Resource", "Accounts"),
                                 .icon = "accounts",
                                 .columns = accountsColumns,
                                 .derived = accountsDerived,
                                 .typeClaim = {.type = "Entity Type", .brn = "Account"}};

} // namespace idscope::schemas
