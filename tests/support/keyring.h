#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>

namespace idscope::test {

/// A session bus of the test's own with a real keyring on it, for as long as this lives; nothing of the desktop's. It
/// has nobody to ask for passwords, so that a locked one stays locked.
class Keyring {
public:
    Keyring() = default;
    ~Keyring();
    Keyring(const Keyring&) = delete;
    Keyring& operator=(const Keyring&) = delete;

    /// Whether dbus-daemon and gnome-keyring-daemon are installed.
    static bool isInstalled();
    /// Starts the bus, without a keyring. False when it does not come up.
    [[nodiscard]] bool startBus();
    /// Starts the keyring, unlocked, with what it held before.
    [[nodiscard]] bool start();
    /// Ends the keyring; the bus stays.
    void stop();
    [[nodiscard]] bool lock();
    /// A keyring that takes every request and answers none (SIGSTOP), and back.
    void hang();
    void wake();

    [[nodiscard]] QString address() const { return address_; }
    /// That of this process, with this bus in place of the desktop's.
    [[nodiscard]] QProcessEnvironment environment() const;
    /// Makes this bus the session bus of this process: before anything asks for one.
    void adopt() const;

private:
    QTemporaryDir home_;
    QString address_;
    QProcess bus_;
    QProcess daemon_;
};

} // namespace idscope::test
