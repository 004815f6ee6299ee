#pragma once

#include <QFontMetrics>

#include <algorithm>

namespace idscope::metrics {

// Lengths in px at 100 %. Heights grow with the font they hold.
inline constexpr int unit = 4;
inline constexpr int gap = 8;
inline constexpr int padding = 12;
inline constexpr int blockGap = 16;
inline constexpr int radius = 4;
inline constexpr int smallRadius = 3;
inline constexpr int focusWidth = 2;
inline constexpr int cellPadding = 8;
inline constexpr int icon = 16;
inline constexpr int scrollBar = 12;
inline constexpr int sideBar = 212;
inline constexpr int rightDock = 312;
inline constexpr int wideDock = 424; ///< of conditions, which are longer than values
inline constexpr int rowNumbers = 60;
inline constexpr int narrowestTab = 140;
inline constexpr int widestTab = 240;
inline constexpr int facets = 200;
inline constexpr int foldFacetsBelow = 1280; ///< width of the window
inline constexpr int foldSideBarBelow = 960;

inline int atLeast(int px, const QFontMetrics& fm, int around) {
    return std::max(px, fm.height() + around);
}
inline int row(const QFontMetrics& fm) {
    return atLeast(24, fm, 6);
}
inline int treeRow(const QFontMetrics& fm) {
    return atLeast(22, fm, 4);
}
inline int navigationRow(const QFontMetrics& fm) {
    return atLeast(28, fm, 10);
}
inline int header(const QFontMetrics& fm) {
    return atLeast(28, fm, 10);
}
inline int panelHead(const QFontMetrics& fm) {
    return atLeast(36, fm, 18);
}
inline int field(const QFontMetrics& fm) {
    return atLeast(32, fm, 14);
}
inline int strip(const QFontMetrics& fm) {
    return atLeast(32, fm, 14);
}
inline int button(const QFontMetrics& fm) {
    return atLeast(28, fm, 10);
}
inline int stripButton(const QFontMetrics& fm) {
    return atLeast(24, fm, 6);
}
inline int statusBar(const QFontMetrics& fm) {
    return atLeast(24, fm, 6);
}

} // namespace idscope::metrics
