#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QPushButton;

namespace idscope {

class PlainLabel;

/// Asks for the name of a saved view, and says when it takes the place of another.
class ViewNameDialog final : public QDialog {
    Q_OBJECT
public:
    /// `taken`: names of views that would be replaced.
    ViewNameDialog(const QString& title, const QString& suggested, QStringList taken, QWidget* parent);

Q_SIGNALS:
    /// On accepting; never empty.
    void nameChosen(const QString& name);

private:
    void judge();

    QStringList taken_;
    QLineEdit* name_;
    PlainLabel* hint_;
    QPushButton* save_;
};

} // namespace idscope
