#include "app/network/exportstate.h"

#include "app/network/answers.h"
#include "app/network/linkexpiry.h"
#include "app/network/pace.h"

#include <algorithm>
#include <cerrno>
#include <concepts>
#include <utility>

namespace idscope::flow {
namespace {

using Kind = ExportErrorKind;

constexpr int maxRedirects = 3;

template <class T, class... Options>
concept OneOf = (std::same_as<T, Options> || ...);
template <class P>
concept Over = OneOf<P, Done, Failed, Cancelled>;

/// One call of advance(): the state being changed and the effects being gathered. Each pair of a phase and an event has
/// its own on(), so that a forgotten one does not compile; late events are named where they are ignored. A handler
/// changes its own phase in place or enters another.
class Advance {
public:
    Advance(State& state, std::vector<Effect>& effects, Time now) : state_(state), effects_(effects), now_(now) {}

    [[nodiscard]] std::optional<Phase>& entered() { return next_; }

    void post() {
        next_ = Requesting{};
        state_.reach = HostScope::Anywhere;
        send(SendPost{});
    }

    // The same in every phase but the last three.

    template <class P>
        requires(!Over<P>)
    void on(P&, const CancelAsked&) {
        end(Cancelled{});
    }
    template <class P>
        requires(!Over<P> && !std::same_as<P, Verifying>)
    void on(P&, const DeadlineReached&) {
        fail({.kind = Kind::DeadlineExceeded, .after = settings().deadline});
    }
    template <class P>
        requires(!Over<P>)
    void on(P&, const WriteFailed& event) {
        const bool full = event.systemError == ENOSPC || event.systemError == EDQUOT;
        fail({.kind = full ? Kind::DiskFull : Kind::CannotWrite, .systemError = event.systemError});
    }

    // Requesting. A POST is never sent again by itself: the first may have started an export.

    void on(Requesting&, const Answered& answer) {
        const QUrl& base = state_.rules.base;
        if (isRedirect(answer.status)) return fail(redirected(answer, {base, {}}));
        if (answer.status != 200)
            return fail({.kind = refusalOf(answer.status),
                         .host = hostOf(base),
                         .httpStatus = answer.status,
                         .after = answer.retryAfter.value_or(milliseconds{0})});
        state_.reach = isPrivate(base) || isPrivate(answer.peer) ? HostScope::Anywhere : HostScope::Public;
        auto links = readExportReply(answer.body, state_.reach);
        if (!links) {
            links.error().host = hostOf(base);
            return fail(std::move(links.error()));
        }
        state_.links = *std::move(links);
        state_.pollingExpires = expiry(state_.links.polling, answer.date);
        state_.downloadExpires = expiry(state_.links.download, answer.date);
        beginStep();
        poll();
    }
    void on(Requesting&, const TransportFailed& event) {
        auto error = transportError(event, state_.rules.base);
        if (error.kind == Kind::ConnectionLost) error.kind = Kind::AnswerLost;
        fail(std::move(error));
    }
    void on(Requesting&, const StallChecked&) {
        if (isStalled()) fail(stalled(state_.rules.base));
    }
    template <OneOf<BytesArrived, BodyEnded, FileClosed, PauseOver> E>
    void on(Requesting&, const E&) {}

    // Polling

    void on(Polling&, const Answered& answer) {
        const QUrl& url = state_.links.polling.url;
        if (answer.status != 403) state_.forbiddenSince.reset();
        switch (answer.status) {
        case 200:
            beginStep();
            return download();
        case 404:
            state_.failures = 0;
            return pause(Step::Head, answer.retryAfter, {});
        case 403:
            // Not there yet for one who may not list, expired, or wrongly signed: HEAD has no body that could tell.
            if (!state_.forbiddenSince) state_.forbiddenSince = now_;
            if (now_ - *state_.forbiddenSince >= settings().forbiddenGrace) return askAgain(url, answer.status);
            state_.failures = 0;
            return pause(Step::Head, answer.retryAfter, {});
        case 400: // how some stores say "expired"
            return askAgain(url, answer.status);
        default:
            answeredOtherwise(answer, state_.links.polling, Step::Head);
        }
    }
    void on(Polling&, const TransportFailed& event) {
        auto error = transportError(event, state_.links.polling.url);
        isPassing(event) ? retry(std::move(error), Step::Head) : fail(std::move(error));
    }
    void on(Polling&, const StallChecked&) {
        if (isStalled()) retry(stalled(state_.links.polling.url), Step::Head);
    }
    template <OneOf<BytesArrived, BodyEnded, FileClosed, PauseOver> E>
    void on(Polling&, const E&) {}

