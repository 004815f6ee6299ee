#include "app/network/httpparser.h"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace idscope {
namespace {

constexpr qsizetype longestHead = qsizetype{64} * 1024;
constexpr qsizetype longestChunkLine = qsizetype{4} * 1024;

std::string_view text(QByteArrayView bytes) {
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

/// All of the text as a number; no sign, no blanks.
std::optional<std::uint64_t> number(QByteArrayView bytes, int base) {
    std::uint64_t value = 0;
    const std::string_view digits = text(bytes);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

QByteArrayView withoutCarriageReturn(QByteArrayView line) {
    return line.endsWith('\r') ? line.chopped(1) : line;
}

/// Where the head ends (after its empty line), or -1; known not to be before `from`.
qsizetype endOfHead(const QByteArray& bytes, qsizetype from) {
    const qsizetype strict = bytes.indexOf("\r\n\r\n", from);
    const qsizetype lenient = bytes.indexOf("\n\n", from);
    if (strict < 0 && lenient < 0) return -1;
    return lenient < 0 || (strict >= 0 && strict < lenient) ? strict + 4 : lenient + 2;
}

} // namespace

HttpParser::State HttpParser::feed(QByteArrayView bytes, QByteArray& body) {
    if (state_ == State::Head) {
        const qsizetype searched = std::max<qsizetype>(0, pending_.size() - 3);
        pending_.append(bytes);
        readHead(searched, body);
    } else if (state_ == State::Body) {
        takeBody(bytes, body);
    }
    return state_;
}

HttpParser::State HttpParser::close() {
    if (state_ == State::Body && framing_ == flow::Framing::Close) state_ = State::Complete;
    return state_;
}

void HttpParser::readHead(qsizetype searched, QByteArray& body) {
    for (;; searched = 0) {
        const qsizetype end = endOfHead(pending_, searched);
        const qsizetype headSoFar = end < 0 ? pending_.size() : end; // what follows the end is body
        if (!std::string_view("HTTP/1.").starts_with(text(pending_).substr(0, 7)) || headSoFar > longestHead) {
            state_ = State::Broken;
            return;
        }
        if (end < 0) return;
        const QByteArray head = pending_.first(end);
        pending_.remove(0, end);
        if (!readHeaders(head)) {
            state_ = State::Broken;
            return;
        }
        if (status_ >= 200) break; // 1xx only announce the answer
    }
    const bool empty = isHead_ || status_ == 204 || status_ == 304;
    if (!readFraming()) {
        state_ = State::Broken;
    } else if (empty || (framing_ == flow::Framing::Length && left_ == 0)) {
        state_ = State::Complete;
    } else {
        state_ = State::Body;
        const QByteArray rest = std::exchange(pending_, {});
        takeBody(rest, body);
    }
}

bool HttpParser::readHeaders(QByteArrayView lines) {
    headers_.clear();
    qsizetype at = 0;
    const auto nextLine = [&] {
        const qsizetype end = lines.indexOf('\n', at);
        const QByteArrayView line = lines.sliced(at, end - at);
        at = end + 1;
        return withoutCarriageReturn(line);
    };

    const QByteArrayView first = nextLine(); // HTTP/1.1 200 OK
    const auto status = first.size() >= 12 && first[8] == ' ' ? number(first.sliced(9, 3), 10) : std::nullopt;
    if (!status || *status < 100 || *status == 101) return false;
    status_ = static_cast<int>(*status);

    for (QByteArrayView line = nextLine(); !line.isEmpty(); line = nextLine()) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || line.startsWith(' ') || line.startsWith('\t') || line[colon - 1] == ' ') return false;
        headers_.emplaceBack(line.first(colon).toByteArray(), line.sliced(colon + 1).trimmed().toByteArray());
    }
    return true;
}

bool HttpParser::readFraming() {
    framing_ = flow::Framing::Close;
    for (const auto& [name, value] : headers_)
        if (name.compare("Transfer-Encoding", Qt::CaseInsensitive) == 0) {
            if (value.compare("chunked", Qt::CaseInsensitive) != 0) return false;
            framing_ = flow::Framing::Chunked;
        }
    if (framing_ == flow::Framing::Chunked) return true;
    for (const auto& [name, value] : headers_)
        if (name.compare("Content-Length", Qt::CaseInsensitive) == 0) {
            const auto length = number(value, 10);
            if (!length || (framing_ == flow::Framing::Length && *length != left_)) return false; // two that differ
            framing_ = flow::Framing::Length;
            left_ = *length;
        }
    return true;
}

void HttpParser::takeBody(QByteArrayView bytes, QByteArray& body) {
    switch (framing_) {
    case flow::Framing::Close:
        body.append(bytes);
        break;
    case flow::Framing::Length:
        takeCounted(bytes, body);
        if (left_ == 0) state_ = State::Complete;
        break;
    case flow::Framing::Chunked:
        takeChunked(bytes, body);
        break;
    }
}

qsizetype HttpParser::takeCounted(QByteArrayView bytes, QByteArray& body) {
    const auto count = static_cast<qsizetype>(std::min<std::uint64_t>(left_, static_cast<std::uint64_t>(bytes.size())));
    body.append(bytes.first(count));
    left_ -= static_cast<std::uint64_t>(count);
    return count;
}

void HttpParser::takeChunked(QByteArrayView bytes, QByteArray& body) {
    while (!bytes.isEmpty() && state_ == State::Body) {
        if (chunk_ == ChunkPart::Data) {
            bytes = bytes.sliced(takeCounted(bytes, body));
            if (left_ == 0) chunk_ = ChunkPart::End;
            continue;
        }
        const qsizetype newline = bytes.indexOf('\n');
        const qsizetype taken = newline < 0 ? bytes.size() : newline + 1;
        pending_.append(bytes.first(taken));
        bytes = bytes.sliced(taken);
        if (pending_.size() > longestChunkLine) {
            state_ = State::Broken;
        } else if (newline >= 0) {
            takeChunkLine();
            pending_.clear();
        }
    }
}

void HttpParser::takeChunkLine() {
    const QByteArrayView line = withoutCarriageReturn(QByteArrayView(pending_).chopped(1));
    if (chunk_ == ChunkPart::Size) {
        const qsizetype semicolon = line.indexOf(';'); // extensions mean nothing to us
        const auto size = number((semicolon < 0 ? line : line.first(semicolon)).trimmed(), 16);
        if (!size) {
            state_ = State::Broken;
            return;
        }
        left_ = *size;
        chunk_ = left_ > 0 ? ChunkPart::Data : ChunkPart::Trailer;
    } else if (chunk_ == ChunkPart::End) {
        if (line.isEmpty())
            chunk_ = ChunkPart::Size;
        else
            state_ = State::Broken;
    } else if (line.isEmpty()) { // after the trailers
        state_ = State::Complete;
    }
}

} // namespace idscope
