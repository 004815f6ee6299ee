#include "views/graph/graphview.h"

#include "views/graph/columnheads.h"
#include "views/graph/edgelayer.h"
#include "views/graph/graphaccess.h"
#include "views/graph/graphitems.h"
#include "views/graph/minimap.h"
#include "views/parts/focusring.h"
#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <set>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double zoomStep = 1.2;
constexpr double leastZoom = 0.1;
constexpr double mostZoom = 4;
constexpr double leastWhole = 0.60; ///< zoom at which all of a new drawing is shown: the words of edges are there
constexpr double firstZoom = 0.75;  ///< of a larger one: second lines are there
constexpr int glideMs = 120;
constexpr double margin = 24; ///< around the drawing

NodeLook lookOf(const GraphDrawing& drawing, std::uint32_t i, const QString& type) {
    return {drawing.nodes[i].markedTitle(), drawing.nodes[i].kind, type, drawing.picture.nodes[i].key.isFold()};
}

} // namespace

GraphView::GraphView(QWidget* parent)
    : QGraphicsView(parent), edges_(new EdgeLayer), heads_(new ColumnHeads(*this)), minimap_(new Minimap(*this)),
      zoomBar_(new QWidget(this)), zoomWords_(new PlainLabel(FontRole::Small, zoomBar_)) {
    makeGraphAccessible();
    setScene(new QGraphicsScene(this));
    scene()->addItem(edges_);
    setDragMode(ScrollHandDrag);
    viewport()->setCursor(Qt::ArrowCursor);
    setTransformationAnchor(AnchorUnderMouse);
    setViewportUpdateMode(MinimalViewportUpdate);
    setOptimizationFlag(DontSavePainterState);
    setAccessibleName(tr("Drawing of the graph"));
    setFrameShape(NoFrame);
    setViewportMargins(0, heads_->height(), 0, 0);
    scene()->setItemIndexMethod(QGraphicsScene::NoIndex);
    buildZoomBar();
    new FocusRing(*this); // the current node may be out of sight
    glide_.setDuration(glideMs);
    glide_.setStartValue(0.0);
    glide_.setEndValue(1.0);
    connect(&glide_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        for (const auto& [item, from] : from_)
            item->setPos(from + (item->target() - from) * value.toDouble());
    });
    connect(&glide_, &QVariantAnimation::finished, this, [this] { from_.clear(); });
}

GraphView::~GraphView() {
    glide_.stop();
}

void GraphView::buildZoomBar() {
    zoomBar_->setAutoFillBackground(true); // the drawing is below it
    zoomBar_->setBackgroundRole(QPalette::Window);
    auto* layout = new QHBoxLayout(zoomBar_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::unit);
    const auto button = [this, layout](const QString& text, const QString& name) {
        auto* made = new QPushButton(text, zoomBar_);
        made->setAccessibleName(name);
        made->setToolTip(name);
        made->setFocusPolicy(Qt::TabFocus);
        made->setAutoDefault(false);
        layout->addWidget(made);
        return made;
    };
    QPushButton* out = button(u"−"_s, tr("Zoom out"));
    out->setFixedWidth(32);
    zoomWords_->setAlignment(Qt::AlignCenter);
    zoomWords_->setMinimumWidth(48);
    layout->addWidget(zoomWords_);
    QPushButton* in = button(u"+"_s, tr("Zoom in"));
    in->setFixedWidth(32);
    QPushButton* whole = button(tr("Fit"), tr("Show the whole drawing"));
    connect(out, &QPushButton::clicked, this, [this] { zoomBy(1 / zoomStep); });
    connect(in, &QPushButton::clicked, this, [this] { zoomBy(zoomStep); });
    connect(whole, &QPushButton::clicked, this, &GraphView::fit);
    setZoom(1);
}

