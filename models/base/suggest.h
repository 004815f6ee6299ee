#pragma once

#include <span>
#include <string>
#include <string_view>

namespace idscope {

/// The candidate that `word` is most likely a misspelling of, or empty: at most a third of its bytes inserted, left
/// out, changed or swapped with a neighbour. The first of equals. O(word × all candidates).
std::string closest(std::string_view word, std::span<const std::string_view> candidates);

} // namespace idscope
