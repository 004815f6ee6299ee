#pragma once

#include "tests/support/scriptedservice.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <sys/prctl.h>

namespace idscope::test {

/// A port of this machine that is free at the moment, and below those that the system gives to clients (and to servers
/// that take any): so nobody happens upon it before a server binds it, or between two runs of that server.
inline quint16 freePort() {
    QTcpServer server;
    const auto any = [] { return static_cast<quint16>(QRandomGenerator::global()->bounded(10'000, 32'000)); };
    while (!server.listen(QHostAddress::LocalHost, any())) {
    }
    return server.serverPort();
}

inline constexpr int portAttempts = 3; ///< another program may have chosen the same one

/// A server that others wrote, as a child that dies with us.
class ForeignServer {
public:
    ForeignServer() {
        process_.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        process_.setProcessChannelMode(QProcess::MergedChannels);
    }
    ~ForeignServer() { stop(); }
    ForeignServer(const ForeignServer&) = delete;
    ForeignServer& operator=(const ForeignServer&) = delete;

    /// Whether it takes connections on the port in the end.
    bool start(const QString& program, const QStringList& arguments, quint16 port) {
        stop(); // an attempt that took too long
        process_.start(program, arguments);
        return waitFor(
                   [&] {
                       QTcpSocket socket;
                       socket.connectToHost(QHostAddress::LocalHost, port);
                       return process_.state() == QProcess::NotRunning || socket.waitForConnected(100);
                   },
                   60'000) &&
               process_.state() == QProcess::Running;
    }
    void stop() {
        process_.kill();
        process_.waitForFinished();
    }
    /// What it said.
    QByteArray output() { return process_.readAll(); }

private:
    QProcess process_;
};

} // namespace idscope::test
