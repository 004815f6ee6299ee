#pragma once

#include "app/network/exportstate.h"

#include <QByteArrayList>

#include <optional>
#include <string>

namespace idscope::test {

using namespace idscope::flow;
using Kind = ExportErrorKind;

inline const QByteArray reply =
    R"({"pollingUrl": "https://s.example/poll?sig=1", "url": "https://s.example/file?sig=2"})";

/// A machine with a clock of its own: says what it does as text, one word an effect.
class Machine {
public:
    Time now{};
    State state;
    QByteArrayList log; ///< effects since the last look
    std::optional<Time> pause, stall, deadline;
    int posts = 0, heads = 0, gets = 0, drops = 0, deletions = 0;

    explicit Machine(const ExportSettings& settings = {}, const char* base = "https://api.example") {
        take(begin({settings, QUrl::fromEncoded(base), 1}, now));
    }

    Machine& feed(const Event& event) {
        take(advance(std::move(state), event, now));
        return *this;
    }
    Machine& after(milliseconds time, const Event& event) {
        now += time;
        return feed(event);
    }
    Machine& pauseOver() {
        now = *pause;
        return feed(PauseOver{});
    }
    /// To the first file byte: ready at once, a file of so many bytes.
    Machine& download(std::uint64_t length, const QByteArray& etag = "\"e\"") {
        feed(Answered{.status = 200, .body = reply});
        feed(Answered{.status = 200});
        return feed(Answered{.status = 200, .framing = Framing::Length, .length = length, .etag = etag});
    }

    /// The effects since the last look.
    QByteArray did() {
        const QByteArray text = log.join(' ');
        log.clear();
        return text;
    }
    [[nodiscard]] QByteArray phase() const {
        if (const auto* failed = std::get_if<Failed>(&state.phase)) {
            const ExportError& error = failed->error;
            return "failed " + QByteArray::number(static_cast<int>(error.kind)) + ' ' +
                   QByteArray::number(error.httpStatus);
        }
        static constexpr const char* names[] = {"requesting", "polling", "waiting", "downloading",
                                                "verifying",  "done",    "failed",  "cancelled"};
        return names[state.phase.index()];
    }
    [[nodiscard]] const ExportError& error() const { return std::get<Failed>(state.phase).error; }

    void operator()(const SendPost&) {
        ++posts;
        log += "post";
    }
    void operator()(const SendHead& effect) {
        ++heads;
        log += "head:" + effect.url.target;
    }
    void operator()(const SendGet& effect) {
        ++gets;
        log += "get:" + effect.url.target;
        if (effect.from > 0)
            log.back() += '@' + QByteArray::number(static_cast<qulonglong>(effect.from)) + effect.ifRange;
    }
    void operator()(const AcceptBody& effect) {
        log += "accept@" + QByteArray::number(static_cast<qulonglong>(effect.from));
    }
    void operator()(const CloseFile&) { log += "close"; }
    void operator()(const DropRequest&) { ++drops; }
    void operator()(const DeletePartial&) {
        ++deletions;
        log += "delete";
    }
    void operator()(const SetTimer& effect) {
        (effect.timer == Timer::Pause ? pause : effect.timer == Timer::Stall ? stall : deadline) = now + effect.delay;
        if (effect.timer == Timer::Pause) log += "pause";
    }

private:
    void take(Transition transition) {
        state = std::move(transition.state);
        for (const Effect& effect : transition.effects)
            std::visit(*this, effect);
    }
};

inline QByteArray failure(ExportErrorKind kind, int status = 0) {
    return "failed " + QByteArray::number(static_cast<int>(kind)) + ' ' + QByteArray::number(status);
}

} // namespace idscope::test
