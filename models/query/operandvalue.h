#pragma once

#include "models/json/json.h"
#include "models/json/path.h"
#include "models/query/query.h"

#include <optional>
#include <string>
#include <string_view>

namespace idscope {

/// The part of a BRN that an operand of one of the Brn kinds names; empty when the cell is an opaque name.
std::string_view brnPart(std::string_view cell, Operand::Kind kind);

/// A value within a JSON cell, as people see it: strings decoded, all else as written. A secret is a string of dots,
/// and so is any secret within an object or array, unless secrets are revealed.
struct JsonValue {
    JsonKind kind{};
    std::string text;
};

/// The first value that the path leads to, in document order; nothing when there is none or the cell is no JSON.
std::optional<JsonValue> firstJsonValue(std::string_view cell, const JsonPath& path, bool revealSecrets);

} // namespace idscope
