#include "views/mainwindow/statusline.h"

#include "models/items/displaytext.h"
#include "views/parts/label.h"
#include "views/parts/page.h"
#include "views/style/metrics.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int sentenceMs = 6000;
constexpr int longestSource = 60; ///< characters

template <typename Part>
void put(Part& part, const QString& text) {
    part.setText(text);
    part.setVisible(!text.isEmpty());
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent), shown_(new PlainLabel(FontRole::Small, this)), sorted_(new PlainLabel(FontRole::Small, this)),
      selected_(new PlainLabel(FontRole::Small, this)), said_(new PlainLabel(FontRole::Small, this)),
      notices_(flatButton({}, this)), alarm_(new PlainLabel(FontRole::Small, this)),
      hidden_(new PlainLabel(FontRole::Small, this)), transfers_(new PlainLabel(FontRole::Small, this)),
      source_(new PlainLabel(FontRole::Small, this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::padding, 1, metrics::padding, 0);
    layout->setSpacing(2 * metrics::padding);
    for (PlainLabel* label : {sorted_, selected_, hidden_, transfers_, source_})
        label->setMuted();
    const int height = metrics::statusBar(fontMetrics());
    notices_->setIcon(bundledIcon(u"warning"_s, Ink::Warn));
    notices_->setToolTip(tr("Show the notices (Ctrl+J)"));
    notices_->setFixedHeight(height - 2);
    alarm_->setInk(Ink::Error);
    said_->setElided();
    source_->setElided(); // the path of a file may be long
    source_->setMaximumWidth(longestSource * fontMetrics().averageCharWidth());
    layout->addWidget(shown_);
    layout->addWidget(sorted_);
    layout->addWidget(selected_);
    layout->addWidget(said_, 1);
    layout->addWidget(notices_);
    layout->addWidget(alarm_);
    layout->addWidget(hidden_);
    layout->addWidget(transfers_);
    layout->addWidget(source_);
    setFixedHeight(height);
    setAccessibleName(tr("Status"));
    connect(notices_, &QPushButton::clicked, this, &StatusLine::noticesRequested);
}

void StatusLine::show(const PageFacts& facts) {
    put(*shown_, facts.shown);
    put(*sorted_, facts.sorted);
    put(*selected_, facts.selected);
    put(*notices_, facts.notices);
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
    confirms_ = false;
    ++saying_;
    QTimer::singleShot(sentenceMs, this, [this, show] {
        if (--saying_ == 0) show({}, {});
    });
    QAccessibleEvent changed(said_, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&changed);
}

void StatusLine::confirm(const QString& sentence, const QString& detail) {
    say(sentence, detail);
    confirms_ = true;
}

void StatusLine::endConfirmation() {
    if (confirms_) say({});
}

void StatusLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), t.window);
    painter.fillRect(0, 0, width(), 1, t.line);
    const auto drawBefore = [&](const QWidget& part) {
        const int x = isRightToLeft() ? part.geometry().right() + metrics::padding : part.x() - metrics::padding;
        painter.fillRect(x, 5, 1, height() - 9, t.line);
    };
    for (const PlainLabel* label : {sorted_, selected_})
        if (label->isVisible()) drawBefore(*label);
    bool isFirst = true;
    for (const QWidget* part : std::initializer_list<QWidget*>{notices_, alarm_, hidden_, transfers_, source_}) {
        if (!part->isVisible()) continue;
        if (!std::exchange(isFirst, false)) drawBefore(*part);
    }
}

} // namespace idscope
