#include "views/parts/strip.h"

#include "views/parts/label.h"
#include "views/parts/sharebar.h"
#include "views/style/metrics.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace idscope {

Strip::Strip(QString icon, Ink ink, QColor Tokens::* ground, QWidget* parent)
    : QWidget(parent), icon_(std::move(icon)), ink_(ink), ground_(ground),
      lead_(new PlainLabel(FontRole::SmallBold, this)), words_(new PlainLabel(FontRole::Small, this)),
      expression_(new PlainLabel(FontRole::Mono, this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::padding, 0, metrics::padding, 1);
    layout->setSpacing(metrics::unit);
    layout->addSpacing(metrics::icon + metrics::gap); // the icon stands there
    layout->addWidget(lead_);
    layout->addWidget(words_);
    for (PlainLabel* label : {lead_, words_, expression_})
        label->setElided();
    layout->addWidget(expression_, 1);
    setFixedHeight(metrics::strip(fontMetrics()));
}

void Strip::setWords(const QString& lead, const QString& words, const QString& expression) {
    lead_->setText(lead);
    lead_->setVisible(!lead.isEmpty());
    words_->setText(words);
    expression_->setText(expression);
}

void Strip::setWrapping() {
    const int height = metrics::strip(fontMetrics());
    setMinimumHeight(height);
    setMaximumHeight(QWIDGETSIZE_MAX);
    layout()->setContentsMargins(metrics::padding, metrics::unit, metrics::padding, metrics::unit + 1);
    lead_->setAlignment(Qt::AlignTop);
    words_->setElided(Qt::ElideNone);
    words_->setWordWrap(true);
    words_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    static_cast<QHBoxLayout*>(layout())->setStretchFactor(words_, 1);
    static_cast<QHBoxLayout*>(layout())->setStretchFactor(expression_, 0);
}

QPushButton* Strip::addButton(const QString& icon, const QString& text) {
    QPushButton* button = flatButton(text, this);
    if (!icon.isEmpty()) button->setIcon(bundledIcon(icon, Ink::Text));
    layout()->addWidget(button);
    return button;
}

void Strip::setShare(double share) {
    if (bar_ == nullptr) {
        bar_ = new ShareBar(this);
        percent_ = new PlainLabel(FontRole::Small, this);
        layout()->addWidget(bar_);
        layout()->addWidget(percent_);
    }
    bar_->setVisible(share >= 0);
    percent_->setVisible(share >= 0);
    bar_->setShare(share);
    constexpr double whole = 100;
    percent_->setText(tr("%1 %").arg(QLocale().toString(static_cast<int>(share * whole))));
}

QString Strip::words() const {
    QStringList parts{lead_->text(), words_->text(), expression_->text()};
    parts.removeAll(QString());
    return parts.join(u' ');
}

void Strip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), t.*ground_);
    painter.fillRect(0, height() - 1, width(), 1, t.line);
    const QRect place(metrics::padding, 0, metrics::icon, height() - 1);
    paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), place), icon_, inkColor(ink_, t));
}

} // namespace idscope
