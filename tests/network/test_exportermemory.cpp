#include "app/network/exportaccess.h"
#include "tests/network/exportbench.h"
#include "tests/support/memory.h"

#include <QTest>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

using namespace idscope;
using namespace idscope::test;

namespace {

/// Gives back the room that the file takes on the disk; it keeps its length.
void discard(const QString& path) {
    const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC);
    ::fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, QFile(path).size());
    ::close(file);
}

} // namespace

/// R6: what arrives is written as it comes, however much it is and however fast.
class TestExporterMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void staysFlat_data() {
        QTest::addColumn<int>("length");
        QTest::newRow("with a length") << static_cast<int>(Answer::Length::Right);
        QTest::newRow("without length") << static_cast<int>(Answer::Length::None);
    }
    void staysFlat() {
        QFETCH(int, length);
        constexpr qint64 mebi = 1 << 20;
        const bool isThorough =
            qEnvironmentVariableIsSet("IDSCOPE_THOROUGH") && Answer::Length(length) == Answer::Length::Right;
        const qint64 times = isThorough ? 10 * 1024 : 32;
        Bench bench;
        QByteArray piece = csv(60'000);
        piece.resize(mebi);
        bench.store.on("GET", "/file/apps", {Answer{.body = piece, .length = Answer::Length(length), .times = times}});
        const std::uint64_t id = bench.make().start({.resource = "apps"});

        QList<qint64> memory;
        qint64 next = mebi * times / 8;
        const bool ended = waitFor(
            [&] {
                const auto status = bench.last(id);
                if (status && std::cmp_greater_equal(status->received, next)) {
                    memory += anonymousMemory();
                    next += mebi * times / 8;
                    const QStringList files = bench.files();
                    for (const QString& file : files)
                        discard(bench.downloadFolder() + u'/' + file);
                }
                return status && Bench::isOver(status->phase);
            },
            1'200'000);
        QVERIFY(ended);
        QCOMPARE(outcome(*bench.last(id)), "done");
        QCOMPARE(bench.downloads.at(id).bytes, static_cast<std::uint64_t>(mebi * times));
        QVERIFY(memory.size() >= 4);
        const auto [least, most] = std::ranges::minmax(memory);
        qInfo("%lld MiB, %lld to %lld MiB of memory", times, least / mebi, most / mebi);
        QVERIFY2(most - least < 8 * mebi, QByteArray::number((most - least) / mebi).constData());
    }
    /// A reader that is slower than the server is not drowned: the rest waits with the sender.
    void slowReader() {
        constexpr qint64 mebi = 1 << 20;
        HttpScript server;
        server.on("GET", "/a", {Answer{.body = QByteArray(mebi, 'a'), .times = 64}});
        ExportAccess access(Connection{{}, {}, {}, {}, ProxyUse::None});
        const std::unique_ptr<QNetworkReply> reply(
            access.send(QNetworkAccessManager::GetOperation, ExportAccess::plainRequest(),
                        readLink(server.origin() + "/a", HostScope::Anywhere).value(), HostScope::Anywhere));
        reply->setReadBufferSize(mebi);
        const qint64 before = anonymousMemory();
        waitFor([] { return false; }, 300);
        QVERIFY(reply->bytesAvailable() >= mebi);
        QVERIFY(reply->bytesAvailable() < mebi + (mebi >> 2));
        QVERIFY(anonymousMemory() - before < 16 * mebi);
        qint64 taken = 0;
        QVERIFY(waitFor([&] {
            taken += reply->readAll().size();
            return reply->isFinished() && reply->bytesAvailable() == 0;
        }));
        QCOMPARE(taken, 64 * mebi);
    }
};

QTEST_GUILESS_MAIN(TestExporterMemory)
#include "test_exportermemory.moc"
