#pragma once

#include <QList>
#include <QString>

#include <cstddef>
#include <string_view>

namespace idscope {

/// A stretch of a DisplayText that stands for something not drawn as itself, in UTF-16 units.
struct DisplayMark {
    qsizetype begin = 0;
    qsizetype length = 0;
    friend bool operator==(const DisplayMark&, const DisplayMark&) = default;
};

/// Text from outside, made fit for one line on a screen. Plain text: never to be read as markup.
struct DisplayText {
    QString text;
    QList<DisplayMark> marks; ///< in order; delegates box them, so that data can't imitate them
    bool cut = false;         ///< there was more; `text` ends in …
};

/// How many characters of a cell are shown at most: more than fits on any screen.
inline constexpr qsizetype displayLimit = 4096;

/// The same of a name, where it stands beside what it is the name of.
inline constexpr qsizetype nameLimit = 100;

/// Bytes as people may see them: line breaks (LF, CR LF) as ↵, a lone CR as ␍, tabs as ⇥; every other control, bidi
/// control and invisible character as its code point, `[U+202E]`; bad UTF-8 as U+FFFD. At most `limit` characters
/// (UTF-16 units) are made: O(limit), whatever the size of the cell.
DisplayText displayText(std::string_view utf8, qsizetype limit = displayLimit);

/// What is shown in place of a character that would not be drawn as itself; empty: nothing is. O(1).
QString shownInstead(char32_t point);

/// Where in displayText(utf8) the given byte is shown, in UTF-16 units; the text's length when it was cut before.
qsizetype displayPosition(std::string_view utf8, std::size_t byte, qsizetype limit = displayLimit);

/// Display text as a tooltip. Qt guesses markup in tooltips, so this is always markup, with everything escaped.
QString toolTipMarkup(const QString& displayText);

} // namespace idscope
