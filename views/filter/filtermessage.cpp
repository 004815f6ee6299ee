#include "views/filter/filtermessage.h"

#include "models/items/displaytext.h"
#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <string_view>

namespace idscope {

namespace {

constexpr int widestMessage = 480;
constexpr qsizetype longestCure = 32; ///< on its button, in characters

} // namespace

FilterMessage::FilterMessage(QWidget* parent)
    : QWidget(parent), message_(new PlainLabel(FontRole::SmallBold, this)), cure_(new QPushButton(this)),
      cureKey_(new PlainLabel(tr("Alt+Enter"), FontRole::Mono, this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::gap);
    message_->setWordWrap(true);
    layout->addWidget(message_, 1);
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
    // As wide as its words, up to a line that still reads well; where there is less room, it takes more lines.
    message_->setMaximumWidth(std::min(message_->fontMetrics().horizontalAdvance(verdict.message) + 2, widestMessage));
    message_->setInk(wrong ? Ink::Error : Ink::Warn);
    const bool curable = !verdict.cure.isEmpty() && verdict.span.has_value();
    cure_->setVisible(curable);
    cureKey_->setVisible(curable);
    // It may hold data: a name that is hostile, or long.
    const QByteArray cure = verdict.cure.toUtf8();
    const std::string_view bytes(cure.constData(), static_cast<std::size_t>(cure.size()));
    QString label = tr("Use %1").arg(displayText(bytes, longestCure).text);
    cure_->setToolTip(toolTipMarkup(displayText(bytes).text));
    cure_->setText(label.replace(u'&', QStringLiteral("&&")));
    setVisible(wrong);
}

} // namespace idscope
