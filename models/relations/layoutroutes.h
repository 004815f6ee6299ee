#pragma once

#include "models/relations/layout.h"

namespace idscope {

/// Draws the edges of a layout whose nodes are placed; `order`: by column, its nodes from top to bottom.
void route(const LayoutQuestion& question, const std::vector<std::vector<std::uint32_t>>& order, Layout& layout);

} // namespace idscope
