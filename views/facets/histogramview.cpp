#include "views/facets/histogramview.h"

#include "models/items/displaytext.h"
#include "models/items/facetwords.h"
#include "views/style/controls.h"
#include "views/style/fonts.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOption>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace idscope {

namespace {

constexpr int barsHeight = 52;
constexpr int handleWidth = 7;
constexpr int handleHeight = 16;
constexpr double reach = 6; ///< px around an edge in which the mouse takes hold of it
constexpr double slip = 2;  ///< px that a click may move
constexpr int pauseMs = 250;

} // namespace

HistogramView::HistogramView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // however many facets there are
    setLayoutDirection(Qt::LeftToRight);                       // an axis
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMs);
    connect(&pause_, &QTimer::timeout, this, &HistogramView::apply);
}

void HistogramView::setBars(std::shared_ptr<const FacetBars> bars) {
    // What is being brushed counts in edges: with others it would be another range.
    if (bars_ && bars &&
        !std::ranges::equal(bars_->bins->edges, bars->bins->edges, {}, &BinEdge::literal, &BinEdge::literal))
        forget();
    bars_ = std::move(bars);
    update();
}

void HistogramView::forget() {
    edges_.reset();
    isDragging_ = false;
    pause_.stop();
}

void HistogramView::setBrush(std::optional<double> low, std::optional<double> high) {
    low_ = low;
    high_ = high;
    update();
}

QSize HistogramView::sizeHint() const {
    return {0, barsHeight + metrics::gap + QFontMetrics(fontFor(FontRole::Small)).height() + metrics::unit};
}

QRect HistogramView::barsPlace() const {
    return {metrics::padding + 3, metrics::unit, width() - 2 * metrics::padding - 6, barsHeight};
}

double HistogramView::leftOf(double edge) const {
    const QRect place = barsPlace();
    return place.x() + edge * place.width() / std::max(bins(), 1);
}

double HistogramView::edgeAt(double x) const {
    const QRect place = barsPlace();
    return std::clamp((x - place.x()) * bins() / std::max(place.width(), 1), 0.0, static_cast<double>(bins()));
}

double HistogramView::low() const {
    return edges_ ? edges_->low : low_.value_or(0);
}

double HistogramView::high() const {
    return edges_ ? edges_->high : high_.value_or(bins());
}

std::optional<HistogramView::Edge> HistogramView::handleAt(double x) const {
    if (!hasBrush()) return std::nullopt;
    const double toLow = std::abs(x - leftOf(low()));
    const double toHigh = std::abs(x - leftOf(high()));
    if (std::min(toLow, toHigh) > reach) return std::nullopt;
    return toLow < toHigh ? Edge::Low : Edge::High;
}

void HistogramView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || bins() == 0) return;
    pause_.stop();
    const double x = event->position().x();
    if (const auto handle = handleAt(x)) {
        active_ = *handle;
        anchor_ = static_cast<int>(std::lround(*handle == Edge::Low ? high() : low()));
    } else { // a new brush, of one bin at first
        anchor_ = std::min(static_cast<int>(edgeAt(x)), bins() - 1);
        edges_ = Edges{anchor_, anchor_ + 1};
        active_ = Edge::High;
    }
    isDragging_ = true;
    hasMoved_ = false;
    pressedAt_ = x;
    update();
}

void HistogramView::mouseMoveEvent(QMouseEvent* event) {
    if (isDragging_) return dragTo(event->position().x());
    setCursor(handleAt(event->position().x()) ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void HistogramView::dragTo(double x) {
    hasMoved_ = hasMoved_ || std::abs(x - pressedAt_) > slip;
    if (!hasMoved_) return;
    const int edge = static_cast<int>(std::lround(edgeAt(x)));
    if (edge == anchor_) return; // nothing in between: stays as it was
    edges_ = Edges{std::min(edge, anchor_), std::max(edge, anchor_)};
    active_ = edge < anchor_ ? Edge::Low : Edge::High;
    update();
}

void HistogramView::mouseReleaseEvent(QMouseEvent* event) {
    if (!isDragging_) return;
    dragTo(event->position().x());
    isDragging_ = false;
    apply();
}

void HistogramView::apply() {
    pause_.stop();
    if (!edges_) return;
    const Edges edges = *std::exchange(edges_, std::nullopt);
    const auto bound = [](int edge, int end) {
        return edge == end ? std::nullopt : std::optional(static_cast<std::size_t>(edge));
    };
    // Until the filter says so.
    low_ = edges.low == 0 ? std::nullopt : std::optional<double>(edges.low);
    high_ = edges.high == bins() ? std::nullopt : std::optional<double>(edges.high);
    update();
    Q_EMIT brushed(bound(edges.low, 0), bound(edges.high, bins()));
}

void HistogramView::step(int by) {
    Edges edges{static_cast<int>(by < 0 ? std::ceil(low()) : std::floor(low())),
                static_cast<int>(by < 0 ? std::ceil(high()) : std::floor(high()))};
    // A range beyond the axis stands at its end, with nothing inside.
    if (active_ == Edge::Low)
        edges.low = std::clamp(edges.low + by, 0, std::max(0, edges.high - 1));
    else
        edges.high = std::clamp(edges.high + by, std::min(edges.low + 1, bins()), bins());
    if (edges.low >= edges.high) return;
    edges_ = edges;
    pause_.start();
    update();
}

void HistogramView::keyPressEvent(QKeyEvent* event) {
    if (bins() == 0 || isDragging_) return QWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    case Qt::Key_Home:
        return step(-bins());
    case Qt::Key_End:
        return step(bins());
    case Qt::Key_Up:
    case Qt::Key_Down:
        active_ = active_ == Edge::Low ? Edge::High : Edge::Low;
        return update();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return apply();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        pause_.stop();
        edges_.reset();
        return Q_EMIT clearRequested();
    default:
        QWidget::keyPressEvent(event);
    }
}

void HistogramView::focusOutEvent(QFocusEvent* event) {
    if (!isDragging_) apply();
    QWidget::focusOutEvent(event);
    update();
}

bool HistogramView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || bins() == 0) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int bin = std::min(static_cast<int>(edgeAt(help->pos().x())), bins() - 1);
    const QRectF place(leftOf(bin), 0, leftOf(bin + 1) - leftOf(bin), height());
    QToolTip::showText(help->globalPos(), toolTipMarkup(words::binText(*bars_, static_cast<std::uint32_t>(bin))), this,
                       place.toRect());
    return true;
}

