#include "models/csv/scanner.h"

#include "models/base/bytesearch.h"

#include <algorithm>
#include <cstring>

namespace idscope {

namespace {
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
}

const std::vector<CsvCell>& CsvScanner::feed(std::string_view chunk) {
    cells_.clear();
    makeRoom(chunk.size());
    std::uint64_t position = bytes_;
    bytes_ += chunk.size();
    while (markBytes_ < byteOrderMark.size() && !chunk.empty()) {
        if (chunk.front() != byteOrderMark[markBytes_]) {
            // No mark after all: what looked like its beginning is data.
            const std::size_t seen = markBytes_;
            markBytes_ = byteOrderMark.size();
            scan(byteOrderMark.substr(0, seen), position - seen);
            break;
        }
        ++markBytes_;
        ++position;
        chunk.remove_prefix(1);
    }
    scan(chunk, position);
    return cells_;
}

const std::vector<CsvCell>& CsvScanner::finish() {
    cells_.clear();
    makeRoom(0);
    if (markBytes_ < byteOrderMark.size()) {
        scan(byteOrderMark.substr(0, markBytes_), 0);
        markBytes_ = byteOrderMark.size();
    }
    run_ = nullptr;
    switch (state_) {
    case State::CellStart:
        if (!recordOpen_) return cells_;
        begin_ = bytes_;
        break;
    case State::AfterReturn:
        markLoneReturn();
        break;
    case State::Quoted:
        marks_ = marks_ | CsvMark::UnclosedQuote;
        break;
    case State::Plain:
    case State::AfterQuote:
        break;
    }
    endCell(nullptr, true);
    return cells_;
}

/// Moves the open cell's bytes to the front and makes room for a whole chunk behind them, with a word to spare for
/// unescape() and the few bytes that states hold back.
void CsvScanner::makeRoom(std::size_t chunkBytes) {
    if (open_ > 0) std::memmove(scratch_.data(), scratch_.data() + open_, used_ - open_);
    used_ -= open_;
    open_ = 0;
    const std::size_t needed = used_ + chunkBytes + byteOrderMark.size() + 2 * bytesearch::wordBytes;
    if (scratch_.size() < needed) scratch_.resize(std::max(needed, 2 * scratch_.size()));
}

void CsvScanner::scan(std::string_view chunk, std::uint64_t position) {
    const char* at = chunk.data();
    const char* const end = at + chunk.size();
    run_ = at;
    while (at != end) {
        switch (state_) {
        case State::CellStart:
            begin_ = position + static_cast<std::uint64_t>(at - chunk.data());
            quoted_ = *at == '"';
            if (quoted_) ++at;
            run_ = at;
            state_ = quoted_ ? State::Quoted : State::Plain;
            break;
        case State::Plain:
            at = scanPlain(at, end);
            break;
        case State::AfterReturn:
            if (*at == '\n') {
                run_ = at;
                endCell(at++, true);
            } else {
                markLoneReturn();
                state_ = State::Plain;
            }
            break;
        case State::Quoted:
            at = scanQuoted(at, end);
            break;
        case State::AfterQuote:
            at = scanAfterQuote(at);
            break;
        }
    }
    if (state_ == State::Plain || state_ == State::Quoted) take(run_, end);
}

/// From within an unquoted stretch to behind the next byte that means something.
const char* CsvScanner::scanPlain(const char* at, const char* end) {
    at = bytesearch::find<',', '\n', '\r', '"'>(at, end);
    if (at == end) return end;
    switch (*at) {
    case ',':
        endCell(at, false);
        return at + 1;
    case '\n':
        endCell(at, true);
        return at + 1;
    case '"':
        if (!quoted_) marks_ = marks_ | CsvMark::QuoteInPlainCell;
        return at + 1;
    default:
        break;
    }
    // A CR: what it is depends on the byte after it.
    take(run_, at);
    run_ = at + 1;
    state_ = State::AfterReturn;
    return at + 1;
}

const char* CsvScanner::scanQuoted(const char* at, const char* end) {
    at = bytesearch::find<'"'>(at, end);
    if (at == end) return end;
    const std::ptrdiff_t left = end - at;
    if (left > 1 && at[1] == ',') {
        endCell(at, false);
        return at + 2;
    }
    if (left > 1 && at[1] == '"') {
        take(run_, at + 1);
        return unescape(at + 2, end);
    }
    take(run_, at);
    run_ = at + 1;
    state_ = State::AfterQuote;
    return at + 1;
}

/// Goes on in a quoted cell that is being put together: copies while it searches, over `""`, up to a quote that stands
/// alone or the end.
const char* CsvScanner::unescape(const char* at, const char* end) {
    using namespace bytesearch;
    char* out = scratch_.data() + used_;
    while (end - at > static_cast<std::ptrdiff_t>(wordBytes)) {
        const Word word = load(at);
        std::memcpy(out, &word, wordBytes);
        const Word quotes = equalBytes(word, '"');
        const std::size_t plain = quotes == 0 ? wordBytes : firstMarked(quotes);
        at += plain;
        out += plain;
        if (quotes == 0) continue;
        if (at[1] != '"') break;
        *out++ = '"';
        at += 2;
    }
    used_ = static_cast<std::size_t>(out - scratch_.data());
    run_ = at;
    return at;
}

/// The byte after a quote within a quoted cell, whose bytes so far are all taken.
const char* CsvScanner::scanAfterQuote(const char* at) {
    run_ = at;
    switch (*at) {
    case '"':
        state_ = State::Quoted;
        return at + 1; // the run begins with this quote
    case ',':
        endCell(at, false);
        return at + 1;
    case '\n':
        endCell(at, true);
        return at + 1;
    case '\r':
        break;
    default:
        marks_ = marks_ | CsvMark::TextAfterQuote;
    }
    state_ = State::Plain;
    return at;
}

/// The CR before the current byte turned out to be data.
void CsvScanner::markLoneReturn() {
    marks_ = marks_ | CsvMark::LoneCarriageReturn;
    if (quoted_) marks_ = marks_ | CsvMark::TextAfterQuote;
    scratch_[used_++] = '\r';
}

void CsvScanner::take(const char* from, const char* to) {
    if (from == to) return;
    const auto length = static_cast<std::size_t>(to - from);
    std::memcpy(scratch_.data() + used_, from, length);
    used_ += length;
}

void CsvScanner::endCell(const char* runEnd, bool endsRecord) {
    std::string_view text(run_, static_cast<std::size_t>(runEnd - run_));
    if (used_ > open_) {
        take(run_, runEnd);
        text = {scratch_.data() + open_, used_ - open_};
        open_ = used_;
    }
    cells_.push_back({text, begin_, marks_, endsRecord});
    marks_ = CsvMark::None;
    quoted_ = false;
    recordOpen_ = !endsRecord;
    state_ = State::CellStart;
}

} // namespace idscope
