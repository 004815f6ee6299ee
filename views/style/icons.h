#pragma once

#include "views/style/tokens.h"

#include <QColor>
#include <QIcon>
#include <QRect>
#include <QString>

class QPainter;
class QStyleOption;
class QWidget;

namespace idscope {

/// Which of the theme's colours an icon is drawn in.
enum class Ink { Muted, Text, Accent, OnAccent, Ok, Warn, Error };

/// The theme's colour of an ink.
const QColor& inkColor(Ink ink, const Tokens& tokens);

/// A bundled icon (the base name of a file in resources/icons), drawn in a colour of the theme in force when painted;
/// disabled and selected states take the theme's colours for them.
QIcon bundledIcon(const QString& name, Ink ink = Ink::Muted);

/// Paints a bundled icon centred in `place`, at 16 px or what fits, in one colour. Cached; sharp at any scale.
void paintIcon(QPainter& painter, const QRect& place, const QString& name, const QColor& color);

/// A place in a line as it lies from right to left, too; the painter turns the alignment of texts by itself.
QRect seen(const QStyleOption& line, const QRect& place);
QRect seen(const QWidget& line, const QRect& place);

} // namespace idscope
