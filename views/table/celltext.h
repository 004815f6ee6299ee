#pragma once

#include "models/items/displaytext.h"
#include "views/style/tokens.h"

#include <QList>
#include <QString>
#include <QTextLayout>

class QFontMetrics;
class QPainter;
class QRect;

namespace idscope {

/// JSON as it stands in a cell, coloured: keys as text, values by kind, signs muted. Works on cut and broken text; from
/// `breaksAt` on (when not negative) all is muted.
QList<QTextLayout::FormatRange> jsonFormats(QStringView json, qsizetype breaksAt, const Tokens& tokens);

/// Paints one line of text, elided at the right, with formats and boxed marks, which are given for the whole text.
/// Returns the x at which a position in the text was drawn, for `position` inside the visible part, else -1.
double paintLine(QPainter& painter, const QRect& place, const QString& text, const QFont& font,
                 const QFontMetrics& metrics, QList<QTextLayout::FormatRange> formats, const QList<DisplayMark>& marks,
                 const Tokens& tokens, qsizetype position = -1);

} // namespace idscope