void GraphView::show(const GraphDrawingPtr& drawing, bool anew) {
    glide_.stop();
    from_.clear();
    std::map<PictureKey, NodeItem*> old;
    for (NodeItem* item : nodes_)
        old[item->key()] = item;
    nodes_.clear();
    const GraphDrawingPtr before = std::exchange(drawing_, drawing);
    if (drawing) {
        for (std::uint32_t i = 0; i < drawing->picture.nodes.size(); ++i) {
            const PictureNode& node = drawing->picture.nodes[i];
            NodeItem* item = old[node.key];
            const QPointF place(drawing->layout.nodes[i].x, drawing->layout.nodes[i].y);
            if (item == nullptr) {
                item = new NodeItem(i, node.key);
                scene()->addItem(item);
                // It comes out of what it hangs on.
                item->setPos(anew || node.anchor >= nodes_.size() ? place : nodes_[node.anchor]->pos());
            }
            old.erase(node.key);
            item->update(i, lookOf(*drawing, i, drawing->types[i]), drawing->nodes[i].tip,
                         drawing->layout.columns[node.column].width);
            item->setTarget(place);
            nodes_.push_back(item);
        }
        edges_->setEdges(drawing->layout.edges, drawing->edges);
    } else {
        edges_->setEdges({}, {});
    }
    if (!anew) edges_->move(false);
    for (const auto& [key, item] : old)
        delete item;
    extent_ = measureExtent();
    leaveRoom(zoom());
    glide(anew);
    if (!current() && drawing && !nodes_.empty()) current_ = nodes_.front()->key();
    updateMarks();
    placeOverlays();
    heads_->renew();
    minimap_->renew();
    if (anew) {
        setZoom(1);
        fitAtFirst();
    }
    Q_EMIT viewChanged();
}

/// A drawing that can be read as a whole is seen whole above the buttons, of another its start.
void GraphView::fitAtFirst() {
    if (extent().isEmpty()) return;
    if (fittingZoom() >= leastWhole) return fit();
    setZoom(firstZoom);
    centerOn(nodes_.front()->target());
    uncover(*nodes_.front());
}

void GraphView::glide(bool anew) {
    const bool still = anew || style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) == 0 || !isVisible();
    for (NodeItem* item : nodes_) {
        if (!still && item->pos() != item->target())
            from_[item] = item->pos();
        else
            item->setPos(item->target());
    }
    if (!from_.empty()) glide_.start();
}

QRectF GraphView::measureExtent() const {
    QRectF all;
    for (const NodeItem* item : nodes_)
        all |= item->boundingRect().translated(item->target());
    return all | edges_->boundingRect();
}

void GraphView::paintWhole(QPainter& painter) const {
    edges_->paintWhole(painter);
    for (NodeItem* item : nodes_) {
        painter.save();
        painter.translate(item->target());
        item->paintWhole(painter);
        painter.restore();
    }
}

std::optional<std::uint32_t> GraphView::current() const {
    if (!drawing_ || !current_) return std::nullopt;
    return drawing_->picture.find(*current_);
}

void GraphView::setCurrent(std::uint32_t index, bool reveal) {
    if (index >= nodes_.size()) return;
    const bool other = current_ != nodes_[index]->key();
    current_ = nodes_[index]->key();
    updateMarks();
    if (reveal) uncover(*nodes_[index]);
    if (!other) return;
    if (hasFocus()) {
        QAccessibleEvent focus(nodes_[index], QAccessible::Focus);
        QAccessible::updateAccessibility(&focus);
    }
    Q_EMIT currentChanged(index);
}

void GraphView::markWay(const std::vector<NodeId>& way) {
    way_ = way;
    updateMarks();
}

