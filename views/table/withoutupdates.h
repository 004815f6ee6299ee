#pragma once

#include <QWidget>

namespace idscope {

/// Keeps a header from drawing while it lives: one that draws looks up where a section is whenever that gets another
/// width, which costs O(sections). Nothing is drawn afterwards either where somebody else keeps it from that.
class WithoutUpdates {
public:
    /// What counts is what was asked of the widget itself: one within another that is not drawn is so with it.
    explicit WithoutUpdates(QWidget& widget)
        : widget_(widget), before_(widget.testAttribute(Qt::WA_ForceUpdatesDisabled)) {
        widget_.setUpdatesEnabled(false);
    }
    ~WithoutUpdates() { widget_.setUpdatesEnabled(!before_); }
    Q_DISABLE_COPY_MOVE(WithoutUpdates)

private:
    QWidget& widget_;
    bool before_;
};

} // namespace idscope
