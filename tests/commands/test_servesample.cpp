#include "tests/commands/process.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace idscope;
using namespace Qt::Literals::StringLiterals;

class TestServeSample : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void servesUntilInterrupted() {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const QString port = QString::number(free.serverPort());
        free.close();

        QProcess process;
        process.start(QStringLiteral(IDSCOPE_BINARY), {u"serve-sample"_s, u"--port"_s, port});
        QByteArray out;
        QVERIFY(QTest::qWaitFor([&] { return (out += process.readAllStandardOutput()).count('\n') == 3; }, 20'000));
        const QList<QByteArray> lines = out.split('\n');
        QCOMPARE(lines[0], "http://127.0.0.1:" + port.toLatin1());
        QVERIFY(lines[1].startsWith("IDSCOPE_API_KEY_ID="));
        QVERIFY(lines[2].startsWith("IDSCOPE_API_KEY_SECRET="));

        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(QString::fromLatin1(lines[0] + "/api/rest/v0/apps/download-url")));
        request.setRawHeader("X-Api-Key-ID", lines[1].sliced(lines[1].indexOf('=') + 1));
        request.setRawHeader("X-Api-Key-Secret", lines[2].sliced(lines[2].indexOf('=') + 1));
        request.setRawHeader("Content-Type", "application/json");
        const std::unique_ptr<QNetworkReply> reply(network.post(request, QByteArray()));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        QVERIFY(finished.wait(10'000));
        QVERIFY(reply->readAll().contains("pollingUrl"));

        QProcess::execute(u"kill"_s, {u"-INT"_s, QString::number(process.processId())});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(process.readAllStandardError(), QByteArray());
    }

    void refusesWhatIsNoPort() {
        for (const char* port : {"x", "65536", "-1", "80 "})
            QCOMPARE(test::run({u"serve-sample"_s, u"--port"_s, QString::fromLatin1(port)}).code, 2);
        QCOMPARE(test::run({u"serve-sample"_s, u"more"_s}).code, 2);
    }

    void saysThatThePortIsTaken() {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const QString port = QString::number(taken.serverPort());
        const test::Outcome outcome = test::run({u"serve-sample"_s, u"--port"_s, port});
        QCOMPARE(outcome.code, 1);
        QVERIFY(outcome.err.contains(port.toLatin1()));
    }
};

QTEST_GUILESS_MAIN(TestServeSample)
#include "test_servesample.moc"
