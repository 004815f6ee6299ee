#pragma once

#include "models/schema/color.h"
#include "models/schema/schema.h"

#include <QtGlobal>

namespace idscope::schemas {

/// The documentation says that ID is required, then that only Name and Type always are: a label without an ID is shown
/// and flagged.
inline constexpr ColumnSpec labelsColumns[] = {
    {"ID", ColumnType::Id, Presence::Required, 180},
    {"Name", ColumnType::Text, Presence::Required, 180},
    {"Color", ColumnType::Text, Presence::Optional, 100},
    {"Icon", ColumnType::Url, Presence::Optional, 200},
    {"Background Color", ColumnType::Color, Presence::Optional, 130},
    {"Text Color", ColumnType::Color, Presence::Optional, 110},
    {"Type", ColumnType::Text, Presence::Required, 110},
    {"Light Background Color", ColumnType::Color, Presence::Optional, 150},
    {"Light Text Color", ColumnType::Color, Presence::Optional, 130},
    {"Dark Background Color", ColumnType::Color, Presence::Optional, 150},
    {"Dark Text Color", ColumnType::Color, Presence::Optional, 130},
};

inline constexpr DerivedSpec labelsDerived[] = {
    {"contrast_light", ColumnType::Number, {"Light Text Color", "Light Background Color"}, contrastRatio},
    {"contrast_dark", ColumnType::Number, {"Dark Text Color", "Dark Background Color"}, contrastRatio},
};

inline constexpr std::string_view labelsFacets[] = {"type", "color", "contrast_light", "contrast_dark"};

inline constexpr Schema labels{.key = "labels",
                               .title = QT_TRANSLATE_NOOP("Resource", "Labels"),
                               .icon = "labels",
                               .columns = labelsColumns,
                               .derived = labelsDerived,
                               .facets = labelsFacets};

} // namespace idscope::schemas
