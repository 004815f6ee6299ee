#include "views/filter/filtermessage.h"

#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace idscope {

namespace {

constexpr int widestMessage = 480;

} // namespace

FilterMessage::FilterMessage(QWidget* parent)
    : QWidget(parent), message_(new PlainLabel(FontRole::SmallBold, this)), cure_(new QPushButton(this)),
      cureKey_(new PlainLabel(tr("Alt+Enter"), FontRole::Mono, this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::gap);
    message_->setWordWrap(true);
    layout->addWidget(message_);
    cure_->setAutoDefault(false);
    layout->addWidget(cure_);
    cureKey_->setMuted();
    layout->addWidget(cureKey_);
    layout->addStretch();
    connect(cure_, &QPushButton::clicked, this, &FilterMessage::cureRequested);
    hide();
}

void FilterMessage::show(const FilterVerdict& verdict) {
    const bool wrong = verdict.state == FilterVerdict::State::Wrong;
    message_->setText(verdict.message);
    // As wide as its words, up to a line that still reads well.
    message_->setMinimumWidth(std::min(message_->fontMetrics().horizontalAdvance(verdict.message) + 2, widestMessage));
    message_->setInk(wrong ? Ink::Error : Ink::Warn);
    const bool curable = !verdict.cure.isEmpty() && verdict.span.has_value();
    cure_->setVisible(curable);
    cureKey_->setVisible(curable);
    QString label = tr("Use %1").arg(verdict.cure);
    cure_->setText(label.replace(u'&', QStringLiteral("&&")));
    setVisible(wrong);
}

} // namespace idscope
