#pragma once

#include <QString>
#include <QUrl>

#include <cstdint>

namespace idscope {

/// Which proxy stands between. Loopback is always reached without one.
enum class ProxyUse : std::uint8_t { System, None };

/// A connection that is kept: everything but the secret.
struct Profile {
    QString name; ///< unique, not empty
    QUrl base;
    QString keyId;
    QString authorityFile = {}; ///< PEM certificates trusted besides the system's; read anew for each connection
    ProxyUse proxy = ProxyUse::System;
    QString id = {}; ///< what snapshots and the keychain know it by: its first name, made unique; outlives renaming
    friend bool operator==(const Profile&, const Profile&) = default;
};

} // namespace idscope
