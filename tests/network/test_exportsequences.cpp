#include "tests/network/flowmachine.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace idscope;
using namespace idscope::test;
using namespace std::chrono_literals;

namespace {

using Answer = Event (*)();

template <int status>
Event said() {
    return Answered{.status = status, .location = "https://b.example/", .body = "<Error/>"};
}

constexpr std::array<Answer, 12> answers{
    [] -> Event {
        return Answered{.status = 200, .body = reply, .framing = Framing::Length, .length = 10, .etag = "\"e\""};
    },
    [] -> Event {
        return Answered{.status = 206, .framing = Framing::Length, .contentRange = "bytes 4-9/10", .etag = "\"e\""};
    },
    [] -> Event { return Answered{.status = 503, .retryAfter = 12s}; },
    [] -> Event { return TransportFailed{Kind::ConnectionLost, {}}; },
    [] -> Event { return StallChecked{}; },
    said<302>,
    said<400>,
    said<403>,
    said<404>,
    said<416>,
    said<429>,
    said<500>};

/// Lets time pass until an answer is awaited, or all is over.
void settle(Machine& machine) {
    while (!isFinal(machine.state)) {
        if (std::holds_alternative<Verifying>(machine.state.phase)) {
            machine.feed(FileClosed{});
        } else if (std::holds_alternative<Waiting>(machine.state.phase)) {
            machine.now = std::min(*machine.pause, *machine.deadline);
            machine.feed(machine.now == *machine.deadline ? Event(DeadlineReached{}) : Event(PauseOver{}));
        } else {
            return;
        }
    }
}

/// The first body of ten bytes is cut after four; later ones, and rests, come whole.
void giveBody(Machine& machine) {
    const auto* get = std::get_if<Downloading>(&machine.state.phase);
    if (!get || !get->accepted) return;
    if (machine.state.body.bytes == 0 && machine.gets == 1)
        machine.feed(BytesArrived{4}).feed(TransportFailed{Kind::ConnectionLost, {}});
    else
        machine.feed(BytesArrived{10 - machine.state.body.bytes}).feed(BodyEnded{});
}

void take(Machine& machine, Answer answer) {
    const Event event = answer();
    machine.now = std::holds_alternative<StallChecked>(event) ? *machine.stall : machine.now + 50ms;
    if (machine.now >= *machine.deadline) {
        machine.now = *machine.deadline;
        machine.feed(DeadlineReached{});
        return;
    }
    machine.feed(event);
    giveBody(machine);
    settle(machine);
}

void check(const Machine& machine) {
    QVERIFY(isFinal(machine.state));
    QVERIFY(machine.now <= *machine.deadline);
    QVERIFY(machine.posts == 1 || machine.posts == 2);
    const bool done = std::holds_alternative<Done>(machine.state.phase);
    QCOMPARE(machine.deletions, done ? 0 : 1);
    if (done) QCOMPARE(machine.state.body.bytes, std::uint64_t{10});
    Machine later = machine;
    for (const Answer answer : answers)
        later.feed(answer());
    QCOMPARE(later.phase(), machine.phase());
    QCOMPARE(later.posts + later.heads + later.gets, machine.posts + machine.heads + machine.gets);
}

/// Answers in all ways, `left` times, then with the last answer for ever. Returns the number of sequences: those that
/// begin alike are followed together until they differ or the export is over.
int follow(const Machine& machine, Answer last, int left) {
    if (QTest::currentTestFailed()) return 0;
    if (left == 0) {
        Machine rest = machine;
        for (int steps = 0; steps < 5000 && !isFinal(rest.state); ++steps)
            take(rest, last);
        check(rest);
        return 1;
    }
    if (isFinal(machine.state)) return follow(machine, last, left - 1) * static_cast<int>(answers.size());
    int count = 0;
    for (const Answer next : answers) {
        Machine other = machine;
        take(other, next);
        count += follow(other, next, left - 1);
    }
    return count;
}

} // namespace

class TestExportSequences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// R7: whatever the server answers, an export ends exactly once, in time, with at most two POSTs, no more attempts
    /// than allowed and nothing left behind.
    void everySequenceEndsOnce_data() {
        QTest::addColumn<int>("deadline");
        QTest::newRow("half an hour") << 1800;
        QTest::newRow("half a minute") << 30;
    }
    void everySequenceEndsOnce() {
        QFETCH(int, deadline);
        const Machine machine({.deadline = std::chrono::seconds(deadline), .stall = 5s});
        QCOMPARE(follow(machine, nullptr, 5), 12 * 12 * 12 * 12 * 12);
    }
};

QTEST_GUILESS_MAIN(TestExportSequences)
#include "test_exportsequences.moc"