void GraphView::updateMarks() {
    if (!drawing_) return;
    const Picture& picture = drawing_->picture;
    std::vector<std::uint32_t> on;
    for (const NodeId node : way_)
        if (const auto index = picture.holding(node); index && (on.empty() || on.back() != *index))
            on.push_back(*index);
    std::set<std::pair<std::uint32_t, std::uint32_t>> steps;
    for (std::size_t i = 1; i < on.size(); ++i)
        steps.insert({on[i - 1], on[i]});
    const auto at = current();
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
        const bool marked = on.size() > 1 && std::ranges::find(on, i) != on.end();
        nodes_[i]->setMarks({.onPath = marked, .selected = at == i, .focused = at == i && hasFocus()});
    }
    for (std::size_t i = 0; i < picture.edges.size(); ++i) {
        const bool marked = steps.contains({picture.edges[i].from, picture.edges[i].to});
        edges_->setMarks(i, {.onPath = marked, .selected = marked && at == picture.edges[i].to, .focused = false});
    }
}

NodeItem* GraphView::itemUnder(QPoint place) const {
    for (QGraphicsItem* item : items(place))
        if (auto* node = dynamic_cast<NodeItem*>(item)) return node;
    return nullptr;
}

void GraphView::zoomBy(double factor) {
    setZoom(zoom() * factor);
}

void GraphView::setZoom(double zoom) {
    zoom = std::clamp(zoom, leastZoom, mostZoom);
    leaveRoom(zoom);
    setTransform(QTransform::fromScale(zoom, zoom));
    edges_->move(true);
    zoomWords_->setText(tr("%1 %", "zoom in per cent").arg(QLocale().toString(std::lround(zoom * 100))));
    placeOverlays();
    Q_EMIT viewChanged();
}

void GraphView::fit() {
    const QRectF all = extent();
    if (all.isEmpty()) return;
    setZoom(std::min(1.0, fittingZoom()));
    centerOn(all.center());
}

double GraphView::fittingZoom() const {
    const QRectF all = extent();
    const QSize room = maximumViewportSize() - QSize(1, 1); // whatever is rounded, no scroll bar is needed
    const int below = zoomBar_->sizeHint().height() + 2 * metrics::padding;
    return std::min(room.width() / (all.width() + 2 * margin), (room.height() - below) / (all.height() + margin));
}

void GraphView::leaveRoom(double zoom) {
    const bool whole = zoom <= fittingZoom(); // then there is no map of it
    const int overlay =
        whole ? zoomBar_->sizeHint().height() : std::max(zoomBar_->sizeHint().height(), minimap_->height());
    const double below = std::max(margin, (overlay + 2 * metrics::padding) / zoom);
    // A drawing that is only too high stands beside the map.
    const int beside = minimap_->width() + 2 * metrics::padding;
    const int room = maximumViewportSize().width() - verticalScrollBar()->sizeHint().width();
    const bool fits = !whole && (extent().width() + margin) * zoom + beside <= room;
    const double right = fits ? beside / zoom : margin;
    const QRectF place = extent().adjusted(-margin, -margin, right, below);
    if (place != sceneRect()) setSceneRect(place);
}

void GraphView::uncover(const NodeItem& node) {
    const QRectF place = node.boundingRect().translated(node.target());
    ensureVisible(place, 24, 24);
    const QRect seen = mapFromScene(place).boundingRect().translated(viewport()->pos());
    int covered = 0;
    for (const QWidget* overlay : {zoomBar_, static_cast<QWidget*>(minimap_)})
        if (!overlay->isHidden() && overlay->geometry().intersects(seen))
            covered = std::max(covered, seen.bottom() + metrics::gap - overlay->y());
    if (covered > 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + covered);
}

void GraphView::placeOverlays() {
    heads_->setGeometry(0, 0, width(), heads_->height());
    zoomBar_->adjustSize();
    zoomBar_->move(metrics::padding, height() - zoomBar_->height() - metrics::padding);
    minimap_->move(width() - minimap_->width() - metrics::padding - verticalScrollBar()->width(),
                   height() - minimap_->height() - metrics::padding - horizontalScrollBar()->height());
    followView();
}

void GraphView::followView() {
    minimap_->follow();
    heads_->update();
}

} // namespace idscope
