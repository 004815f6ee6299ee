#pragma once

#include "views/style/tokens.h"

class QPainter;
class QProxyStyle;
class QRect;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionSlider;
class QStyleOptionTab;

/// How each control of the house is drawn; called by ProxyStyle, and by parts that draw such a thing themselves.
namespace idscope::controls {

/// A rounded box: filled, with an edge of `width` px inside the rectangle (0: none).
void drawBox(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& edge, int width, int radius);

void drawPushButton(const QStyleOption& option, QPainter& painter);
void drawPushButtonLabel(const QStyleOptionButton& option, QPainter& painter, bool mnemonics);
void drawToolButton(const QStyleOption& option, QPainter& painter);
void drawField(const QStyleOption& option, QPainter& painter);
void drawCheckBox(const QStyleOption& option, QPainter& painter);
void drawRadioButton(const QStyleOption& option, QPainter& painter);
void drawFocus(const QStyleOption& option, QPainter& painter);

void drawTab(const QStyleOption& option, QPainter& painter);
void drawTabLabel(const QStyleOptionTab& option, QPainter& painter);
void drawTabClose(const QStyleOption& option, QPainter& painter);
void drawTabBarBase(const QStyleOption& option, QPainter& painter);
void drawHeaderGround(const QStyleOption& option, QPainter& painter, bool divided);
void drawHeaderLabel(const QStyleOption& option, QPainter& painter);
void drawMenuBarItem(const QStyleOption& option, QPainter& painter, const QProxyStyle& style, bool mnemonics);
void drawMenuBarGround(const QStyleOption& option, QPainter& painter);
void drawMenuFrame(const QStyleOption& option, QPainter& painter);
void drawBranch(const QStyleOption& option, QPainter& painter);
void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter, const QRect& thumb, const QColor& ground);

} // namespace idscope::controls