    // Waiting

    void on(Waiting& waiting, const PauseOver&) { waiting.next == Step::Head ? poll() : download(); }
    template <OneOf<Answered, BytesArrived, BodyEnded, TransportFailed, FileClosed, StallChecked> E>
    void on(Waiting&, const E&) {}

    // Downloading

    void on(Downloading& get, const Answered& answer) {
        switch (answer.status) {
        case 200: // the whole, also when a range was asked for and the file is another one by now
            return accept(get, answer, 0);
        case 206:
            return acceptRest(get, answer);
        case 416:
            return startOver(get, answer);
        case 400:
        case 403:
            return askAgain(get.url.url, answer.status);
        case 404: // a moment ago it was there: stores agree with themselves only after a while
            return retry(statusError(answer, get.url.url), Step::Get, answer.retryAfter);
        default:
            break;
        }
        if (!isRedirect(answer.status)) return answeredOtherwise(answer, get.url, Step::Get);
        auto target = readLocation(answer.location, get.url, state_.reach);
        if (!target || get.redirects == maxRedirects) return fail(redirected(answer, get.url));
        get.url = *std::move(target);
        ++get.redirects;
        sendGet(get);
    }
    void on(Downloading& get, const BytesArrived& event) {
        if (!get.accepted) return;
        state_.lastByte = now_;
        get.arrived += event.count;
        state_.body.bytes += event.count;
        if (state_.body.length && state_.body.bytes > *state_.body.length)
            fail({.kind = Kind::TooLong, .host = hostOf(get.url.url)});
    }
    void on(Downloading& get, const BodyEnded&) {
        if (!get.accepted) return;
        if (state_.body.length && state_.body.bytes < *state_.body.length) return failPart(get, Kind::Truncated);
        next_ = Verifying{};
        effects_.emplace_back(CloseFile{});
    }
    void on(Downloading& get, const TransportFailed& event) {
        if (!isPassing(event)) return fail(transportError(event, get.url.url));
        // A connection that ends within the body is a body cut short.
        const bool cut = get.accepted && event.kind == Kind::ConnectionLost;
        failPart(get, cut ? Kind::Truncated : event.kind, event.detail);
    }
    void on(Downloading& get, const StallChecked&) {
        if (isStalled()) return failPart(get, Kind::Stalled);
        if (get.accepted && now_ - get.windowBegan >= settings().stall) {
            const auto seconds = std::chrono::duration<double>(now_ - get.windowBegan).count();
            if (static_cast<double>(get.arrived - get.windowBytes) <
                seconds * static_cast<double>(settings().minimumRate))
                return failPart(get, Kind::TooSlow);
            get.windowBegan = now_;
            get.windowBytes = get.arrived;
        }
    }
    template <OneOf<FileClosed, PauseOver> E>
    void on(Downloading&, const E&) {}

    // Verifying

    void on(Verifying&, const FileClosed&) { next_ = Done{}; }
    void on(Verifying&, const DeadlineReached&) {} // it counts to the last byte, and that is here
    template <OneOf<Answered, BytesArrived, BodyEnded, TransportFailed, PauseOver, StallChecked> E>
    void on(Verifying&, const E&) {}

    // After the end nothing happens.

    template <Over P, class E>
    void on(P&, const E&) {}

private:
    [[nodiscard]] const ExportSettings& settings() const { return state_.rules.settings; }

