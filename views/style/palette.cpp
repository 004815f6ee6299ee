#include "views/style/palette.h"

namespace idscope {

QPalette makePalette(const Tokens& t) {
    QPalette palette;
    const auto all = [&](QPalette::ColorRole role, const QColor& color) { palette.setColor(role, color); };
    all(QPalette::Window, t.window);
    all(QPalette::Base, t.base);
    all(QPalette::AlternateBase, t.alt);
    all(QPalette::Button, t.raised);
    all(QPalette::Light, t.raised);
    all(QPalette::Midlight, t.lineSoft);
    all(QPalette::Mid, t.line);
    all(QPalette::Dark, t.border);
    all(QPalette::Shadow, t.border);
    all(QPalette::Text, t.text);
    all(QPalette::WindowText, t.text);
    all(QPalette::ButtonText, t.text);
    all(QPalette::BrightText, t.onAccent);
    all(QPalette::PlaceholderText, t.muted);
    all(QPalette::Link, t.accent);
    all(QPalette::LinkVisited, t.accent);
    all(QPalette::Highlight, t.sel);
    all(QPalette::HighlightedText, t.text);
    all(QPalette::ToolTipBase, t.tipBase);
    all(QPalette::ToolTipText, t.tipText);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, t.selOff);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.selOff);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText,
                            QPalette::PlaceholderText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    return palette;
}

} // namespace idscope
