#include "tests/network/flowmachine.h"

#include <QTest>

#include <cerrno>

using namespace idscope;
using namespace idscope::test;
using namespace std::chrono_literals;

/// The last step of the state machine: GET.
class TestExportDownload : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resumes() {
        Machine machine;
        machine.download(10).feed(BytesArrived{4});
        machine.did();
        machine.feed(TransportFailed{Kind::ConnectionLost, {}});
        QCOMPARE(machine.did(), "pause");
        machine.pauseOver();
        QCOMPARE(machine.did(), "get:/file?sig=2@4\"e\"");
        machine.feed(Answered{
            .status = 206, .framing = Framing::Length, .length = 6, .contentRange = "bytes 4-9/10", .etag = "\"e\""});
        QCOMPARE(machine.did(), "accept@4");
        QCOMPARE(statusOf(machine.state, machine.now).length, std::optional<std::uint64_t>(10));
        machine.feed(BytesArrived{6}).feed(BodyEnded{}).feed(FileClosed{});
        QCOMPARE(machine.phase(), "done");
    }
    void resumesFromANewUrl() {
        Machine machine;
        machine.download(10).feed(BytesArrived{4}).feed(TransportFailed{Kind::ConnectionLost, {}}).pauseOver();
        machine.feed(Answered{.status = 403});
        QCOMPARE(machine.phase(), "requesting");
        machine.feed(Answered{.status = 200, .body = reply}).did();
        machine.feed(Answered{.status = 200});
        QCOMPARE(machine.did(), "get:/file?sig=2@4\"e\"");
        machine.feed(
            Answered{.status = 200, .framing = Framing::Length, .length = 12, .etag = "\"f\""}); // another file
        QCOMPARE(machine.did(), "accept@0");
        machine.feed(BytesArrived{12}).feed(BodyEnded{}).feed(FileClosed{});
        QCOMPARE(machine.phase(), "done");
    }
    void doesNotResumeWithoutProof() {
        for (const char* etag : {"", "W/\"e\"", "e", "\""}) {
            Machine machine;
            machine.download(10, etag)
                .feed(BytesArrived{4})
                .feed(TransportFailed{Kind::ConnectionLost, {}})
                .pauseOver();
            QVERIFY(machine.did().endsWith("get:/file?sig=2"));
        }
    }
    void partsMustFit_data() {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QByteArray>("etag");
        const auto row = [](const char* range, const char* etag) {
            QTest::addRow("%s %s", range, etag) << QByteArray(range) << QByteArray(etag);
        };
        row("bytes 5-9/10", "\"e\"");
        row("bytes 4-8/10", "\"e\"");
        row("bytes 4-10/11", "\"e\"");
        row("bytes 4-9/*", "\"e\"");
        row("bytes */10", "\"e\"");
        row("", "\"e\"");
        row("bytes 4-9/10", "\"f\"");
        row("bytes 4-9/10", "");
    }
    void partsMustFit() {
        QFETCH(QByteArray, range);
        QFETCH(QByteArray, etag);
        Machine machine({.retries = 1});
        machine.download(10).feed(BytesArrived{4}).feed(TransportFailed{Kind::ConnectionLost, {}}).pauseOver();
        machine.feed(Answered{.status = 206, .contentRange = range, .etag = etag});
        QCOMPARE(machine.phase(), failure(Kind::Changed)); // the second failure in a row
        Machine patient;
        patient.download(10).feed(BytesArrived{4}).feed(TransportFailed{Kind::ConnectionLost, {}}).pauseOver();
        patient.feed(Answered{.status = 206, .contentRange = range, .etag = etag}).pauseOver();
        QVERIFY(patient.did().endsWith("get:/file?sig=2")); // from the start
    }

    void onlyProgressResetsTheCount() {
        Machine resumable({.retries = 2});
        resumable.download(1000);
        for (int i = 0; i < 20; ++i) {
            resumable.feed(BytesArrived{10}).feed(TransportFailed{Kind::ConnectionLost, {}}).pauseOver();
            const auto from = QByteArray::number(10 * (i + 1));
            resumable.feed(Answered{.status = 206,
                                    .framing = Framing::Length,
                                    .contentRange = "bytes " + from + "-999/1000",
                                    .etag = "\"e\""});
        }
        QCOMPARE(resumable.phase(), "downloading");
        resumable.feed(TransportFailed{Kind::ConnectionLost, {}}).pauseOver();
        resumable.feed(TransportFailed{Kind::ConnectionRefused, {}});
        QCOMPARE(resumable.phase(), failure(Kind::ConnectionRefused));
        QCOMPARE(resumable.error().received, std::uint64_t{200});

        Machine ignored({.retries = 2}); // each range: the whole again, cut at the same byte again
        ignored.download(1000);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(ignored.phase(), "downloading");
            ignored.feed(BytesArrived{10}).feed(TransportFailed{Kind::ConnectionLost, {}}).pauseOver();
            ignored.feed(Answered{.status = 200, .framing = Framing::Length, .length = 1000, .etag = "\"e\""});
        }
        QCOMPARE(ignored.phase(), failure(Kind::Truncated));

        Machine other({.retries = 2});
        other.download(1000, "");
        for (int i = 0; i < 2; ++i) {
            other.feed(BytesArrived{10}).feed(TransportFailed{Kind::ConnectionLost, {}}).pauseOver();
            other.feed(Answered{.status = 200, .framing = Framing::Length, .length = 1000});
        }
        other.feed(BytesArrived{10}).feed(TransportFailed{Kind::ConnectionLost, {}});
        QCOMPARE(other.phase(), failure(Kind::Truncated));
        QCOMPARE(other.error().promised, std::uint64_t{1000});
    }

    void redirectsOfGet() {
        Machine machine;
        machine.feed(Answered{.status = 200, .body = reply}).feed(Answered{.status = 200}).did();
        for (const char* target : {"https://b.example/1?%7e", "/2", "https://c.example/3"})
            machine.feed(Answered{.status = 307, .location = target});
        QCOMPARE(machine.did(), "get:/1?%7e get:/2 get:/3");
        machine.feed(Answered{.status = 302, .location = "https://d.example/4"});
        QCOMPARE(machine.phase(), failure(Kind::Redirected, 302));
        QCOMPARE(machine.error().host, std::string("d.example"));
        for (const char* target :
             {"http://b.example/", "file:///etc/passwd", "https://127.0.0.1/", "https://u@b.example/", ""}) {
            Machine strict;
            strict.feed(Answered{.status = 200, .body = reply}).feed(Answered{.status = 200});
            strict.feed(Answered{.status = 301, .location = target});
            QCOMPARE(strict.phase(), failure(Kind::Redirected, 301));
            QCOMPARE(strict.gets, 1);
        }
    }
    void headIsNeverRedirected() {
        for (const int status : {301, 302, 303, 307, 308}) {
            Machine machine;
            machine.feed(Answered{.status = 200, .body = reply});
            machine.feed(Answered{.status = status, .location = "/elsewhere"});
            QCOMPARE(machine.phase(), failure(Kind::Redirected, status));
            QCOMPARE(machine.error().host, std::string("s.example"));
        }
    }

    void lengthIsChecked() {
        Machine tooLong;
        tooLong.download(10).feed(BytesArrived{11});
        QCOMPARE(tooLong.phase(), failure(Kind::TooLong));
        Machine cut({.retries = 0});
        cut.download(10).feed(BytesArrived{9}).feed(BodyEnded{});
        QCOMPARE(cut.phase(), failure(Kind::Truncated));
        QCOMPARE(cut.error().received, std::uint64_t{9});
        QCOMPARE(cut.error().promised, std::uint64_t{10});
        Machine open;
        open.feed(Answered{.status = 200, .body = reply}).feed(Answered{.status = 200}).feed(Answered{.status = 200});
        open.feed(BytesArrived{9}).feed(BodyEnded{}).feed(FileClosed{});
        QCOMPARE(open.phase(), "done");
        QVERIFY(statusOf(open.state, open.now).unverifiable);
    }
    void compressedIsRefused() {
        Machine machine;
        machine.feed(Answered{.status = 200, .body = reply}).feed(Answered{.status = 200});
        machine.feed(Answered{.status = 200, .contentEncoding = "gzip"});
        QCOMPARE(machine.phase(), failure(Kind::WrongEncoding));
    }
    void stallsAndDrips() {
        Machine stalled({.retries = 0});
        stalled.download(1'000'000).after(59s, BytesArrived{20'000}).after(1s, StallChecked{});
        QCOMPARE(stalled.phase(), "downloading");
        QCOMPARE(*stalled.stall - stalled.now, 59s);
        stalled.after(59s, StallChecked{});
        QCOMPARE(stalled.phase(), failure(Kind::Stalled));
        Machine slow({.retries = 0});
        slow.download(1'000'000);
        for (int i = 0; i < 59; ++i)
            slow.after(1s, BytesArrived{200});
        slow.after(1s, StallChecked{});
        QCOMPARE(slow.phase(), failure(Kind::TooSlow));
    }
    void fullDisk() {
        QCOMPARE(Machine().download(10).feed(WriteFailed{ENOSPC}).phase(), failure(Kind::DiskFull));
        QCOMPARE(Machine().download(10).feed(WriteFailed{EACCES}).phase(), failure(Kind::CannotWrite));
    }
};

QTEST_GUILESS_MAIN(TestExportDownload)
#include "test_exportdownload.moc"
