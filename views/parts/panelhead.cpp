#include "views/parts/panelhead.h"

#include "views/parts/label.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace idscope {

namespace {

constexpr int leastFact = 120;

} // namespace

PanelHead::PanelHead(const QString& title, QWidget* parent)
    : QWidget(parent), layout_(new QHBoxLayout(this)), title_(new PlainLabel(title, FontRole::BodyBold, this)),
      fact_(new PlainLabel(FontRole::Small, this)) {
    layout_->setContentsMargins(metrics::padding, 0, metrics::gap, 1);
    layout_->setSpacing(metrics::unit);
    layout_->addWidget(title_);
    layout_->addSpacing(metrics::unit);
    fact_->setMuted();
    fact_->setElided();
    layout_->addWidget(fact_, 1);
    setFixedHeight(metrics::panelHead(fontMetrics()));
}

void PanelHead::setTitle(const QString& title) {
    title_->setText(title);
}

void PanelHead::setTitleElided() {
    title_->setElided();
    titleElided_ = true;
}

void PanelHead::setFact(const QString& fact) {
    fact_->setText(fact);
    if (titleElided_) fact_->setMinimumWidth(std::min(leastFact, fact_->fontMetrics().horizontalAdvance(fact)));
}

void PanelHead::addTool(QWidget* tool) {
    layout_->addWidget(tool);
}

void PanelHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), t.window);
    painter.fillRect(0, height() - 1, width(), 1, t.line);
}

} // namespace idscope
