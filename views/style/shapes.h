#pragma once

#include "views/style/tokens.h"

#include <QRectF>
#include <QStringView>

class QPainter;

namespace idscope {

/// The marks that mean the same everywhere: disc, hexagon, square; a hollow diamond for everything else.
enum class EntityShape { Identity, Connection, Resource, Other };

/// The shape of a BRN's type ("identity", "connection", "resource"); Other for any other text.
EntityShape shapeOf(QStringView brnType);

/// Paints a shape of about 10 px centred in `place` in its own colour.
void paintShape(QPainter& painter, const QRectF& place, EntityShape shape, const Tokens& tokens);

} // namespace idscope
