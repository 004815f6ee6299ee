#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace idscope {

/// The byte of `name` from which on it goes like `folded` (text of folded case), where one of its words begins: at its
/// own beginning, behind a sign, and where capitals or digits begin ("privilegeName", "last_run", "sha256"). O(bytes).
std::optional<std::size_t> wordStart(std::string_view folded, std::string_view name);

} // namespace idscope
