#pragma once

#include "views/style/fonts.h"
#include "views/style/icons.h"

#include <QLabel>

class QLayout;
class QPushButton;
class QToolButton;

namespace idscope {

/// A label for text of any origin: always plain text, cut with … when there is no room, whole in the tooltip then.
class PlainLabel final : public QLabel {
    Q_OBJECT
public:
    explicit PlainLabel(FontRole role, QWidget* parent = nullptr);
    PlainLabel(const QString& text, FontRole role, QWidget* parent = nullptr);

    /// Secondary text.
    void setMuted() { setInk(Ink::Muted); }
    /// Text in a colour of the theme.
    void setInk(Ink ink);
    /// Takes whatever width there is and elides, instead of asking for the whole text's.
    void setElided(Qt::TextElideMode where = Qt::ElideRight);
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyInk();

    Qt::TextElideMode elided_ = Qt::ElideNone;
    Ink ink_ = Ink::Text;
};

/// A button of a strip or panel head: words only, framed when the mouse or the focus is on it.
QPushButton* flatButton(const QString& text, QWidget* parent);
/// One of several buttons of its parent of which one is pressed: words in bold.
QPushButton* toggleButton(const QString& text, QWidget* parent);
/// A link-like button in accent.
QPushButton* linkButton(const QString& text, QWidget* parent);
/// An icon button with tooltip and accessible name (both `text`).
QToolButton* iconButton(const QString& icon, const QString& text, QWidget* parent);

/// Takes everything out of a layout that is to be filled anew; its widgets go once the running event is over.
void emptyLayout(QLayout& layout);

} // namespace idscope
