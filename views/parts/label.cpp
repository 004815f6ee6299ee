#include "views/parts/label.h"

#include "models/items/displaytext.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"

#include <QHelpEvent>
#include <QLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

namespace idscope {

namespace {

// What a text that wraps may ask for, in characters: a name from data can be one endless word.
constexpr int widestWord = 24;
constexpr int widestText = 80;

/// Keeps one role of a widget's palette at a colour of the theme in force.
void keepColor(QWidget& widget, QPalette::ColorRole role, const QColor& color) {
    if (widget.palette().color(role) == color) return;
    QPalette own;
    own.setColor(role, color);
    own.setColor(QPalette::Disabled, role, tokensOf(widget.palette()).disabled);
    widget.setPalette(own);
}

/// Words in accent that can be pressed; everything else is the push button's.
class LinkButton final : public QPushButton {
public:
    LinkButton(const QString& text, QWidget* parent) : QPushButton(text, parent) {
        setFlat(true);
        setCursor(Qt::PointingHandCursor);
        setFont(fontFor(FontRole::Small));
        keepColor(*this, QPalette::ButtonText, tokensOf(palette()).accent);
    }

protected:
    void changeEvent(QEvent* event) override {
        QPushButton::changeEvent(event);
        if (event->type() == QEvent::PaletteChange) keepColor(*this, QPalette::ButtonText, tokensOf(palette()).accent);
    }
};

} // namespace

PlainLabel::PlainLabel(FontRole role, QWidget* parent) : PlainLabel(QString(), role, parent) {}

PlainLabel::PlainLabel(const QString& text, FontRole role, QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // on whatever ground: setInk() colours this role
    setFont(fontFor(role));
    setText(text);
}

void PlainLabel::setInk(Ink ink) {
    ink_ = ink;
    applyInk();
}

void PlainLabel::applyInk() {
    keepColor(*this, QPalette::WindowText, inkColor(ink_, tokensOf(palette())));
}

void PlainLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) applyInk();
}

void PlainLabel::setElided(Qt::TextElideMode where) {
    elided_ = where;
    updateGeometry();
}

QSize PlainLabel::minimumSizeHint() const {
    const QSize hint = QLabel::minimumSizeHint();
    if (elided_ != Qt::ElideNone) return {0, hint.height()};
    return wordWrap() ? QSize(std::min(hint.width(), widestWord * fontMetrics().averageCharWidth()), hint.height())
                      : hint;
}

QSize PlainLabel::sizeHint() const {
    const QSize hint = QLabel::sizeHint();
    return wordWrap() ? QSize(std::min(hint.width(), widestText * fontMetrics().averageCharWidth()), hint.height())
                      : hint;
}

void PlainLabel::paintEvent(QPaintEvent* event) {
    if (elided_ == Qt::ElideNone) return QLabel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), elided_, contentsRect().width()));
}

bool PlainLabel::event(QEvent* event) {
    if (elided_ != Qt::ElideNone && event->type() == QEvent::ToolTip && toolTip().isEmpty() &&
        fontMetrics().horizontalAdvance(text()) > contentsRect().width()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), toolTipMarkup(text()), this);
        return true;
    }
    return QLabel::event(event);
}

QPushButton* flatButton(const QString& text, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setFlat(true);
    button->setAutoDefault(false);
    button->setFont(fontFor(FontRole::Small));
    return button;
}

QPushButton* toggleButton(const QString& text, QWidget* parent) {
    QPushButton* button = flatButton(text, parent);
    button->setFont(fontFor(FontRole::SmallBold));
    button->setCheckable(true);
    button->setAutoExclusive(true);
    return button;
}

QPushButton* linkButton(const QString& text, QWidget* parent) {
    auto* button = new LinkButton(text, parent);
    button->setAutoDefault(false);
    return button;
}

QToolButton* iconButton(const QString& icon, const QString& text, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(bundledIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(toolTipMarkup(text));
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void emptyLayout(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace idscope
