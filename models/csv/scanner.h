#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace idscope {

/// What is odd about the writing of a cell, as bits.
enum class CsvMark : std::uint8_t {
    None = 0,
    UnclosedQuote = 1,      ///< the text ends inside the quoted cell
    TextAfterQuote = 2,     ///< bytes follow the closing quote; they are appended literally
    QuoteInPlainCell = 4,   ///< a quote inside a cell that does not begin with one; it is data
    LoneCarriageReturn = 8, ///< a CR outside quotes without LF; it is data
};
constexpr CsvMark operator|(CsvMark a, CsvMark b) {
    return static_cast<CsvMark>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr bool has(CsvMark marks, CsvMark mark) {
    return (static_cast<unsigned>(marks) & static_cast<unsigned>(mark)) != 0;
}

/// One cell after unquoting. `begin` is the byte of the source at which it starts, its opening quote included.
struct CsvCell {
    std::string_view text;
    std::uint64_t begin = 0;
    CsvMark marks = CsvMark::None;
    bool endsRecord = false;
};

/// Splits CSV bytes into cells, chunk by chunk: the result does not depend on where the chunks are cut.
///
/// RFC 4180, with tolerance. A quote is special only as the first byte of a cell; inside a quoted cell `""` is a quote;
/// after the closing quote the rest up to the next comma or line end is appended literally. Records end at LF or CRLF
/// outside quotes; any other CR there is data. A byte order mark at the start is dropped. A cell still open at the end
/// is kept. A blank line is a record of one empty cell; the last record needs no line end. Bytes are never changed:
/// NUL and bad UTF-8 pass through.
///
/// One thread. O(bytes) in all, memory O(chunk + longest cell).
class CsvScanner {
public:
    CsvScanner() = default;
    /// Begins at a record within a source, `position` bytes from its start.
    explicit CsvScanner(std::uint64_t position) : markBytes_(markLength), bytes_(position) {}

    /// The cells that end within `chunk`. They are views into the chunk and the scanner: valid until the next call.
    const std::vector<CsvCell>& feed(std::string_view chunk);

    /// The cells left when the source has no more bytes. No more calls after this.
    const std::vector<CsvCell>& finish();

    /// Bytes fed so far.
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

private:
    static constexpr std::size_t markLength = 3;
    enum class State : std::uint8_t { CellStart, Plain, AfterReturn, Quoted, AfterQuote };

    void makeRoom(std::size_t chunkBytes);
    void scan(std::string_view chunk, std::uint64_t position);
    const char* scanPlain(const char* at, const char* end);
    const char* scanQuoted(const char* at, const char* end);
    const char* scanAfterQuote(const char* at);
    const char* unescape(const char* at, const char* end);
    void take(const char* from, const char* to);
    void endCell(const char* runEnd, bool endsRecord);
    void markLoneReturn();

    State state_ = State::CellStart;
    bool recordOpen_ = false;   ///< a comma came last: a cell follows even at the end of the source
    std::size_t markBytes_ = 0; ///< bytes of the byte order mark seen; all of them: it is behind us
    std::uint64_t bytes_ = 0;

    // The open cell: the bytes put together so far, scratch_[open_, used_), then those from run_ on.
    bool quoted_ = false;
    CsvMark marks_ = CsvMark::None;
    std::uint64_t begin_ = 0;
    const char* run_ = nullptr;
    std::size_t open_ = 0;
    std::size_t used_ = 0;
    std::vector<char> scratch_; ///< roomy enough for every byte of a chunk, so that it never moves within one

    std::vector<CsvCell> cells_;
};

} // namespace idscope
