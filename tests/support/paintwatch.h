#pragma once

#include <QEvent>
#include <QObject>
#include <QWidget>

#include <functional>
#include <utility>

namespace idscope::test {

/// Sees whether a widget has been painted, or painted while something was so.
class PaintWatch final : public QObject {
public:
    explicit PaintWatch(
        QWidget& widget, std::function<bool()> matters = [] { return true; })
        : matters_(std::move(matters)) {
        widget.installEventFilter(this);
    }
    [[nodiscard]] bool isPainted() const { return painted_; }
    /// Forgets what was painted so far.
    void beginAnew() { painted_ = false; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && matters_()) painted_ = true;
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<bool()> matters_;
    bool painted_ = false;
};

} // namespace idscope::test
