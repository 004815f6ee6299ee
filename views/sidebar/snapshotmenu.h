#pragma once

#include <cstdint>
#include <functional>

class QMenu;
class QPoint;
class QWidget;

namespace idscope {

/// What can be done with a snapshot.
enum class SnapshotAction : std::uint8_t {
    Open,
    Check,        ///< whether its bytes are still those fetched
    ShowInFolder, ///< in the desktop's file manager
    CopyPath,
    Remove,
    Keeping, ///< how long snapshots are kept
};

/// Opens the menu of a snapshot, which tells what was chosen. Gone when closed.
void openSnapshotMenu(QWidget& parent, const QPoint& place, std::function<void(SnapshotAction)> chosen);

} // namespace idscope
