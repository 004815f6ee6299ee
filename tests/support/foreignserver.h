#pragma once

#include "tests/support/scriptedservice.h"

#include <QProcess>
#include <QTcpSocket>

#include <csignal>
#include <sys/prctl.h>

namespace idscope::test {

/// A port of this machine that is free at the moment.
inline quint16 freePort() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

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
        process_.start(program, arguments);
        return waitFor(
                   [&] {
                       QTcpSocket socket;
                       socket.connectToHost(QHostAddress::LocalHost, port);
                       return process_.state() == QProcess::NotRunning || socket.waitForConnected(100);
                   },
                   20'000) &&
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