    void send(Effect request) {
        state_.lastByte = now_;
        effects_.emplace_back(std::move(request));
        effects_.emplace_back(SetTimer{Timer::Stall, settings().stall});
    }
    void beginStep() {
        state_.failures = 0;
        state_.pauses = 0;
        state_.forbiddenSince.reset();
    }
    /// When the link holds no longer, by our clock: what a service says to be over at once is not believed.
    [[nodiscard]] std::optional<Time> expiry(const ExactUrl& link, const QDateTime& date) const {
        const auto lifetime = lifetimeOf(link.target, date);
        return lifetime && *lifetime > milliseconds{0} ? std::optional(now_ + *lifetime) : std::nullopt;
    }
    /// Whether there is no use in trying the link. After the second POST its store has the last word.
    [[nodiscard]] bool isOver(const std::optional<Time>& expires) const {
        return !state_.askedAgain && expires && now_ >= *expires;
    }
    void poll() {
        if (isOver(state_.pollingExpires)) return askAgain(state_.links.polling.url, 0);
        ++state_.polls;
        next_ = Polling{};
        send(SendHead{state_.links.polling});
    }
    void download() {
        if (isOver(state_.downloadExpires)) return askAgain(state_.links.download.url, 0);
        const Downloading get{.url = state_.links.download, .windowBegan = now_};
        sendGet(get);
        next_ = get;
    }
    void sendGet(const Downloading& get) {
        Body& body = state_.body;
        if (!body.canResume()) body = {};
        send(SendGet{get.url, body.bytes, body.bytes > 0 ? body.etag : QByteArray()});
    }

    template <class P>
    void end(P phase) {
        effects_.emplace_back(DropRequest{});
        effects_.emplace_back(DeletePartial{});
        next_ = std::move(phase);
    }
    void fail(ExportError error) {
        error.received = state_.body.bytes;
        error.promised = state_.body.length.value_or(0);
        end(Failed{std::move(error)});
    }

    /// The attempt failed; another one after a pause, unless there were enough of them.
    void retry(ExportError error, Step step, std::optional<milliseconds> retryAfter = {}) {
        if (++state_.failures > settings().retries) return fail(std::move(error));
        pause(step, retryAfter, std::move(error));
    }
    /// Waits by the rhythm, and at least as long as the server asks. When that is beyond the deadline, there is no use
    /// in waiting: the attempt's error, if it was one, says how long the server asks for.
    void pause(Step next, std::optional<milliseconds> retryAfter, std::optional<ExportError> error) {
        const milliseconds rhythm = pauseBefore(state_.pauses++, state_.rules.seed, state_.draws++);
        const milliseconds delay = std::max(rhythm, retryAfter.value_or(milliseconds{0}));
        if (error && delay > rhythm && now_ + delay >= state_.began + settings().deadline) {
            error->after = delay;
            return fail(*std::move(error));
        }
        next_ = Waiting{next, now_ + delay};
        effects_.emplace_back(DropRequest{});
        effects_.emplace_back(SetTimer{Timer::Pause, delay});
    }
    /// The links expired, or seem to have: one new POST per export, then on from its links with what is in the file.
    void askAgain(const QUrl& url, int status) {
        if (std::exchange(state_.askedAgain, true))
            return fail({.kind = Kind::Expired, .host = hostOf(url), .httpStatus = status});
        post();
    }
    void answeredOtherwise(const Answered& answer, const ExactUrl& url, Step step) {
        if (isRedirect(answer.status)) return fail(redirected(answer, url));
        auto error = statusError(answer, url.url);
        isPassing(answer.status) ? retry(std::move(error), step, answer.retryAfter) : fail(std::move(error));
    }

