#include "tests/network/flowmachine.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <vector>

using namespace idscope;
using namespace idscope::test;
using namespace std::chrono_literals;

class TestExportSequences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// R7: whatever the server answers, an export ends exactly once, in time, with at most two POSTs, no more attempts
    /// than allowed and nothing left behind.
    void everySequenceEndsOnce_data() {
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("deadline");
        QTest::newRow("three answers") << 3 << 1800;
        QTest::newRow("four answers") << 4 << 40;
    }
    void everySequenceEndsOnce() {
        QFETCH(int, length);
        QFETCH(int, deadline);
        using Answerer = std::function<Event(const Machine&)>;
        const auto status = [](int code) -> Answerer {
            return [code](const Machine&) {
                return Answered{.status = code, .location = "https://b.example/", .body = "<Error/>"};
            };
        };
        const std::vector<Answerer> answers{
            [](const Machine&) {
                return Answered{
                    .status = 200, .body = reply, .framing = Framing::Length, .length = 10, .etag = "\"e\""};
            },
            [](const Machine&) {
                return Answered{
                    .status = 206, .framing = Framing::Length, .contentRange = "bytes 4-9/10", .etag = "\"e\""};
            },
            [](const Machine&) { return Answered{.status = 503, .retryAfter = 12s}; },
            [](const Machine&) { return TransportFailed{Kind::ConnectionLost, {}}; },
            [](const Machine&) { return StallChecked{}; },
            status(302),
            status(400),
            status(403),
            status(404),
            status(416),
            status(429),
            status(500)};

        std::vector<std::size_t> sequence(static_cast<std::size_t>(length), 0);
        int count = 0;
        for (bool more = true; more; ++count) {
            runToTheEnd(answers, sequence, std::chrono::seconds(deadline));
            if (QTest::currentTestFailed()) return;
            more = false;
            for (std::size_t& digit : sequence) {
                if (++digit < answers.size()) {
                    more = true;
                    break;
                }
                digit = 0;
            }
        }
        qInfo("%d sequences", count);
    }

private:
    /// Answers as the sequence says, then with its last answer for ever.
    template <class Answers>
    static void runToTheEnd(const Answers& answers, const std::vector<std::size_t>& sequence,
                            std::chrono::seconds deadline) {
        Machine machine({.deadline = deadline, .stall = 5s});
        std::size_t next = 0;
        for (int steps = 0; !isFinal(machine.state); ++steps) {
            QVERIFY2(steps < 5000, "no end");
            if (std::holds_alternative<Waiting>(machine.state.phase)) {
                machine.now = std::min(*machine.pause, *machine.deadline);
            } else {
                machine.now = std::min(machine.now + 50ms, *machine.deadline);
            }
            if (machine.now >= *machine.deadline) machine.feed(DeadlineReached{});
            if (isFinal(machine.state)) break;
            if (std::holds_alternative<Waiting>(machine.state.phase)) {
                machine.feed(PauseOver{});
            } else if (std::holds_alternative<Verifying>(machine.state.phase)) {
                machine.feed(FileClosed{});
            } else {
                const std::size_t choice = sequence[std::min(next++, sequence.size() - 1)];
                const Event event = answers[choice](machine);
                if (std::holds_alternative<StallChecked>(event))
                    machine.now = std::min(*machine.stall, *machine.deadline);
                machine.feed(event);
                giveBody(machine);
            }
        }
        QVERIFY(machine.now <= *machine.deadline);
        QVERIFY(machine.posts == 1 || machine.posts == 2);
        const bool done = std::holds_alternative<Done>(machine.state.phase);
        QCOMPARE(machine.deletions, done ? 0 : 1);
        if (done) QCOMPARE(machine.state.body.bytes, std::uint64_t{10});
    }
    /// The first body of ten bytes is cut after four; later ones, and rests, come whole.
    static void giveBody(Machine& machine) {
        const auto* get = std::get_if<Downloading>(&machine.state.phase);
        if (!get || !get->accepted) return;
        if (machine.state.body.bytes == 0 && machine.gets == 1)
            machine.feed(BytesArrived{4}).feed(TransportFailed{Kind::ConnectionLost, {}});
        else
            machine.feed(BytesArrived{10 - machine.state.body.bytes}).feed(BodyEnded{});
    }
};

QTEST_GUILESS_MAIN(TestExportSequences)
#include "test_exportsequences.moc"
