#include "views/transfers/phasebar.h"

#include "views/style/controls.h"

#include <QPainter>

#include <array>
#include <numeric>

namespace idscope {

namespace {

constexpr int barHeight = 6;
constexpr int barGap = 2;
constexpr int block = 12;
constexpr std::array parts{36, 36, 84, 36}; ///< widths of the phases in relation
constexpr int partsInAll = std::accumulate(parts.begin(), parts.end(), 0);
constexpr int gapsInAll = barGap * (static_cast<int>(parts.size()) - 1);

} // namespace

PhaseBar::PhaseBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PhaseBar::show(const TransferModel::Shares& shares, TransferPhase phase) {
    shares_ = shares;
    phase_ = phase;
    update();
}

QSize PhaseBar::sizeHint() const {
    return {partsInAll + gapsInAll, barHeight};
}

void PhaseBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    const auto fill = [&painter](const QRect& rect, const QColor& color) {
        if (rect.width() > 0) controls::drawBox(painter, rect, color, color, 0, 1);
    };
    if (isRightToLeft()) {
        painter.translate(width(), 0);
        painter.scale(-1, 1);
    }
    const bool ended = phase_ == TransferPhase::Failed || phase_ == TransferPhase::Cancelled;
    bool running = true; // the first part that is not whole is where it is, or where it ended
    int x = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const QRect part(x, 0, parts[i] * (width() - gapsInAll) / partsInAll, height());
        x += part.width() + barGap;
        const double share = static_cast<qsizetype>(i) < shares_.size() ? shares_[static_cast<qsizetype>(i)] : 0;
        if (share >= 1) {
            fill(part, t.bar);
            continue;
        }
        fill(part, t.barAll);
        if (!running) continue;
        running = false;
        if (ended)
            fill(part, phase_ == TransferPhase::Failed ? t.error : t.thumb);
        else if (share == TransferModel::unknown)
            fill(QRect(part.x() + (part.width() - block) / 2, 0, block, height()), t.accent);
        else
            fill(QRect(part.x(), 0, static_cast<int>(share * part.width()), height()), t.accent);
    }
}

} // namespace idscope