    void accept(Downloading& get, const Answered& answer, std::uint64_t from) {
        if (!answer.contentEncoding.isEmpty() && answer.contentEncoding.compare("identity", Qt::CaseInsensitive) != 0)
            return fail({.kind = Kind::WrongEncoding, .host = hostOf(get.url.url)});
        const auto length = from > 0 ? state_.body.length : answer.length;
        state_.body = {.bytes = from,
                       .length = length,
                       .framing = answer.framing,
                       .etag = strongETag(answer.etag),
                       .lastModified = answer.lastModified,
                       .contentType = answer.contentType,
                       .source = get.url.url};
        state_.lastByte = now_;
        get.accepted = true;
        get.windowBegan = now_;
        effects_.emplace_back(AcceptBody{from});
    }
    void acceptRest(Downloading& get, const Answered& answer) {
        const Body& body = state_.body;
        if (body.bytes == 0) return fail(statusError(answer, get.url.url)); // nobody asked for a part
        const auto range = readContentRange(answer.contentRange);
        const bool fits = range && range->first == body.bytes && range->last + 1 == range->total &&
                          range->total == body.length && strongETag(answer.etag) == body.etag;
        fits ? accept(get, answer, body.bytes) : startOver(get, answer);
    }
    /// The file on the server is not the one whose first part we have.
    void startOver(Downloading& get, const Answered& answer) {
        if (state_.body.bytes == 0) return fail(statusError(answer, get.url.url));
        state_.body = {};
        retry({.kind = Kind::Changed, .host = hostOf(get.url.url)}, Step::Get, answer.retryAfter);
    }
    /// A failed attempt to GET. One that left more to build on than any before is progress: the count begins anew.
    void failPart(Downloading& get, Kind kind, std::string detail = {}) {
        if (state_.body.canResume() && state_.body.bytes > state_.furthest) {
            state_.furthest = state_.body.bytes;
            beginStep();
        }
        retry({.kind = kind,
               .host = hostOf(get.url.url),
               .after = kind == Kind::Stalled ? settings().stall : milliseconds{0},
               .detail = std::move(detail)},
              Step::Get);
    }

    /// Nothing came for the stall time; otherwise the check is set for when that could next be so.
    bool isStalled() {
        const auto idle = std::chrono::ceil<milliseconds>(now_ - state_.lastByte);
        if (idle >= settings().stall) return true;
        effects_.emplace_back(SetTimer{Timer::Stall, settings().stall - idle});
        return false;
    }
    [[nodiscard]] ExportError stalled(const QUrl& url) const {
        return {.kind = Kind::Stalled, .host = hostOf(url), .after = settings().stall};
    }

    State& state_;
    std::vector<Effect>& effects_;
    Time now_;
    std::optional<Phase> next_;
};

} // namespace

bool Body::canResume() const {
    return bytes > 0 && length && !etag.isEmpty();
}

Transition begin(Rules rules, Time now) {
    Transition transition{{.rules = std::move(rules), .began = now, .lastByte = now}, {}};
    transition.effects.emplace_back(SetTimer{Timer::Deadline, transition.state.rules.settings.deadline});
    Advance(transition.state, transition.effects, now).post(); // Requesting is the first phase anyhow
    return transition;
}

Transition advance(State state, const Event& event, Time now) {
    Transition transition{std::move(state), {}};
    Advance step(transition.state, transition.effects, now);
    std::visit([&](auto& phase, const auto& happened) { step.on(phase, happened); }, transition.state.phase, event);
    if (step.entered()) transition.state.phase = *std::move(step.entered());
    return transition;
}

bool isFinal(const State& state) {
    return std::visit([]<class P>(const P&) { return Over<P>; }, state.phase);
}

TransferStatus statusOf(const State& state, Time now) {
    TransferStatus status;
    status.polls = state.polls;
    status.elapsed = std::chrono::duration_cast<milliseconds>(now - state.began);
    status.deadline = state.rules.settings.deadline;
    status.received = state.body.bytes;
    status.length = state.body.length;
    status.unverifiable = state.body.framing == Framing::Close;
    if (const auto* waiting = std::get_if<Waiting>(&state.phase))
        status.nextPoll = std::max(milliseconds{0}, std::chrono::ceil<milliseconds>(waiting->until - now));
    if (const auto* failed = std::get_if<Failed>(&state.phase)) status.error = failed->error;

    struct {
        TransferPhase operator()(const Requesting&) const { return TransferPhase::Requesting; }
        TransferPhase operator()(const Polling&) const { return TransferPhase::Waiting; }
        TransferPhase operator()(const Waiting& waiting) const {
            return waiting.next == Step::Head ? TransferPhase::Waiting : TransferPhase::Downloading;
        }
        TransferPhase operator()(const Downloading&) const { return TransferPhase::Downloading; }
        TransferPhase operator()(const Verifying&) const { return TransferPhase::Downloading; }
        TransferPhase operator()(const Done&) const { return TransferPhase::Loading; }
        TransferPhase operator()(const Failed&) const { return TransferPhase::Failed; }
        TransferPhase operator()(const Cancelled&) const { return TransferPhase::Cancelled; }
    } phase;
    status.phase = std::visit(phase, state.phase);
    return status;
}

} // namespace idscope::flow
