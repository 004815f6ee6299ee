#pragma once

#include <string>
#include <string_view>

namespace idscope {

/// foldedCase() into a buffer that is used again and again: no allocation once it has grown, and a fast path for ASCII.
/// O(bytes).
void foldInto(std::string& buffer, std::string_view text);

/// O(bytes).
bool isUtf8(std::string_view text);

} // namespace idscope
