#pragma once

#include <QStringList>

class QApplication;

namespace idscope {

/// What the window is to begin with.
struct DesktopOptions {
    QStringList files; ///< exported CSV files to open
    bool sample = false;
};

/// Shows the window and runs the event loop until it is closed. Returns the process's exit code.
int runDesktop(QApplication& application, const DesktopOptions& options);

} // namespace idscope
