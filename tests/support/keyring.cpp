#include "tests/support/keyring.h"

#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace idscope::test {
namespace {

constexpr int patienceMs = 20'000;

/// A bus that starts no service by itself.
const QByteArray configuration = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%1</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
)";

const auto busName = u"keyring-test"_s;
const auto secrets = u"org.freedesktop.secrets"_s;

QDBusMessage isLocked() {
    auto message = QDBusMessage::createMethodCall(secrets, u"/org/freedesktop/secrets/aliases/default"_s,
                                                  u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    return message;
}

/// It ends with this process, however that ends.
void bind(QProcess& process) {
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

void end(QProcess& process) {
    if (process.state() == QProcess::NotRunning) return;
    ::kill(static_cast<pid_t>(process.processId()), SIGCONT);
    process.terminate();
    if (!process.waitForFinished(5'000)) process.kill();
    process.waitForFinished(5'000);
}

} // namespace

Keyring::~Keyring() {
    end(daemon_);
    QDBusConnection::disconnectFromBus(busName);
    end(bus_);
}

bool Keyring::isInstalled() {
    return !QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty() &&
           !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty();
}

bool Keyring::startBus() {
    const QString file = home_.filePath(u"bus.conf"_s);
    QFile config(file);
    if (!config.open(QIODevice::WriteOnly)) return false;
    config.write(QByteArray(configuration).replace("%1", QFile::encodeName(home_.path())));
    config.close();
    bus_.setStandardErrorFile(QProcess::nullDevice());
    bind(bus_);
    bus_.start(u"dbus-daemon"_s, {u"--config-file"_s, file, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
    while (!bus_.canReadLine())
        if (!bus_.waitForReadyRead(patienceMs)) return false;
    address_ = QString::fromLocal8Bit(bus_.readLine()).trimmed();
    return QDBusConnection::connectToBus(address_, busName).isConnected();
}

bool Keyring::start() {
    daemon_.setProcessEnvironment(environment());
    daemon_.setStandardOutputFile(QProcess::nullDevice());
    daemon_.setStandardErrorFile(QProcess::nullDevice());
    bind(daemon_);
    daemon_.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s,
                                              u"--control-directory"_s, home_.filePath(u"control"_s)});
    daemon_.write("password of the tests");
    daemon_.closeWriteChannel();
    const QDBusConnection bus(busName);
    return QTest::qWaitFor(
        [&bus] {
            const QDBusReply<QDBusVariant> locked = bus.call(isLocked());
            return locked.isValid() && !locked.value().variant().toBool();
        },
        patienceMs);
}

void Keyring::stop() {
    end(daemon_);
}

bool Keyring::lock() {
    const QDBusConnection bus(busName);
    auto lock = QDBusMessage::createMethodCall(secrets, u"/org/freedesktop/secrets"_s,
                                               u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
    lock << QVariant::fromValue(
        QList<QDBusObjectPath>{QDBusObjectPath(u"/org/freedesktop/secrets/collection/login"_s)});
    bus.call(lock);
    const QDBusReply<QDBusVariant> locked = bus.call(isLocked());
    return locked.isValid() && locked.value().variant().toBool();
}

void Keyring::hang() {
    ::kill(static_cast<pid_t>(daemon_.processId()), SIGSTOP);
}

void Keyring::wake() {
    ::kill(static_cast<pid_t>(daemon_.processId()), SIGCONT);
}

QProcessEnvironment Keyring::environment() const {
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    environment.remove(u"KDE_SESSION_VERSION"_s);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address_);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home_.path());
    environment.insert(u"XDG_DATA_HOME"_s, home_.filePath(u"data"_s));
    environment.insert(u"HOME"_s, home_.path());
    return environment;
}

void Keyring::adopt() const {
    qputenv("DBUS_SESSION_BUS_ADDRESS", address_.toLocal8Bit());
    qunsetenv("KDE_SESSION_VERSION");
}

} // namespace idscope::test
