#include "app/network/pace.h"
#include "tests/network/flowmachine.h"

#include <QTest>

#include <vector>

using namespace idscope;
using namespace idscope::test;
using namespace std::chrono_literals;

class TestExportState : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void happyPath() {
        Machine machine;
        QCOMPARE(machine.did(), "post");
        machine.feed(Answered{.status = 200, .body = reply});
        QCOMPARE(machine.did(), "head:/poll?sig=1");
        machine.feed(Answered{.status = 404});
        QCOMPARE(machine.did(), "pause");
        QCOMPARE(statusOf(machine.state, machine.now).phase, TransferPhase::Waiting);
        QCOMPARE(statusOf(machine.state, machine.now).nextPoll, pauseBefore(0, 1, 0));
        machine.pauseOver();
        QCOMPARE(machine.did(), "head:/poll?sig=1");
        machine.feed(Answered{.status = 200});
        QCOMPARE(machine.did(), "get:/file?sig=2");
        machine.feed(Answered{.status = 200, .framing = Framing::Length, .length = 10});
        QCOMPARE(machine.did(), "accept@0");
        machine.feed(BytesArrived{4}).feed(BytesArrived{6}).feed(BodyEnded{});
        QCOMPARE(machine.did(), "close");
        QCOMPARE(machine.phase(), "verifying");
        machine.feed(FileClosed{});
        QCOMPARE(machine.phase(), "done");
        const TransferStatus status = statusOf(machine.state, machine.now);
        QCOMPARE(status.phase, TransferPhase::Loading);
        QCOMPARE(status.received, std::uint64_t{10});
        QCOMPARE(status.polls, 2);
        QVERIFY(!status.unverifiable);
    }

    void postIsNeverRepeated_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        const auto row = [](int status, Kind kind) { QTest::addRow("%d", status) << status << static_cast<int>(kind); };
        row(400, Kind::NoSuchExport);
        row(401, Kind::KeyRefused);
        row(403, Kind::NotAllowed);
        row(404, Kind::NoSuchExport);
        row(408, Kind::UnexpectedStatus);
        row(429, Kind::TooManyRequests);
        row(500, Kind::ServerError);
        row(502, Kind::ServerError);
        row(503, Kind::ServerError);
        row(504, Kind::ServerError);
        row(201, Kind::UnexpectedStatus);
        row(204, Kind::UnexpectedStatus);
        row(304, Kind::UnexpectedStatus);
        for (const int status : {301, 302, 303, 307, 308})
            row(status, Kind::Redirected);
    }
    void postIsNeverRepeated() {
        QFETCH(int, status);
        QFETCH(int, kind);
        Machine machine;
        machine.feed(
            Answered{.status = status, .retryAfter = 7s, .location = "https://evil.example:99/x?y", .body = reply});
        QCOMPARE(machine.phase(), failure(Kind{static_cast<std::uint8_t>(kind)}, status));
        QCOMPARE(machine.posts, 1);
        QCOMPARE(machine.heads + machine.gets, 0);
        if (Kind{static_cast<std::uint8_t>(kind)} == Kind::Redirected)
            QCOMPARE(machine.error().host, std::string("evil.example:99"));
        else
            QCOMPARE(machine.error().after, milliseconds(7s));
    }

    void lostAnswerToPost() {
        QCOMPARE(Machine().feed(TransportFailed{Kind::ConnectionLost, {}}).phase(), failure(Kind::AnswerLost));
        QCOMPARE(Machine().feed(TransportFailed{Kind::HostNotFound, {}}).phase(), failure(Kind::HostNotFound));
        QCOMPARE(Machine().after(60s, StallChecked{}).phase(), failure(Kind::Stalled));
        QCOMPARE(Machine().after(59s, StallChecked{}).phase(), "requesting");
    }

    void malformedReplies_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("detail");
        const auto row = [](const char* body, const char* detail) {
            QTest::newRow(body) << QByteArray(body) << QByteArray(detail);
        };
        row("", "notJson");
        row("<html>", "notJson");
        row("[]", "notJson");
        row("\"https://s.example\"", "notJson");
        row("{\"pollingUrl\": \"https://s.example/\", \"url\": \"https://s.example/\"", "notJson");
        row("{}", "pollingUrl");
        row("{\"url\": \"https://s.example/\"}", "pollingUrl");
        row("{\"pollingUrl\": null, \"url\": \"https://s.example/\"}", "pollingUrl");
        row("{\"pollingUrl\": \"https://s.example/\"}", "url");
        row("{\"pollingUrl\": \"https://s.example/\", \"url\": 3}", "url");
        row("{\"pollingUrl\": \"https://s.example/\", \"URL\": \"https://s.example/\"}", "url");
        row("{\"pollingUrl\": \"file:///etc/passwd\", \"url\": \"https://s.example/\"}", "scheme");
        row("{\"pollingUrl\": \"https://s.example/\", \"url\": \"data:text/csv,x\"}", "scheme");
        row("{\"pollingUrl\": \"\", \"url\": \"https://s.example/\"}", "unreadable");
        row("{\"pollingUrl\": \"https://s.example/\", \"url\": \"https://127.0.0.1/\"}", "privateAddress");
        QTest::newRow("too long") << QByteArray(maxReplyBytes + 1, ' ') << QByteArray("tooLong");
    }
    void malformedReplies() {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, detail);
        Machine machine;
        machine.feed(Answered{.status = 200, .body = body});
        QCOMPARE(machine.phase().left(6), "failed");
        QCOMPARE(QByteArray::fromStdString(machine.error().detail), detail);
        QCOMPARE(machine.error().host, std::string("api.example"));
        QCOMPARE(machine.heads + machine.gets, 0);
    }

    void endless404EndsAtTheDeadline() {
        Machine machine;
        machine.feed(Answered{.status = 200, .body = reply});
        for (;;) {
            machine.feed(Answered{.status = 404});
            if (*machine.pause >= *machine.deadline) break;
            machine.pauseOver();
        }
        machine.now = *machine.deadline;
        machine.feed(DeadlineReached{});
        QCOMPARE(machine.phase(), failure(Kind::DeadlineExceeded));
        QCOMPARE(machine.error().after, milliseconds(1800s));
        QVERIFY2(machine.heads > 150 && machine.heads < 260, QByteArray::number(machine.heads).constData());
    }

    void deadlineCountsToTheLastByte() {
        Machine machine;
        machine.download(10).feed(BytesArrived{10}).feed(BodyEnded{});
        QCOMPARE(machine.phase(), "verifying");
        machine.did();
        machine.now = *machine.deadline;
        machine.feed(DeadlineReached{});
        QCOMPARE(machine.phase(), "verifying");
        QCOMPARE(machine.did(), "");
        machine.feed(FileClosed{});
        QCOMPARE(machine.phase(), "done");
    }

    void retryAfterIsTheLeast() {
        Machine machine;
        machine.feed(Answered{.status = 200, .body = reply});
        machine.feed(Answered{.status = 503, .retryAfter = 33s});
        QCOMPARE(*machine.pause - machine.now, 33s);
        machine.pauseOver().feed(Answered{.status = 429, .retryAfter = 0s});
        QCOMPARE(*machine.pause - machine.now, pauseBefore(1, 1, 1));
        machine.pauseOver().feed(Answered{.status = 404, .retryAfter = 20s});
        QCOMPARE(*machine.pause - machine.now, 20s);
        machine.pauseOver().feed(Answered{.status = 503, .retryAfter = 3600s});
        QCOMPARE(machine.phase(), failure(Kind::ServerError, 503));
        QCOMPARE(machine.error().after, milliseconds(3600s));
    }

    void failuresInARowAreCounted() {
        for (const int retries : {0, 1, 4}) {
            Machine machine({.retries = retries});
            machine.feed(Answered{.status = 200, .body = reply});
            for (int i = 0; i < retries; ++i)
                machine
                    .feed(i % 2 == 0 ? Event(Answered{.status = 503})
                                     : Event(TransportFailed{Kind::ConnectionLost, {}}))
                    .pauseOver();
            machine.feed(Answered{.status = 404}).pauseOver(); // no failure: the row is broken
            for (int i = 0; i < retries; ++i)
                machine.feed(Answered{.status = 500}).pauseOver();
            QCOMPARE(machine.phase(), "polling");
            machine.feed(Answered{.status = 500});
            QCOMPARE(machine.phase(), failure(Kind::ServerError, 500));
            QCOMPARE(machine.heads, 2 * retries + 2);
            QCOMPARE(machine.posts, 1);
        }
    }

    void forbiddenWhilePolling() {
        Machine machine;
        machine.feed(Answered{.status = 200, .body = reply});
        machine.feed(Answered{.status = 403}).pauseOver().feed(Answered{.status = 403}).pauseOver();
        machine.feed(Answered{.status = 404}); // so it was not ready, not forbidden: the grace begins anew
        machine.now += 20s;
        machine.pauseOver().feed(Answered{.status = 403});
        QCOMPARE(machine.phase(), "waiting");
        const auto forbiddenToTheEnd = [&] {
            while (machine.phase() == "waiting")
                machine.pauseOver().feed(Answered{.status = 403});
        };
        forbiddenToTheEnd();
        QCOMPARE(machine.phase(), "requesting");
        QCOMPARE(machine.posts, 2);
        machine.feed(Answered{.status = 200, .body = reply}).feed(Answered{.status = 403});
        QCOMPARE(machine.phase(), "waiting");
        forbiddenToTheEnd();
        QCOMPARE(machine.phase(), failure(Kind::Expired, 403));
        QCOMPARE(machine.posts, 2);
    }

    void expiredGet_data() {
        QTest::addColumn<int>("status");
        QTest::newRow("403") << 403;
        QTest::newRow("400") << 400;
    }
    void expiredGet() {
        QFETCH(int, status);
        Machine machine;
        machine.feed(Answered{.status = 200, .body = reply})
            .feed(Answered{.status = 200})
            .feed(Answered{.status = status});
        QCOMPARE(machine.phase(), "requesting");
        machine.did();
        machine.feed(Answered{.status = 200, .body = QByteArray(reply).replace("sig=", "sig=new")});
        QCOMPARE(machine.did(), "head:/poll?sig=new1");
        machine.feed(Answered{.status = 200});
        QCOMPARE(machine.did(), "get:/file?sig=new2");
        machine.feed(Answered{.status = status});
        QCOMPARE(machine.phase(), failure(Kind::Expired, status));
        QCOMPARE(machine.posts, 2);
    }

    void afterTheEndNothingHappens() {
        const std::vector<Event> events{Answered{.status = 200, .body = reply},
                                        BytesArrived{1},
                                        BodyEnded{},
                                        TransportFailed{},
                                        WriteFailed{1},
                                        FileClosed{},
                                        PauseOver{},
                                        StallChecked{},
                                        DeadlineReached{},
                                        CancelAsked{}};
        Machine done, failed, cancelled;
        done.download(1).feed(BytesArrived{1}).feed(BodyEnded{}).feed(FileClosed{});
        failed.feed(Answered{.status = 500});
        cancelled.feed(CancelAsked{});
        for (Machine* machine : {&done, &failed, &cancelled}) {
            machine->did();
            const QByteArray phase = machine->phase();
            const int drops = machine->drops;
            for (const Event& event : events)
                QCOMPARE(machine->after(10s, event).phase(), phase);
            QCOMPARE(machine->did(), "");
            QCOMPARE(machine->drops, drops);
        }
    }
    void cancelInEveryState() {
        std::vector<Machine> machines(6);
        machines[1].feed(Answered{.status = 200, .body = reply});
        machines[2].feed(Answered{.status = 200, .body = reply}).feed(Answered{.status = 404});
        machines[3].feed(Answered{.status = 200, .body = reply}).feed(Answered{.status = 200});
        machines[4].download(10).feed(BytesArrived{4});
        machines[5].download(10).feed(BytesArrived{10}).feed(BodyEnded{});
        for (Machine& machine : machines) {
            QVERIFY(!isFinal(machine.state));
            machine.did();
            machine.feed(CancelAsked{});
            QCOMPARE(machine.phase(), "cancelled");
            QCOMPARE(machine.did(), "delete");
        }
    }

    /// A link that is known to be over is not tried: one new POST comes first, at each step.
    void linksThatAreOverAreNotTried() {
        const QDateTime signedAt(QDate(2024, 6, 18), QTime(9, 39), Qt::UTC);
        const QByteArray links =
            R"({"pollingUrl": "https://s.example/poll?X-Amz-Date=20240618T093900Z&X-Amz-Expires=60",)"
            R"( "url": "https://s.example/file?X-Amz-Date=20240618T093900Z&X-Amz-Expires=20"})";
        const Answered answer{.status = 200, .body = links, .date = signedAt};
        Machine polling;
        polling.feed(answer);
        polling.after(59s, Answered{.status = 404}).after(1s, PauseOver{});
        QCOMPARE(polling.posts, 2);
        QCOMPARE(polling.heads, 1);
        polling.feed(answer).after(60s, Answered{.status = 404}).after(1s, PauseOver{});
        QCOMPARE(polling.posts, 2); // from now on the store tells
        QCOMPARE(polling.heads, 3);

        Machine downloading;
        downloading.feed(answer).after(20s, Answered{.status = 200});
        QCOMPARE(downloading.posts, 2);
        QCOMPARE(downloading.gets, 0);
        downloading.feed(answer).feed(Answered{.status = 200});
        QCOMPARE(downloading.gets, 1);

        Machine resuming;
        resuming.feed(answer).feed(Answered{.status = 200});
        resuming.feed(Answered{.status = 200, .framing = Framing::Length, .length = 10, .etag = "\"e\""});
        resuming.after(30s, BytesArrived{4}).feed(TransportFailed{Kind::ConnectionLost, {}}).pauseOver();
        QCOMPARE(resuming.posts, 2);
        resuming.feed(answer).feed(Answered{.status = 200});
        QVERIFY(resuming.did().endsWith("@4\"e\""));
    }
    /// Clocks differ: what is over by the server's own clock as it comes is tried all the same.
    void linksThatAreOverAtOnceAreTried() {
        const QByteArray links = R"({"pollingUrl": "https://s.example/poll?Expires=1718703540",)"
                                 R"( "url": "https://s.example/file?Expires=1718703540"})";
        Machine machine;
        machine.feed(Answered{.status = 200, .body = links, .date = QDateTime::fromSecsSinceEpoch(1718703600)});
        machine.after(10s, Answered{.status = 200});
        QCOMPARE(machine.posts, 1);
        QCOMPARE(machine.gets, 1);
    }

    /// Neither a certificate nor an address becomes better by trying again.
    void distrustIsFinal() {
        const auto afterFailure = [](const TransportFailed& failure, bool getting) {
            Machine machine;
            machine.feed(Answered{.status = 200, .body = reply});
            if (getting) machine.feed(Answered{.status = 200});
            return machine.feed(failure).phase();
        };
        for (const bool getting : {false, true}) {
            for (const char* fault : {"selfSigned", "expired", "wrongHost"})
                QCOMPARE(afterFailure({Kind::TlsFailed, fault}, getting), failure(Kind::TlsFailed));
            QCOMPARE(afterFailure({Kind::ForbiddenUrl, "privateAddress"}, getting), failure(Kind::ForbiddenUrl));
            QCOMPARE(afterFailure({Kind::TlsFailed, "other"}, getting), "waiting");
            QCOMPARE(afterFailure({Kind::NoNetwork, {}}, getting), "waiting");
        }
    }
};

QTEST_GUILESS_MAIN(TestExportState)
#include "test_exportstate.moc"
