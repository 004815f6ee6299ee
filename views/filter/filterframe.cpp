#include "views/filter/filterframe.h"

#include "views/style/controls.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QPainter>
#include <QPainterPath>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

struct Sign {
    QString icon;
    QColor ink;
    QColor ground;
};

Sign signOf(FilterVerdict::State state, const Tokens& t) {
    switch (state) {
    case FilterVerdict::State::Valid:
        return {u"ok"_s, t.ok, t.okBg};
    case FilterVerdict::State::Wrong:
        return {u"error"_s, t.error, t.errorBg};
    case FilterVerdict::State::Doubtful:
        return {u"warning"_s, t.warn, t.warnBg};
    case FilterVerdict::State::Empty:
        break;
    }
    return {u"filter"_s, t.muted, t.base};
}

} // namespace

FilterFrame::FilterFrame(QWidget* parent) : QWidget(parent) {
    setFixedHeight(metrics::field(fontMetrics()));
}

void FilterFrame::setState(FilterVerdict::State state, bool focused) {
    if (state == state_ && focused == focused_) return;
    state_ = state;
    focused_ = focused;
    update();
}

void FilterFrame::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    const Sign sign = signOf(state_, t);
    const bool wrong = state_ == FilterVerdict::State::Wrong;
    const QColor& edge = wrong ? t.error : focused_ ? t.accent : t.border;

    controls::drawBox(painter, rect(), t.base, edge, 0, metrics::radius);
    const QRect square(0, 0, height(), height());
    QPainterPath rounded;
    rounded.addRoundedRect(rect(), metrics::radius, metrics::radius);
    painter.save();
    painter.setClipPath(rounded);
    painter.fillRect(square, sign.ground);
    painter.restore();
    paintIcon(painter, square, sign.icon, sign.ink);
    controls::drawBox(painter, rect(), Qt::transparent, edge, wrong || focused_ ? metrics::focusWidth : 1,
                      metrics::radius);
}

} // namespace idscope
