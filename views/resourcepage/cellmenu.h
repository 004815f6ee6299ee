#pragma once

class QMenu;

namespace idscope {

class ResourcePage;

/// The menu of the selected cells, a child of the page: filters made from them, copies, and their column.
QMenu* cellMenu(ResourcePage& page);

} // namespace idscope
