// Makes a program say how large its window is, and end, once the window is painted for the first time: linked into
// those whose start bench_start times.

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include <cstdio>
#include <cstdlib>

namespace {

class FirstPaint final : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && watched->isWidgetType() && !seen_) {
            seen_ = true;
            const QSize size = static_cast<const QWidget*>(watched)->window()->size();
            // By the time the event loop comes round all of the window is painted, and handed to the screen.
            QMetaObject::invokeMethod(this, [size] { end(size); }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    [[noreturn]] static void end(QSize size) {
        std::printf("%dx%d\n", size.width(), size.height());
        std::fflush(stdout);
        std::_Exit(EXIT_SUCCESS);
    }

    bool seen_ = false;
};

void watchFirstPaint() {
    QCoreApplication* application = QCoreApplication::instance();
    application->installEventFilter(new FirstPaint(application));
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watchFirstPaint)
