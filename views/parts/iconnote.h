#pragma once

#include "views/style/icons.h"

#include <QWidget>

namespace idscope {

class PlainLabel;

/// An icon and words, which may take several lines; below a field, or beside a button. Without words it takes no room.
class IconNote final : public QWidget {
    Q_OBJECT
public:
    explicit IconNote(QWidget* parent);

    /// What is to be known, in muted text; shown whenever nothing is wrong.
    void setHint(const QString& icon, Ink ink, const QString& words);
    /// What is wrong; empty: nothing.
    void setFault(const QString& words);
    [[nodiscard]] QString words() const;
    [[nodiscard]] bool hasFault() const { return !fault_.isEmpty(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showWords();

    PlainLabel* label_;
    QString icon_;
    Ink ink_ = Ink::Muted;
    QString hint_;
    QString fault_;
};

} // namespace idscope
