#include "views/resourcepage/emptynote.h"

#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace idscope {

EmptyNote::EmptyNote(QWidget* over)
    : QWidget(over), text_(new PlainLabel(FontRole::Body, this)), reason_(new PlainLabel(FontRole::Body, this)),
      expression_(new PlainLabel(FontRole::Mono, this)), switchOff_(new QPushButton(this)),
      clear_(new QPushButton(tr("Clear the filter"), this)) {
    for (PlainLabel* label : {text_, reason_, expression_})
        label->setAlignment(Qt::AlignCenter);
    for (PlainLabel* label : {text_, reason_})
        label->setWordWrap(true);
    expression_->setElided();
    expression_->setMuted();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gap);
    buttons->addStretch();
    for (QPushButton* button : {switchOff_, clear_}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::gap);
    layout->addStretch(2);
    layout->addWidget(text_);
    layout->addWidget(reason_);
    layout->addWidget(expression_);
    layout->addSpacing(metrics::gap);
    layout->addLayout(buttons);
    layout->addStretch(3);
    over->installEventFilter(this);
    setGeometry(over->rect());
    connect(clear_, &QPushButton::clicked, this, &EmptyNote::clearRequested);
    connect(switchOff_, &QPushButton::clicked, this, &EmptyNote::switchOffRequested);
}

void EmptyNote::say(const QString& text, const QString& expression, bool canClear) {
    text_->setText(text);
    expression_->setText(expression);
    clear_->setVisible(canClear);
    reason_->hide();
    switchOff_->hide();
}

void EmptyNote::blame(const QString& reason, const QString& expression, const QString& offer) {
    reason_->setText(reason);
    reason_->show();
    expression_->setText(expression);
    switchOff_->setText(offer);
    switchOff_->show();
}

bool EmptyNote::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) setGeometry(static_cast<QWidget*>(watched)->rect());
    return false;
}

/// A view that scrolls takes along what lies over its cells.
void EmptyNote::moveEvent(QMoveEvent* event) {
    QWidget::moveEvent(event);
    if (!pos().isNull()) move(0, 0);
}

} // namespace idscope
