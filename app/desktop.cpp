#include "app/desktop.h"

#include <QApplication>
#include <QMainWindow>

namespace idscope {

int runDesktop(QApplication& application, const DesktopOptions& options) {
    QMainWindow window;
    window.setWindowTitle(options.files.isEmpty() ? QApplication::applicationName() : options.files.front());
    window.show();
    return application.exec();
}

} // namespace idscope
