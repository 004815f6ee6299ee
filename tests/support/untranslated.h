#pragma once

#include <QRegularExpression>
#include <QStringList>

class QWidget;

namespace idscope::test {

/// With a PseudoTranslator installed before the window was made: every text that a widget, action, tab, header or combo
/// box of `window` shows or tells a screen reader, and that has letters outside the translator's brackets. One line
/// each: the class, object name, kind of text, and the text. `data` matches whole texts that are not the program's own
/// words (names of columns, rows of files). Contents of item views are data, except their headers.
QStringList untranslatedTexts(const QWidget& window, const QRegularExpression& data);

} // namespace idscope::test
