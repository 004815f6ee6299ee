#pragma once

#include <QObject>
#include <QPalette>
#include <QStringView>

class QApplication;

namespace idscope {

enum class Theme { System, Light, Dark };

/// The word a theme has in the settings ("system", "light", "dark"), and back; anything else is System.
QString themeWord(Theme theme);
Theme themeFromWord(QStringView word);

/// Puts style, fonts and palette on the application and keeps the palette right: when the choice changes, and when the
/// desktop changes under System. One per application, GUI thread.
class ThemeController : public QObject {
    Q_OBJECT
public:
    ThemeController(QApplication& application, Theme theme);

    [[nodiscard]] Theme theme() const { return theme_; }
    void setTheme(Theme theme);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private Q_SLOTS:
    void portalChanged(const QString& space, const QString& key);

private: // NOLINT(readability-redundant-access-specifiers): moc tells them apart
    void apply();
    void askPortal();

    QApplication& application_;
    Theme theme_;
    bool portalIsDark_ = false;
    bool applying_ = false;
};

} // namespace idscope
