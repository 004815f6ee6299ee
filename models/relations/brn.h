#pragma once

#include <optional>
#include <string_view>

namespace idscope {

/// The parts of `brn:bid:balkanid:::<tenant>:<type>:<key>` (eight parts split at ':'; tenant, type and key not empty).
/// Views into the text given. Source: contract, section BRN.
struct Brn {
    std::string_view tenant;
    std::string_view type;
    std::string_view key;
};

/// The parts, or nothing when the text is an opaque name. O(length).
std::optional<Brn> parseBrn(std::string_view text);

/// The BRN's type, or empty for an opaque name.
std::string_view brnType(std::string_view text);

} // namespace idscope
