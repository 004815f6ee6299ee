#include "views/resourcepage/emptynote.h"

#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace idscope {

EmptyNote::EmptyNote(QWidget* over)
    : QWidget(over), text_(new PlainLabel(FontRole::Body, this)), expression_(new PlainLabel(FontRole::Mono, this)),
      clear_(new QPushButton(tr("Clear the filter"), this)) {
    text_->setAlignment(Qt::AlignCenter);
    expression_->setAlignment(Qt::AlignCenter);
    expression_->setElided();
    expression_->setMuted();
    clear_->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::gap);
    layout->addStretch(2);
    layout->addWidget(text_);
    layout->addWidget(expression_);
    layout->addSpacing(metrics::gap);
    layout->addWidget(clear_, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    over->installEventFilter(this);
    setGeometry(over->rect());
    connect(clear_, &QPushButton::clicked, this, &EmptyNote::clearRequested);
}

void EmptyNote::say(const QString& text, const QString& expression, bool canClear) {
    text_->setText(text);
    expression_->setText(expression);
    clear_->setVisible(canClear);
}

bool EmptyNote::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) setGeometry(static_cast<QWidget*>(watched)->rect());
    return false;
}

} // namespace idscope
