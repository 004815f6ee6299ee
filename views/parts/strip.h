#pragma once

#include "views/style/icons.h"
#include "views/style/tokens.h"

#include <QWidget>

class QPushButton;

namespace idscope {

class PlainLabel;
class ShareBar;

/// A line of a page that says something about what is below it: icon, words, perhaps one button.
class Strip final : public QWidget {
    Q_OBJECT
public:
    /// `ground` is a member of Tokens.
    Strip(QString icon, Ink ink, QColor Tokens::* ground, QWidget* parent = nullptr);

    /// `lead` in bold, then words, then an expression in the fixed font; each may be empty.
    void setWords(const QString& lead, const QString& words, const QString& expression = {});
    /// Lets long words take several lines; for narrow panels.
    void setWrapping();
    /// Adds a button at the right; `icon` may be empty.
    QPushButton* addButton(const QString& icon, const QString& text);

    /// Shows how much is done, from 0 to 1, as a bar and in per cent; negative: nothing is known of that.
    void setShare(double share);

    [[nodiscard]] QString words() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString icon_;
    Ink ink_;
    QColor Tokens::* ground_;
    PlainLabel* lead_;
    PlainLabel* words_;
    PlainLabel* expression_;
    ShareBar* bar_ = nullptr; ///< made when it is needed
    PlainLabel* percent_ = nullptr;
};

} // namespace idscope
