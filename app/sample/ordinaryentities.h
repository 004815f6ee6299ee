#pragma once

#include "app/sample/integrationfacts.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace idscope {

enum class EntityKind : std::uint8_t { Identity, Group, Role, Resource };
inline constexpr EntityKind entityKinds[] = {EntityKind::Identity, EntityKind::Group, EntityKind::Role,
                                             EntityKind::Resource};

// The entities that an integration's relations are about, beside those of stories: `countOf` of each kind, by index.

/// As the relations have it: identity, connection or resource.
std::string_view entityType(EntityKind kind);
std::uint32_t countOf(const RelationShape& shape, EntityKind kind);
std::string ordinaryBrn(std::string_view app, EntityKind kind, std::uint32_t index);
/// What its key is made from, without the app: "user/17".
std::string ordinarySourceId(EntityKind kind, std::uint32_t index);
/// As people call it; those of one app and kind differ.
std::string ordinaryName(std::string_view app, EntityKind kind, std::uint32_t index);
/// "user", "group", "role", or what the app calls such a resource.
std::string_view ordinarySourceType(std::string_view app, EntityKind kind, std::uint32_t index);

} // namespace idscope
