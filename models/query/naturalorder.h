#pragma once

#include <string>
#include <string_view>

namespace idscope {

/// Bytes that compare as texts compare naturally: runs of ASCII digits by value (whatever their length and leading
/// zeros), the rest by folded code points, a beginning before what goes on. Texts that differ may have the same key.
/// O(bytes).
std::string naturalKey(std::string_view text);

} // namespace idscope
