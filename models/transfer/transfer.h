#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace idscope {

/// Which export a transfer is for; what views show and what a retry repeats.
struct ExportTarget {
    std::string resource;        ///< a Schema::key
    std::string integration;     ///< ID sent to the API; empty for resources without
    std::string integrationName; ///< for people; may be empty
    friend bool operator==(const ExportTarget&, const ExportTarget&) = default;
};

enum class ExportErrorKind : std::uint8_t {
    MissingKey,
    KeyRefused,      ///< 401 (or 403 from the API)
    NotAllowed,      ///< 403 from the API
    NoSuchExport,    ///< 400, 404 from the API
    TooManyRequests, ///< 429 to the end of the retries
    ServerError,     ///< 5xx to the end of the retries
    UnexpectedStatus,
    UnexpectedReply, ///< the reply is not the JSON documented; detail: tooLong, notJson, pollingUrl, url
    ForbiddenUrl,    ///< the base URL or one of the reply breaks a rule; detail: unreadable, scheme, plainHttp,
                     ///< userInfo, noHost, privateAddress (never the URL)
    Redirected,      ///< a POST or HEAD was redirected, or a GET to where it may not go; host: the new host
    HostNotFound,
    ConnectionRefused,
    ConnectionLost,
    NoNetwork,
    ProxyFailed,
    TlsFailed,     ///< detail: selfSigned, unknownAuthority, expired, wrongHost, other
    AnswerLost,    ///< the server closed without an answer to the POST: it is not known whether an export was started
    Expired,       ///< the signed URL expired and asking again did not help
    Truncated,     ///< fewer bytes than promised
    TooLong,       ///< more bytes than promised
    WrongEncoding, ///< sent compressed though identity was asked for
    Changed,       ///< the file changed between two parts of a resumed download
    Stalled,
    TooSlow,
    DeadlineExceeded,
    CannotWrite, ///< systemError tells
    DiskFull,
    NotATable, ///< it arrived whole, but can't be loaded as a table
};

/// The enumerator's name, as manifests hold it; and back.
std::string_view nameOf(ExportErrorKind kind);
std::optional<ExportErrorKind> exportErrorKind(std::string_view name);

/// Why an export failed. Never holds a URL, a query or a word of the server's: only the kind, the step, the host and
/// numbers. The sentence is made by words::sentence().
struct ExportError {
    ExportErrorKind kind{};
    std::string host; ///< host and port in ACE form, or empty
    int httpStatus = 0;
    int systemError = 0;
    std::uint64_t received = 0;
    std::uint64_t promised = 0;
    std::chrono::milliseconds after{0};
    std::string detail; ///< one of the words named with the kind
};

enum class TransferPhase : std::uint8_t { Queued, Requesting, Waiting, Downloading, Loading, Done, Failed, Cancelled };

constexpr bool isFinal(TransferPhase phase) {
    return phase >= TransferPhase::Done;
}

/// A transfer as views see it: a value, sent whole on every change (at most ten times a second while downloading).
struct TransferStatus {
    std::uint64_t id = 0;
    ExportTarget target;
    TransferPhase phase = TransferPhase::Queued;
    int polls = 0;
    std::chrono::milliseconds nextPoll{0}; ///< while Waiting: until the next poll, when the status was made
    std::chrono::milliseconds elapsed{0};  ///< since the POST
    std::chrono::milliseconds deadline{0}; ///< when it gives up, since the POST; 0: never
    std::uint64_t received = 0;
    std::optional<std::uint64_t> length; ///< when known
    double bytesPerSecond = 0;
    std::optional<std::uint64_t> rows; ///< as far as loaded
    std::uint64_t loaded = 0;          ///< while Loading: bytes of those received
    std::uint64_t notices = 0;
    std::optional<ExportError> error; ///< when Failed
    bool unverifiable = false;        ///< the server sent no length: completeness can't be checked
};

} // namespace idscope
