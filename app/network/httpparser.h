#pragma once

#include "app/network/exportstate.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <cstdint>
#include <optional>
#include <utility>

namespace idscope {

/// Takes an HTTP/1.x answer to a request of its own connection apart, in pieces of any size. Knows exactly whether the
/// answer is complete. No I/O; any thread; O(bytes).
class HttpParser {
public:
    enum class State : std::uint8_t { Head, Body, Complete, Broken };

    /// HEAD is answered without a body, whatever the headers promise.
    explicit HttpParser(bool isHead) : isHead_(isHead) {}

    /// Takes the next bytes; what belongs to the body is appended to `body`. Bytes after the end are left out.
    State feed(QByteArrayView bytes, QByteArray& body);
    /// The connection was closed: Complete, or the state in which the answer was cut off.
    State close();

    [[nodiscard]] State state() const { return state_; }
    // Valid from state Body or Complete on:
    [[nodiscard]] int status() const { return status_; }
    [[nodiscard]] const QList<std::pair<QByteArray, QByteArray>>& headers() const { return headers_; }
    [[nodiscard]] flow::Framing framing() const { return framing_; }

private:
    enum class ChunkPart : std::uint8_t { Size, Data, End, Trailer };

    void readHead(qsizetype searched, QByteArray& body);
    bool readHeaders(QByteArrayView lines);
    bool readFraming();
    void takeBody(QByteArrayView bytes, QByteArray& body);
    qsizetype takeCounted(QByteArrayView bytes, QByteArray& body);
    void takeChunked(QByteArrayView bytes, QByteArray& body);
    void takeChunkLine();

    bool isHead_;
    State state_ = State::Head;
    QByteArray pending_; ///< the head, or a chunk's line, so far
    int status_ = 0;
    QList<std::pair<QByteArray, QByteArray>> headers_;
    flow::Framing framing_ = flow::Framing::Close;
    std::uint64_t left_ = 0; ///< of the body or the chunk
    ChunkPart chunk_ = ChunkPart::Size;
};

} // namespace idscope
