#pragma once

#include <QColor>
#include <QPalette>

namespace idscope {

/// Every colour of one theme, by meaning. Made once per theme at compile time; nothing else in the program names a
/// colour.
struct Tokens {
    QColor window, base, alt, raised;    ///< grounds: chrome, data, odd rows, push buttons
    QColor line, lineSoft, border;       ///< panel lines, lines between cells, edges of fields and boxes
    QColor text, muted, disabled;        ///< text, secondary text and icons, disabled things
    QColor accent, onAccent, accentSoft; ///< current, chosen, can be pressed; its text; its soft ground
    QColor sel, selOff;                  ///< selection in the focused view, and in all others
    QColor match, matchLine, matchText;  ///< matching text: fill, underline, ink
    QColor ok, okBg, warn, warnBg, error, errorBg;
    QColor identity, identityBg, connection, connectionBg, resource, resourceBg;
    QColor edge;                       ///< graph edges
    QColor bar, barAll, hist, histOff; ///< in the filter, track, all rows, outside the brush
    QColor string, number, constant;   ///< JSON and filter language
    QColor thumb;                      ///< scroll bars
    QColor tipBase, tipText;
};

/// 0xRRGGBB as a colour.
constexpr QColor rgb(unsigned value) {
    return {static_cast<int>(value >> 16U), static_cast<int>((value >> 8U) & 0xFFU), static_cast<int>(value & 0xFFU)};
}

inline constexpr Tokens lightTokens{
    .window = rgb(0xF2F3F6),
    .base = rgb(0xFFFFFF),
    .alt = rgb(0xF7F8FA),
    .raised = rgb(0xFFFFFF),
    .line = rgb(0xD8DCE3),
    .lineSoft = rgb(0xE8EBEF),
    .border = rgb(0x828B9B),
    .text = rgb(0x1B212C),
    .muted = rgb(0x566071),
    .disabled = rgb(0x8A92A0),
    .accent = rgb(0x2857C5),
    .onAccent = rgb(0xFFFFFF),
    .accentSoft = rgb(0xE6EDFB),
    .sel = rgb(0xD5E2FB),
    .selOff = rgb(0xE3E7ED),
    .match = rgb(0xFFE08A),
    .matchLine = rgb(0xA87B00),
    .matchText = rgb(0x1B212C),
    .ok = rgb(0x1A7544),
    .okBg = rgb(0xE4F3EA),
    .warn = rgb(0x9A4A06),
    .warnBg = rgb(0xFDF0DC),
    .error = rgb(0xB3261E),
    .errorBg = rgb(0xFCE9E7),
    .identity = rgb(0x096C68),
    .identityBg = rgb(0xE1F2F1),
    .connection = rgb(0x6B41B0),
    .connectionBg = rgb(0xEFE9FA),
    .resource = rgb(0x756000),
    .resourceBg = rgb(0xF8F1D2),
    .edge = rgb(0x98A1B0),
    .bar = rgb(0x5F86DA),
    .barAll = rgb(0xDDE3EE),
    .hist = rgb(0xBCC9E3),
    .histOff = rgb(0xCFD4DC),
    .string = rgb(0x0B6A4B),
    .number = rgb(0x8A4708),
    .constant = rgb(0x6B41B0),
    .thumb = rgb(0xBAC1CC),
    .tipBase = rgb(0x1B212C),
    .tipText = rgb(0xFFFFFF),
};

inline constexpr Tokens darkTokens{
    .window = rgb(0x1F2228),
    .base = rgb(0x17191E),
    .alt = rgb(0x1B1E23),
    .raised = rgb(0x2A2E36),
    .line = rgb(0x343943),
    .lineSoft = rgb(0x262A31),
    .border = rgb(0x737C8B),
    .text = rgb(0xE3E6EB),
    .muted = rgb(0xA1A9B6),
    .disabled = rgb(0x6B7381),
    .accent = rgb(0x8FB3FF),
    .onAccent = rgb(0x10182B),
    .accentSoft = rgb(0x222C42),
    .sel = rgb(0x243C68),
    .selOff = rgb(0x2E333D),
    .match = rgb(0x5F4A05),
    .matchLine = rgb(0xE2BB3F),
    .matchText = rgb(0xFFEFC0),
    .ok = rgb(0x62C48F),
    .okBg = rgb(0x18301F),
    .warn = rgb(0xF2AA4C),
    .warnBg = rgb(0x38280F),
    .error = rgb(0xFF938A),
    .errorBg = rgb(0x361E1D),
    .identity = rgb(0x52C6BE),
    .identityBg = rgb(0x15302E),
    .connection = rgb(0xBBA0F2),
    .connectionBg = rgb(0x2B2440),
    .resource = rgb(0xDFC25C),
    .resourceBg = rgb(0x332C12),
    .edge = rgb(0x646D7B),
    .bar = rgb(0x6F97EA),
    .barAll = rgb(0x2E343F),
    .hist = rgb(0x3B4862),
    .histOff = rgb(0x383D47),
    .string = rgb(0x7CCFA9),
    .number = rgb(0xF0B377),
    .constant = rgb(0xBBA0F2),
    .thumb = rgb(0x4A515D),
    .tipBase = rgb(0xE3E6EB),
    .tipText = rgb(0x17191E),
};

/// Whether a palette is a dark one: its Window is nearer to black.
inline bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

/// The tokens a palette was made from. Widgets ask with their own palette, so a change of theme reaches them by itself.
inline const Tokens& tokensOf(const QPalette& palette) {
    return isDark(palette) ? darkTokens : lightTokens;
}

} // namespace idscope