void HistogramView::paintEvent(QPaintEvent*) {
    if (bins() == 0) return;
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    const QRect place = barsPlace();
    if (hasBrush())
        painter.fillRect(QRectF(leftOf(low()), place.y(), leftOf(high()) - leftOf(low()), place.height()),
                         t.accentSoft);
    paintBars(painter);
    // What is far off stands away from the others: the axis is cut there.
    const int from = qRound(leftOf(bars_->bins->farBelow ? 1 : 0));
    const int to = qRound(leftOf(bins() - (bars_->bins->farAbove ? 1 : 0)));
    painter.fillRect(from, place.bottom() + 1, to - from, 1, t.line);
    for (const int cut : {from, to})
        if (cut != place.x() && cut != place.x() + place.width())
            painter.fillRect(cut, place.y(), 1, place.height() + 2, t.line);
    painter.setFont(fontFor(FontRole::Small));
    painter.setPen(t.muted);
    const QRect ends(metrics::padding, place.bottom() + metrics::unit, width() - 2 * metrics::padding,
                     height() - place.bottom() - metrics::unit);
    // Neither lies over the other.
    const int half = (ends.width() - metrics::gap) / 2;
    const auto elided = [&](const QString& end, const QString& other) {
        const int room = std::max(half, ends.width() - metrics::gap - painter.fontMetrics().horizontalAdvance(other));
        return painter.fontMetrics().elidedText(end, Qt::ElideRight, room);
    };
    const QString begin = words::axisBegin(*bars_->bins);
    const QString end = words::axisEnd(*bars_->bins);
    painter.drawText(ends, Qt::AlignLeft | Qt::AlignAbsolute | Qt::AlignTop, elided(begin, end));
    painter.drawText(ends, Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignTop, elided(end, begin));
    if (hasBrush() || hasFocus()) paintBrush(painter);
    if (!hasFocus()) return;
    QStyleOption focus;
    focus.initFrom(this);
    focus.rect = rect().adjusted(metrics::unit, 0, -metrics::unit, 0);
    controls::drawFocus(focus, painter);
}

void HistogramView::paintBars(QPainter& painter) const {
    const Tokens& t = tokensOf(palette());
    const QRect place = barsPlace();
    const std::uint64_t most = *std::max_element(bars_->all.begin(), bars_->all.end() - 1);
    const bool gaps = place.width() >= 4 * bins();
    for (int bin = 0; bin < bins(); ++bin) {
        const bool inside = !hasBrush() || (bin + 1 > low() && bin < high());
        const int left = qRound(leftOf(bin));
        const int wide = std::max(1, qRound(leftOf(bin + 1)) - left - (gaps ? 1 : 0));
        const auto draw = [&](std::uint64_t rows, const QColor& color) {
            if (rows == 0) return; // any row is seen
            const int high =
                std::max(1, qRound(static_cast<double>(rows) * place.height() / static_cast<double>(most)));
            painter.fillRect(left, place.bottom() + 1 - high, wide, high, color);
        };
        const auto at = static_cast<std::size_t>(bin);
        draw(bars_->all[at], inside ? t.hist : t.histOff);
        draw(bars_->within[at], inside ? t.bar : t.thumb);
    }
}

void HistogramView::paintBrush(QPainter& painter) const {
    const Tokens& t = tokensOf(palette());
    const QRect place = barsPlace();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr double edgeWidth = 1.5;
    for (const auto& [edge, at] : {std::pair{Edge::Low, low()}, std::pair{Edge::High, high()}}) {
        const double x = leftOf(at);
        const bool isActive = hasFocus() && edge == active_;
        if (hasBrush())
            painter.fillRect(QRectF(x - edgeWidth / 2, place.y(), edgeWidth, place.height()), t.accent);
        else if (!isActive)
            continue;
        painter.setPen(QPen(t.accent, edgeWidth));
        painter.setBrush(isActive ? t.accent : t.base);
        const double top = place.y() + (place.height() - handleHeight) / 2.0;
        painter.drawRoundedRect(QRectF(x - handleWidth / 2.0, top, handleWidth, handleHeight), 2, 2);
    }
    painter.restore();
}

} // namespace idscope
