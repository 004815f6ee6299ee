#include "views/filter/columnfilterfield.h"

#include "models/items/displaytext.h"
#include "views/filter/filterrow.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace idscope {

using namespace Qt::StringLiterals;

ColumnFilterField::ColumnFilterField(QWidget* parent)
    : QLineEdit(parent), values_(addAction(bundledIcon(u"chevron-down"_s), TrailingPosition)),
      fault_(addAction(bundledIcon(u"error"_s, Ink::Error), LeadingPosition)) {
    setFont(fontFor(FontRole::Mono));
    setPlaceholderText(tr("filter"));
    fault_->setVisible(false);
    values_->setText(tr("Values of the column"));
    values_->setToolTip(toolTipMarkup(tr("Values of the column (Alt+Down)")));
    pause_.setSingleShot(true);
    pause_.setInterval(FilterRow::pauseMs);
    connect(&pause_, &QTimer::timeout, this, [this] { apply(true); });
    connect(values_, &QAction::triggered, this, &ColumnFilterField::valuesRequested);
    connect(this, &QLineEdit::textEdited, this, [this] {
        edited_ = true;
        pause_.start();
    });
}

void ColumnFilterField::setColumn(const QString& name) {
    setAccessibleName(tr("Filter of %1").arg(name));
}

void ColumnFilterField::showText(const QString& text) {
    if (edited_ && hasFocus() && shown_ == text) return; // it may be half of what people mean
    shown_ = text;
    if (edited_ && hasFocus() && text == this->text().trimmed()) return;
    edited_ = false;
    pause_.stop();
    setFault({});
    if (text == this->text()) return;
    setText(text);
    setCursorPosition(hasFocus() ? static_cast<int>(text.size()) : 0);
}

void ColumnFilterField::setFault(const QString& sentence) {
    fault_->setVisible(!sentence.isEmpty());
    fault_->setToolTip(sentence.isEmpty() ? QString() : toolTipMarkup(sentence));
    setToolTip(fault_->toolTip());
    setAccessibleDescription(sentence);
}

void ColumnFilterField::apply(bool typed) {
    pause_.stop();
    if (edited_) Q_EMIT applied(typed);
    if (!typed && !fault_->isVisible()) edited_ = false;
}

bool ColumnFilterField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        // The window's own is about the table's current column.
        if (key.key() == Qt::Key_Down && key.modifiers().testFlag(Qt::AltModifier)) {
            event->accept();
            return true;
        }
    }
    // Before the focus moves on by itself.
    if (event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        if (key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab) {
            Q_EMIT stepRequested(key.key() == Qt::Key_Tab ? 1 : -1);
            return true;
        }
    }
    return QLineEdit::event(event);
}

void ColumnFilterField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return apply(false);
    case Qt::Key_Down:
        if (event->modifiers().testFlag(Qt::AltModifier)) return Q_EMIT valuesRequested();
        apply(false);
        return Q_EMIT left();
    case Qt::Key_Escape: {
        pause_.stop();
        const bool nothingToTakeBack = text() == shown_;
        edited_ = false;
        setFault({});
        setText(shown_);
        if (nothingToTakeBack) Q_EMIT left();
        return;
    }
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void ColumnFilterField::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    Q_EMIT entered();
}

void ColumnFilterField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    apply(false);
}

} // namespace idscope
