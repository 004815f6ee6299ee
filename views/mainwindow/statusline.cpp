#include "views/mainwindow/statusline.h"

#include "models/items/displaytext.h"
#include "views/parts/label.h"
#include "views/parts/page.h"
#include "views/style/metrics.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

#include <utility>

namespace idscope {

namespace {

constexpr int sentenceMs = 6000;
constexpr int longestSource = 60; ///< characters

void put(PlainLabel& label, const QString& text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent), shown_(new PlainLabel(FontRole::Small, this)), sorted_(new PlainLabel(FontRole::Small, this)),
      selected_(new PlainLabel(FontRole::Small, this)), said_(new PlainLabel(FontRole::Small, this)),
      alarm_(new PlainLabel(FontRole::Small, this)), hidden_(new PlainLabel(FontRole::Small, this)),
      transfers_(new PlainLabel(FontRole::Small, this)), source_(new PlainLabel(FontRole::Small, this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::padding, 1, metrics::padding, 0);
    layout->setSpacing(2 * metrics::padding);
    for (PlainLabel* label : {sorted_, selected_, hidden_, transfers_, source_})
        label->setMuted();
    alarm_->setInk(Ink::Error);
    said_->setElided();
    source_->setElided(); // the path of a file may be long
    source_->setMaximumWidth(longestSource * fontMetrics().averageCharWidth());
    layout->addWidget(shown_);
    layout->addWidget(sorted_);
    layout->addWidget(selected_);
    layout->addWidget(said_, 1);
    layout->addWidget(alarm_);
    layout->addWidget(hidden_);
    layout->addWidget(transfers_);
    layout->addWidget(source_);
    setFixedHeight(metrics::statusBar(fontMetrics()));
    setAccessibleName(tr("Status"));
}

void StatusLine::show(const PageFacts& facts) {
    put(*shown_, facts.shown);
    put(*sorted_, facts.sorted);
    put(*selected_, facts.selected);
    put(*alarm_, facts.alarm);
    put(*hidden_, facts.hidden);
    put(*source_, facts.source);
    update();
}

void StatusLine::showTransfers(const QString& progress) {
    put(*transfers_, progress);
    update();
}

void StatusLine::say(const QString& sentence, const QString& detail) {
    const auto show = [this](const QString& text, const QString& tip) {
        said_->setText(text);
        said_->setToolTip(tip.isEmpty() ? QString() : toolTipMarkup(tip));
    };
    show(sentence, detail);
    ++saying_;
    QTimer::singleShot(sentenceMs, this, [this, show] {
        if (--saying_ == 0) show({}, {});
    });
    QAccessibleEvent changed(said_, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), t.window);
    painter.fillRect(0, 0, width(), 1, t.line);
    const auto drawBefore = [&](const PlainLabel& label) {
        const int x = isRightToLeft() ? label.geometry().right() + metrics::padding : label.x() - metrics::padding;
        painter.fillRect(x, 5, 1, height() - 9, t.line);
    };
    for (const PlainLabel* label : {sorted_, selected_})
        if (label->isVisible()) drawBefore(*label);
    bool isFirst = true;
    for (const PlainLabel* label : {alarm_, hidden_, transfers_, source_}) {
        if (!label->isVisible()) continue;
        if (!std::exchange(isFirst, false)) drawBefore(*label);
    }
}

} // namespace idscope
