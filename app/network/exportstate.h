#pragma once

#include "app/network/exportreply.h"
#include "app/network/exportsettings.h"
#include "models/transfer/transfer.h"

#include <QByteArray>
#include <QDateTime>
#include <QHostAddress>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

/// One export as a value: POST, HEAD until 200, GET. `advance` is pure: it reads no clock, opens nothing and waits for
/// nothing; whoever runs it performs the effects in order and reports back in events. Any thread; O(1) but for reading
/// the reply.
///
///     Requesting → Polling ⇄ Waiting → Downloading → Verifying → Done
///          ↑ once, when the links expired     (Failed and Cancelled from anywhere)
namespace idscope::flow {

using Time = std::chrono::steady_clock::time_point;
using std::chrono::milliseconds;

/// What does not change during an export. The deadline counts from the first POST.
struct Rules {
    ExportSettings settings;
    QUrl base;              ///< of the service, read by readBase()
    std::uint64_t seed = 0; ///< of the ± 20 %
};

// Events: what happened.

enum class Framing : std::uint8_t {
    Close,   ///< the body ends with the connection: nobody can tell whether it is complete
    Length,  ///< Content-Length
    Chunked, ///< the transfer itself says where it ends
};

/// An answer's head; with its whole body for POST, before any of the body for GET.
struct Answered {
    int status = 0;
    std::optional<milliseconds> retryAfter;
    QByteArray location; ///< as sent
    QByteArray body;     ///< POST; one byte more than maxReplyBytes when it was longer
    Framing framing = Framing::Close;
    std::optional<std::uint64_t> length; ///< Content-Length
    QByteArray contentRange, contentEncoding, etag, lastModified, contentType;
    QHostAddress peer; ///< who answered; null through a proxy
    QDateTime date;    ///< when, by the server's clock, or else by ours
};
struct BytesArrived {
    std::uint64_t count = 0;
}; ///< written to the file
struct BodyEnded {}; ///< as the framing says
/// No answer, or not all of it.
struct TransportFailed {
    ExportErrorKind kind{}; ///< HostNotFound … TlsFailed, ConnectionLost, UnexpectedReply (no HTTP), ForbiddenUrl
    std::string detail;
};
struct WriteFailed {
    int systemError = 0;
};
struct FileClosed {}; ///< flushed to the disk
struct PauseOver {};
struct StallChecked {};
struct DeadlineReached {};
struct CancelAsked {};

using Event = std::variant<Answered, BytesArrived, BodyEnded, TransportFailed, WriteFailed, FileClosed, PauseOver,
                           StallChecked, DeadlineReached, CancelAsked>;

// Effects: what to do now. A Send… replaces the request before.

struct SendPost {};
struct SendHead {
    ExactUrl url;
};
struct SendGet {
    ExactUrl url;
    std::uint64_t from = 0; ///< Range, when not 0
    QByteArray ifRange;     ///< the strong ETag that goes with it
};
struct AcceptBody {
    std::uint64_t from = 0;
}; ///< cut the file to so many bytes, then append what arrives
struct CloseFile {};
struct DropRequest {};
struct DeletePartial {};
enum class Timer : std::uint8_t { Pause, Stall, Deadline };
/// Starts the timer, or starts it anew.
struct SetTimer {
    Timer timer{};
    milliseconds delay{};
};

using Effect = std::variant<SendPost, SendHead, SendGet, AcceptBody, CloseFile, DropRequest, DeletePartial, SetTimer>;

// States.

enum class Step : std::uint8_t { Head, Get };

struct Requesting {};
struct Polling {};
struct Waiting {
    Step next{};
    Time until;
};
struct Downloading {
    ExactUrl url; ///< of this hop
    int redirects = 0;
    bool accepted = false;     ///< the body is being written
    std::uint64_t arrived = 0; ///< bytes of this attempt
    Time windowBegan;          ///< of the mean rate
    std::uint64_t windowBytes = 0;
};
struct Verifying {};
struct Done {};
struct Failed {
    ExportError error;
};
struct Cancelled {};

using Phase = std::variant<Requesting, Polling, Waiting, Downloading, Verifying, Done, Failed, Cancelled>;

/// What is in the file so far, and whether it can be added to.
struct Body {
    std::uint64_t bytes = 0;
    std::optional<std::uint64_t> length; ///< of the whole
    Framing framing = Framing::Length;
    QByteArray etag, lastModified, contentType;
    QUrl source;                          ///< where the last part came from; has a query: for originOf() alone
    [[nodiscard]] bool canResume() const; ///< there is a part with a length and a strong ETag
};

struct State {
    Rules rules;
    Time began;
    Phase phase = Requesting{};
    ExportLinks links;                                   ///< from the last answer to POST
    std::optional<Time> pollingExpires, downloadExpires; ///< these links, as far as they tell
    HostScope reach = HostScope::Anywhere;               ///< of requests: a POST may go to any base
    Body body;
    std::uint64_t furthest = 0;         ///< most bytes that an attempt left to build on
    int polls = 0;                      ///< HEADs sent
    int failures = 0;                   ///< in a row in this step
    int pauses = 0;                     ///< since the step began
    std::uint64_t draws = 0;            ///< pauses in all
    bool askedAgain = false;            ///< the second POST was sent
    std::optional<Time> forbiddenSince; ///< 403 to every HEAD since
    Time lastByte;                      ///< a request was sent or something arrived
};

struct Transition {
    State state;
    std::vector<Effect> effects;
};

/// The first state and its effects: the POST is sent.
Transition begin(Rules rules, Time now);
/// The next state. Events that are late (of a request since replaced) and all events after the end change nothing.
Transition advance(State state, const Event& event, Time now);

[[nodiscard]] bool isFinal(const State& state);
/// The state as views see it; id and target are left to the caller, the rate too.
[[nodiscard]] TransferStatus statusOf(const State& state, Time now);

} // namespace idscope::flow
