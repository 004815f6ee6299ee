#pragma once

#include "models/items/displaytext.h"

#include <QList>
#include <QString>

#include <vector>

namespace idscope {

/// A text of any length as lines that a screen can lay out one by one: its own line breaks are kept, long lines are
/// broken, what would not be drawn as itself is written out as displayText() does. Knows for every place on the screen
/// which place of the text it is, and back. Positions are UTF-16 units. Of a text of more than mostLines lines it is
/// the beginning. O(length) to make.
class RawText {
public:
    static constexpr int mostLines = 20'000; ///< of shown(); a widget keeps a layout of each

    RawText() = default;
    explicit RawText(QString text);

    [[nodiscard]] const QString& text() const { return text_; }
    /// Whether text() is only the beginning.
    [[nodiscard]] bool isCut() const { return cut_; }
    /// What is shown, lines ending in \n.
    [[nodiscard]] const QString& shown() const { return shown_; }
    /// Stretches of shown() that stand for something else.
    [[nodiscard]] const QList<DisplayMark>& marks() const { return marks_; }

    /// O(log of the places where the two differ).
    [[nodiscard]] qsizetype toShown(qsizetype position) const;
    [[nodiscard]] qsizetype toText(qsizetype shown) const;

private:
    /// From here on both go on in step, up to the next anchor.
    struct Anchor {
        qsizetype text = 0;
        qsizetype shown = 0;
    };
    void anchor(qsizetype position) { anchors_.push_back({position, shown_.size()}); }

    QString text_;
    QString shown_;
    bool cut_ = false;
    QList<DisplayMark> marks_;
    std::vector<Anchor> anchors_{{}};
};

} // namespace idscope
