#include "views/style/proxystyle.h"

#include "views/style/controls.h"
#include "views/style/metrics.h"

#include <QAbstractItemView>
#include <QGuiApplication>
#include <QMenuBar>
#include <QPainter>
#include <QStyleOption>
#include <QTabBar>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

/// The ground of the view a scroll bar belongs to.
QColor groundBehind(const QWidget* scrollBar, const QStyleOption& option) {
    for (const QWidget* widget = scrollBar; widget != nullptr; widget = widget->parentWidget())
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(widget))
            return area->viewport()->palette().color(area->viewport()->backgroundRole());
    return option.palette.color(QPalette::Base);
}

} // namespace

ProxyStyle::ProxyStyle() : QProxyStyle(u"Fusion"_s) {}

int ProxyStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_ScrollBarExtent:
        return metrics::scrollBar;
    case PM_HeaderMargin:
        return 4;
    case PM_SplitterWidth:
    case PM_MenuPanelWidth:
        return 1;
    case PM_FocusFrameHMargin:
        return metrics::cellPadding - 1; // item views add one more
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractScrollArea*>(widget) != nullptr ? 0 : 1;
    case PM_TabBarTabHSpace:
        return 2 * metrics::padding;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
        return 0;
    case PM_MenuBarHMargin:
    case PM_MenuVMargin:
    case PM_ToolTipLabelFrameWidth:
        return metrics::unit;
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 14;
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
        return metrics::icon;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ProxyStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* data) const {
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Menu_SloppySubMenus:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ActivateItemOnSingleClick: // lists open on a click by themselves
        return 0;
    case SH_UnderlineShortcut: // in the menu bar only while it is being used by keyboard
        if (qobject_cast<const QMenuBar*>(widget) != nullptr)
            return widget->hasFocus() || QGuiApplication::keyboardModifiers().testFlag(Qt::AltModifier);
        return QProxyStyle::styleHint(hint, option, widget, data);
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_TabBar_ElideMode: // titles begin alike and end differently
        return Qt::ElideMiddle;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ProxyStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                   const QWidget* widget) const {
    const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (option == nullptr) return base;
    const QFontMetrics& fm = option->fontMetrics;
    switch (type) {
    case CT_TabBarTab:
        return {base.width() + metrics::unit, metrics::panelHead(fm)};
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const bool flat = button != nullptr && button->features.testFlag(QStyleOptionButton::Flat);
        return {size.width() + (flat ? 2 * metrics::gap : 2 * metrics::padding),
                flat ? metrics::stripButton(fm) : metrics::button(fm)};
    }
    case CT_ToolButton:
        return size.expandedTo({metrics::stripButton(fm), metrics::stripButton(fm)});
    case CT_LineEdit:
    case CT_MenuBarItem:
        return {size.width() + 2 * metrics::gap, metrics::button(fm)};
    case CT_HeaderSection:
        return {base.width(), metrics::header(fm)};
    default:
        return base;
    }
}

QRect ProxyStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    if (element == SE_LineEditContents) return option->rect.adjusted(metrics::gap - 2, 1, -(metrics::gap - 2), -1);
    if (element == SE_TabBarTabRightButton) {
        QRect rect = QProxyStyle::subElementRect(element, option, widget);
        rect.translate(metrics::unit, 0);
        return rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

void ProxyStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    switch (element) {
    case PE_PanelButtonCommand:
        return controls::drawPushButton(*option, *painter);
    case PE_PanelButtonTool:
        if (widget != nullptr && qobject_cast<const QTabBar*>(widget->parentWidget()) != nullptr)
            painter->fillRect(option->rect, tokensOf(option->palette).window); // over the tabs that it scrolls
        return controls::drawToolButton(*option, *painter);
    case PE_PanelLineEdit: // one without a frame stands in something that has one
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth == 0)
            return;
        return controls::drawField(*option, *painter);
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
        return controls::drawCheckBox(*option, *painter);
    case PE_IndicatorRadioButton:
        return controls::drawRadioButton(*option, *painter);
    case PE_IndicatorTabClose:
        return controls::drawTabClose(*option, *painter);
    case PE_IndicatorBranch:
        return controls::drawBranch(*option, *painter);
    case PE_FrameTabBarBase:
        return controls::drawTabBarBase(*option, *painter);
    case PE_FrameMenu:
        return controls::drawMenuFrame(*option, *painter);
    case PE_FrameFocusRect:
        // Item views mark the current cell in their own delegates.
        if (qobject_cast<const QAbstractItemView*>(widget) == nullptr) controls::drawFocus(*option, *painter);
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, groundBehind(widget, *option));
        return;
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_FrameTabWidget:
    case PE_PanelItemViewRow:
        return;
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ProxyStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const {
    switch (element) {
    case CE_TabBarTabShape:
        return controls::drawTab(*option, *painter);
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) controls::drawTabLabel(*tab, *painter);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return controls::drawHeaderGround(*option, *painter, element == CE_HeaderSection);
    case CE_HeaderLabel:
        return controls::drawHeaderLabel(*option, *painter);
    case CE_MenuBarItem:
        return controls::drawMenuBarItem(*option, *painter, *this,
                                         styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0);
    case CE_MenuBarEmptyArea:
        return controls::drawMenuBarGround(*option, *painter);
    case CE_Splitter:
        painter->fillRect(option->rect, tokensOf(option->palette).line);
        return;
    case CE_PushButtonBevel: // Qt leaves it out of a flat button, which shows the mouse and the focus by it
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
            button != nullptr && button->features.testFlag(QStyleOptionButton::Flat))
            return controls::drawPushButton(*option, *painter);
        return QProxyStyle::drawControl(element, option, painter, widget);
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            controls::drawPushButtonLabel(*button, *painter,
                                          styleHint(SH_UnderlineShortcut, option, widget, nullptr) != 0);
        return;
    case CE_RubberBand:
        painter->fillRect(option->rect, tokensOf(option->palette).accentSoft);
        return;
    default:
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ProxyStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const {
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
        control == CC_ScrollBar && slider != nullptr)
        return controls::drawScrollBar(*slider, *painter, subControlRect(control, option, SC_ScrollBarSlider, widget),
                                       groundBehind(widget, *option));
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace idscope
