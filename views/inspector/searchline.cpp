#include "views/inspector/searchline.h"

#include "models/words/words.h"
#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int pauseMs = 150;

} // namespace

SearchLine::SearchLine(QWidget* parent)
    : QWidget(parent), field_(new QLineEdit(this)), count_(new PlainLabel(FontRole::Small, this)),
      previous_(iconButton(u"chevron-up"_s, tr("Previous match"), this)),
      next_(iconButton(u"chevron-down"_s, tr("Next match"), this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::padding, metrics::unit, metrics::gap, metrics::unit + 1);
    layout->setSpacing(metrics::unit);
    auto* close = iconButton(u"close"_s, tr("Close the search"), this);
    field_->setPlaceholderText(tr("Search in the cell"));
    field_->setAccessibleName(tr("Search in the cell"));
    field_->installEventFilter(this);
    count_->setMuted();
    layout->addWidget(field_, 1);
    layout->addWidget(count_);
    layout->addWidget(previous_);
    layout->addWidget(next_);
    layout->addWidget(close);
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMs);
    connect(&pause_, &QTimer::timeout, this, &SearchLine::search);
    connect(field_, &QLineEdit::textEdited, this, [this] { pause_.start(); });
    connect(previous_, &QToolButton::clicked, this, [this] { Q_EMIT stepped(-1); });
    connect(next_, &QToolButton::clicked, this, [this] { Q_EMIT stepped(1); });
    connect(close, &QToolButton::clicked, this, &SearchLine::close);
    setCount(-1, 0);
}

QString SearchLine::text() const {
    return isHidden() ? QString() : field_->text();
}

void SearchLine::open() {
    show();
    field_->setFocus(Qt::ShortcutFocusReason);
    field_->selectAll();
    search();
}

void SearchLine::close() {
    if (isHidden()) return;
    pause_.stop();
    hide();
    Q_EMIT closed();
}

void SearchLine::search() {
    pause_.stop();
    Q_EMIT searched(field_->text());
}

void SearchLine::setCount(qsizetype current, qsizetype all) {
    const QString total = words::number(static_cast<std::uint64_t>(all));
    if (field_->text().isEmpty())
        count_->setText({});
    else if (all == 0)
        count_->setText(tr("none"));
    else if (current < 0)
        count_->setText(total);
    else
        count_->setText(tr("%1 of %2").arg(words::number(static_cast<std::uint64_t>(current) + 1), total));
    previous_->setEnabled(all > 0);
    next_->setEnabled(all > 0);
}

bool SearchLine::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    switch (key.key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (pause_.isActive())
            search();
        else
            Q_EMIT stepped(key.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up:
        Q_EMIT stepped(key.key() == Qt::Key_Up ? -1 : 1);
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void SearchLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, tokensOf(palette()).line);
}

} // namespace idscope
