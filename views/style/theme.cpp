#include "views/style/theme.h"

#include "views/style/fonts.h"
#include "views/style/palette.h"
#include "views/style/proxystyle.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>
#include <QFileInfo>
#include <QToolTip>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr uint portalDark = 1;
const auto portalService = "org.freedesktop.portal.Desktop"_L1;
const auto portalPath = "/org/freedesktop/portal/desktop"_L1;
const auto portalInterface = "org.freedesktop.portal.Settings"_L1;
const auto appearance = "org.freedesktop.appearance"_L1;
const auto colorScheme = "color-scheme"_L1;

/// Asking for a bus that is not there starts one, and waits for it.
bool hasSessionBus() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s);
}

} // namespace

QString themeWord(Theme theme) {
    switch (theme) {
    case Theme::Light:
        return u"light"_s;
    case Theme::Dark:
        return u"dark"_s;
    case Theme::System:
        break;
    }
    return u"system"_s;
}

Theme themeFromWord(QStringView word) {
    if (word == u"light") return Theme::Light;
    if (word == u"dark") return Theme::Dark;
    return Theme::System;
}

ThemeController::ThemeController(QApplication& application, Theme theme) : application_(application), theme_(theme) {
    QApplication::setStyle(new ProxyStyle);
    setApplicationFont(application_);
    apply();
    application_.installEventFilter(this);
    if (!hasSessionBus()) return;
    QDBusConnection::sessionBus().connect(portalService, portalPath, portalInterface, u"SettingChanged"_s, this,
                                          SLOT(portalChanged(QString, QString)));
    askPortal();
}

void ThemeController::setTheme(Theme theme) {
    theme_ = theme;
    apply();
}

bool ThemeController::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &application_ && event->type() == QEvent::ApplicationPaletteChange && !applying_) apply();
    return false;
}

void ThemeController::portalChanged(const QString& space, const QString& key) {
    if (space == appearance && key == colorScheme) askPortal();
}

void ThemeController::askPortal() {
    auto call = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, u"Read"_s);
    call << QString(appearance) << QString(colorScheme);
    // Answered later or never: a desktop without the portal keeps the platform's palette.
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isError()) return;
        QVariant value = reply.value().variant();
        if (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
        portalIsDark_ = value.toUInt() == portalDark;
        if (theme_ == Theme::System) apply();
    });
}

void ThemeController::apply() {
    applying_ = true;
    bool dark = theme_ == Theme::Dark;
    if (theme_ == Theme::System) {
        // Without a palette of our own the application has the platform's.
        QApplication::setPalette(QPalette());
        dark = isDark(QApplication::palette()) || portalIsDark_;
    }
    const QPalette palette = makePalette(dark ? darkTokens : lightTokens);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    applying_ = false;
}

} // namespace idscope
