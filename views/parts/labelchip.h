#pragma once

#include "models/items/labelgallerymodel.h"

#include <QString>

class QFontMetrics;
class QPainter;
class QRect;

namespace idscope {

struct Tokens;

/// How wide a label's chip is for its name, and how high.
QSize labelChipSize(const QString& name, const QFontMetrics& metrics);
/// Draws a label as the chip it is, where a line begins in `place` and in its middle, elided where it is too narrow, on
/// the ground of a theme. Without colours of its own: in the theme's, with a dashed edge.
void paintLabelChip(QPainter& painter, const QRect& place, const QString& name, const ChipLook& look,
                    const Tokens& tokens);
/// Draws a contrast ratio where a line ends in `place`, flagged where it is low; returns how much of the width it took.
int paintContrast(QPainter& painter, const QRect& place, const ChipLook& look, const Tokens& tokens);

} // namespace idscope
