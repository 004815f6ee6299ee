#pragma once

#include <QLineEdit>
#include <QTimer>

namespace idscope {

/// One field of the filter row.
class ColumnFilterField final : public QLineEdit {
    Q_OBJECT
public:
    explicit ColumnFilterField(QWidget* parent);

    void setColumn(const QString& name);
    /// What is in force, unless something else is being typed.
    void showText(const QString& text);
    /// Why what is typed can't be used; empty: it can.
    void setFault(const QString& sentence);

Q_SIGNALS:
    /// After a pause (`typed`), on Enter, and when the keyboard goes elsewhere.
    void applied(bool typed);
    /// Tab and back: the field of the next column, or of the one before.
    void stepRequested(int by);
    /// It has the keyboard now.
    void entered();
    /// Down, or Escape with nothing to take back: the rows.
    void left();
    /// Alt+Down, or the button in the field.
    void valuesRequested();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void apply(bool typed);

    QAction* values_;
    QAction* fault_;
    QTimer pause_;
    QString shown_; ///< what is in force
    bool edited_ = false;
};

} // namespace idscope
