#include "views/labels/labelstrip.h"

#include "models/words/words.h"
#include "views/parts/label.h"
#include "views/parts/taborder.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const LabelFact& fact) {
    const auto count = static_cast<int>(fact.count);
    switch (fact.kind) {
    case LabelFact::Kind::LowOnDark:
        return LabelStrip::tr("%n below 4.5 on dark", nullptr, count);
    case LabelFact::Kind::LowOnLight:
        return LabelStrip::tr("%n below 4.5 on light", nullptr, count);
    case LabelFact::Kind::WithoutId:
        return LabelStrip::tr("%n without an ID", nullptr, count);
    case LabelFact::Kind::Unused:
        return LabelStrip::tr("%n no insight uses", nullptr, count);
    }
    Q_UNREACHABLE();
}

QString iconOf(const LabelFact& fact) {
    return fact.kind == LabelFact::Kind::Unused ? u"labels"_s : u"warning"_s;
}

} // namespace

LabelStrip::LabelStrip(QWidget* parent)
    : QWidget(parent), lead_(new QWidget(this)), facts_(new QHBoxLayout(lead_)),
      gallery_(toggleButton(tr("Gallery"), this)), table_(toggleButton(tr("Table"), this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::padding, metrics::unit, metrics::padding, metrics::unit + 1);
    layout->setSpacing(metrics::unit);
    facts_->setContentsMargins(0, 0, 0, 0);
    facts_->setSpacing(metrics::gap);
    layout->addWidget(lead_);
    layout->addStretch(1);
    layout->addWidget(gallery_);
    layout->addWidget(table_);
    setMinimumWidth(1); // where there is no room for words, numbers must do
    gallery_->setChecked(true);
    connect(gallery_, &QPushButton::toggled, this, &LabelStrip::galleryToggled);
    lead_->hide();
}

void LabelStrip::showFacts(const std::vector<LabelFact>& facts) {
    emptyLayout(*facts_);
    buttons_.clear();
    lead_->setVisible(!facts.empty());
    if (facts.empty()) return;
    showOnly_ = new PlainLabel(tr("Show only"), FontRole::Small, lead_);
    showOnly_->setMuted();
    facts_->addWidget(showOnly_);
    for (const LabelFact& fact : facts) {
        auto* button = new QPushButton(lead_);
        tabBefore(*button, *gallery_);
        button->setAccessibleName(textOf(fact));
        button->setToolTip(textOf(fact));
        button->setFont(fontFor(FontRole::Small));
        button->setAutoDefault(false);
        button->setCheckable(true);
        button->setFixedHeight(metrics::stripButton(button->fontMetrics()));
        connect(button, &QPushButton::clicked, this, [this, filter = fact.filter](bool pressed) {
            Q_EMIT filterRequested(filter, pressed);
            showPressed(); // as the filter has it
        });
        facts_->addWidget(button);
        button->show(); // at once: what is not shown yet counts for no width
        buttons_.push_back({button, fact});
    }
    showPressed();
    fitWords();
}

/// Where there is no room for all words, those before the buttons go first.
void LabelStrip::fitWords() {
    if (buttons_.empty()) return;
    for (const auto& [button, fact] : buttons_)
        button->setText(textOf(fact));
    for (const bool all : {true, false}) {
        showOnly_->setVisible(all);
        facts_->activate(); // else the size asked for is that of the words before
        if (width() >= sizeHint().width()) return;
    }
    for (const auto& [button, fact] : buttons_)
        button->setText(words::number(fact.count));
}

void LabelStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitWords();
}

void LabelStrip::showFilter(const FilterParts& parts) {
    parts_ = parts;
    showPressed();
}

void LabelStrip::showPressed() {
    for (const auto& [button, fact] : buttons_) {
        const bool pressed = !placesOf(fact.filter, parts_).empty();
        button->setChecked(pressed);
        button->setIcon(pressed ? bundledIcon(u"check"_s, Ink::Accent) : bundledIcon(iconOf(fact)));
    }
}

void LabelStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), t.base);
    painter.fillRect(0, height() - 1, width(), 1, t.line);
}

} // namespace idscope
