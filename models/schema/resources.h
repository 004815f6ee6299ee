#pragma once

#include "models/schema/apps.h"
#include "models/schema/entities.h"
#include "models/schema/entityrelations.h"
#include "models/schema/entityrules.h"
#include "models/schema/integrations.h"
#include "models/schema/labels.h"

#include <array>

namespace idscope {

/// Every resource Idscope knows, in the order people see them. This is the only list: a new resource is one header
/// beside this one and one line here.
inline constexpr auto resourceList = std::to_array<const Schema*>({
    &schemas::apps,
    &schemas::integrations,
    &schemas::entityRelations,
    &schemas::entityRules,
    &schemas::labels,
    &schemas::entities,
});

constexpr SchemaList resources() {
    return resourceList;
}

} // namespace idscope
