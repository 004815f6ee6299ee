#include "views/graph/nodechip.h"

#include "views/parts/label.h"
#include "views/style/controls.h"
#include "views/style/metrics.h"
#include "views/style/shapes.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace idscope {

using namespace Qt::StringLiterals;

NodeChip::NodeChip(const QString& name, QString type, QWidget* parent) : QWidget(parent), type_(std::move(type)) {
    constexpr int mark = 24;
    auto* label = new PlainLabel(name, FontRole::Body, this);
    constexpr int widest = 180;
    constexpr int narrowest = 40;
    const int natural = std::min(widest, label->fontMetrics().horizontalAdvance(name) + 2);
    label->setElided(Qt::ElideMiddle); // names of a kind begin alike
    label->setMaximumWidth(natural);
    label->setMinimumWidth(std::min(natural, narrowest));
    QToolButton* close = iconButton(u"close"_s, tr("Take %1 out").arg(name), this);
    close->setFixedSize(20, 20);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(mark, 0, 2, 0);
    layout->setSpacing(2);
    layout->addWidget(label);
    layout->addWidget(close);
    setFixedHeight(metrics::stripButton(fontMetrics()));
    connect(close, &QToolButton::clicked, this, &NodeChip::removeRequested);
}

void NodeChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    controls::drawBox(painter, rect(), t.window, t.line, 1, metrics::smallRadius);
    paintShape(painter, QRectF(6, height() / 2.0 - 6, 12, 12), shapeOf(type_), t);
}

} // namespace idscope
