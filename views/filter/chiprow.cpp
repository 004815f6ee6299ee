#include "views/filter/chiprow.h"

#include "models/words/words.h"
#include "views/filter/chip.h"
#include "views/parts/label.h"
#include "views/parts/taborder.h"
#include "views/style/metrics.h"

#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

ChipRow::ChipRow(QWidget* parent)
    : QWidget(parent), plus_(iconButton(u"plus"_s, tr("Add a condition"), this)),
      none_(new PlainLabel(tr("No conditions. Facets, cells or + add one."), FontRole::Small, this)) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Parts of the filter"));
    none_->setMuted();
    none_->setElided();
    connect(plus_, &QToolButton::clicked, this, &ChipRow::addRequested);
}

FilterChip* ChipRow::newChip() {
    auto* chip = new FilterChip(this);
    const auto index = chips_.size();
    connect(chip, &FilterChip::switched, this, [this, index] { Q_EMIT partsWanted(toggled(parts_, index)); });
    connect(chip, &FilterChip::invertRequested, this, [this, index] { Q_EMIT partsWanted(invertedAt(parts_, index)); });
    connect(chip, &FilterChip::removeRequested, this, [this, index] { remove(index); });
    connect(chip, &FilterChip::stepRequested, this, [this, index](int by) { step(index, by); });
    connect(chip, &FilterChip::editRequested, this, [this, index] {
        if (index >= parts_.size()) return;
        if (!parts_[index].on) Q_EMIT partsWanted(toggled(parts_, index));
        if (index < parts_.size()) Q_EMIT editRequested(index);
    });
    return chip;
}

void ChipRow::showParts(const FilterParts& parts) {
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    const std::size_t focused = static_cast<std::size_t>(
        std::ranges::find_if(chips_, [](const FilterChip* chip) { return chip->hasFocus(); }) - chips_.begin());
    parts_ = parts;
    while (chips_.size() < parts.size())
        chips_.push_back(newChip());
    while (chips_.size() > parts.size()) {
        chips_.back()->deleteLater(); // it may be the one that asked
        chips_.back()->hide();
        chips_.pop_back();
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        chips_[i]->setPart(words::fromUtf8(canonicalText(*parts[i].expression)), parts[i].on);
        chips_[i]->show();
        tabBefore(*chips_[i], *plus_);
    }
    none_->setVisible(parts.empty());
    updateGeometry();
    arranged(width(), true);
    if (hadFocus && focused >= chips_.size())
        (chips_.empty() ? static_cast<QWidget*>(plus_) : chips_.back())->setFocus(Qt::OtherFocusReason);
}

void ChipRow::step(std::size_t index, int by) {
    const auto next = static_cast<std::ptrdiff_t>(index) + by;
    if (next < 0) return;
    if (next < static_cast<std::ptrdiff_t>(chips_.size()))
        chips_[static_cast<std::size_t>(next)]->setFocus(Qt::TabFocusReason);
    else
        plus_->setFocus(Qt::TabFocusReason);
}

void ChipRow::remove(std::size_t index) {
    Q_EMIT partsWanted(without(parts_, index));
}

QSize ChipRow::sizeHint() const {
    return {400, arranged(std::max(width(), 100), false)};
}

void ChipRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arranged(width(), true);
    updateGeometry();
}

int ChipRow::arranged(int width, bool move) const {
    const int line = metrics::stripButton(fontMetrics());
    QPoint at(0, 0);
    const auto place = [&](QWidget& item) {
        const int wanted = std::min(item.sizeHint().width(), width);
        if (at.x() > 0 && at.x() + wanted > width) at = {0, at.y() + line + metrics::unit};
        if (move) item.setGeometry(QStyle::visualRect(layoutDirection(), rect(), {at.x(), at.y(), wanted, line}));
        at.rx() += wanted + metrics::gap;
    };
    for (FilterChip* chip : chips_)
        place(*chip);
    place(*plus_);
    if (!none_->isHidden()) place(*none_);
    return at.y() + line;
}

} // namespace idscope
