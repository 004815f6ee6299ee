#include "views/parts/sharebar.h"

#include "views/style/controls.h"

#include <QPainter>

#include <algorithm>

namespace idscope {

namespace {

constexpr int barWidth = 120;
constexpr int barHeight = 6;

} // namespace

ShareBar::ShareBar(QWidget* parent) : QWidget(parent) {
    setFixedSize(barWidth, barHeight);
}

void ShareBar::setShare(double share) {
    share_ = std::clamp(share, 0.0, 1.0);
    update();
}

void ShareBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    QRect done(0, 0, static_cast<int>(share_ * width()), height());
    if (isRightToLeft()) done.moveRight(width() - 1);
    controls::drawBox(painter, rect(), t.barAll, t.barAll, 0, 1);
    if (done.width() > 0) controls::drawBox(painter, done, t.accent, t.accent, 0, 1);
}

} // namespace idscope
