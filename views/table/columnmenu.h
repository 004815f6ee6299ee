#pragma once

class QMenu;

namespace idscope {

class TableView;

/// The menu of a column's header, a child of the view.
QMenu* columnMenu(TableView& view, int column);

} // namespace idscope
