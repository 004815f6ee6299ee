#pragma once

#include <cstdint>

class QMenu;

namespace idscope {

class GraphPage;

/// The menu of a node of the drawing, a child of the page.
QMenu* nodeMenu(GraphPage& page, std::uint32_t index);

} // namespace idscope
