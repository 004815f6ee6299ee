#include "models/table/recordreader.h"

#include "models/table/recordindex.h"

#include <algorithm>
#include <cerrno>

namespace idscope {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

} // namespace

TableError RecordReader::error(TableErrorKind kind, std::uint64_t byte) const {
    return {.kind = kind, .file = file_, .byte = byte, .detail = {}};
}

TableError RecordReader::readError(std::uint64_t byte, int systemError) const {
    TableError read = error(systemError == ESTALE      ? TableErrorKind::Changed
                            : systemError == ECANCELED ? TableErrorKind::Cancelled
                            : systemError == ENODATA   ? TableErrorKind::Incomplete
                                                       : TableErrorKind::CannotRead,
                            byte);
    read.systemError = systemError;
    return read;
}

/// Reads more of the beginning, or of the stream, and looks for records in it.
RecordReader::Result RecordReader::hold() {
    if (stop_.stop_requested()) return std::unexpected(error(TableErrorKind::Cancelled, at_));
    if (source_->isStream() && given_ > 0 && nextEnd_ == ends_.size()) {
        held_.erase(held_.begin(), held_.begin() + static_cast<std::ptrdiff_t>(given_));
        searched_ -= given_;
        given_ = 0;
        ends_.clear();
        nextEnd_ = 0;
    }
    const std::size_t before = held_.size();
    std::size_t wanted = division_.pieceBytes;
    if (!source_->isStream()) wanted = std::min<std::uint64_t>(wanted, source_->size() - before);
    held_.resize(before + wanted);
    const auto room = std::span(held_).subspan(before);
    if (source_->isStream()) {
        const auto count = source_->next(room, stop_);
        if (!count) return std::unexpected(readError(at_, count.error()));
        held_.resize(before + *count);
        atEnd_ = *count == 0;
    } else {
        const auto bytes = source_->read(before, wanted, room);
        if (!bytes) return std::unexpected(readError(at_, bytes.error()));
        if (bytes->data() != room.data()) std::ranges::copy(*bytes, room.begin());
        atEnd_ = held_.size() == source_->size();
    }
    const bool isBeginning = at_ == 0 && searched_ == 0;
    if (isBeginning && held_.size() < byteOrderMark.size() && !atEnd_) return {};
    const std::string_view held(held_.data(), held_.size());
    if (isBeginning && held.starts_with(byteOrderMark)) at_ = given_ = searched_ = byteOrderMark.size();
    const RecordEnds found = idscope::findRecordEnds(held.substr(searched_), place_);
    for (const std::uint32_t end : found.ends)
        ends_.push_back(searched_ + end);
    place_ = found.last;
    searched_ = held_.size();
    return {};
}

/// Reads until a whole record is held, or all there is.
RecordReader::Result RecordReader::holdRecord() {
    while (nextEnd_ == ends_.size() && !atEnd_)
        if (auto done = hold(); !done) return done;
    return {};
}

/// Moves behind the next held record; gives its end. At the end of the input that may be what has no line end.
std::size_t RecordReader::takeHeld() {
    const std::size_t end = nextEnd_ < ends_.size() ? ends_[nextEnd_++] : held_.size();
    at_ += end - given_;
    given_ = end;
    return end;
}

std::expected<FileHeader, TableError> RecordReader::header() {
    if (auto done = holdRecord(); !done) return std::unexpected(std::move(done.error()));
    const std::size_t begin = given_;
    const std::uint64_t position = at_;
    const std::size_t end = takeHeld();
    if (begin == end) return std::unexpected(error(TableErrorKind::NoHeader, at_));
    CsvCells cells;
    cells.split({held_.data() + begin, end - begin}, position);
    FileHeader header{.file = file_, .cells = {}};
    std::vector<char> buffer;
    for (std::uint32_t i = 0; i < cells.cells(0); ++i) {
        const CsvCells::Cell cell = cells.at(0, i);
        const std::string_view text = cell.escaped ? CsvCells::unescape(cell.text, buffer) : cell.text;
        header.cells.push_back({std::string(text), cells.begin(0, i), cells.marks(0, i)});
    }
    if (!source_->isStream()) held_ = {};
    return header;
}

std::expected<void, TableError> RecordReader::findRecords(const std::function<void(std::uint64_t)>& searched) {
    if (source_->isStream()) return {};
    auto begins = idscope::findRecords(*source_, at_, division_.sectionBytes, division_.threads, stop_, searched);
    if (begins) {
        begins_ = std::make_shared<const std::vector<std::uint64_t>>(*std::move(begins));
        return {};
    }
    return std::unexpected(readError(at_, begins.error()));
}

RawRecords RecordReader::records() const {
    if (begins_) return {.source = source_, .owner = begins_, .begins = *begins_, .end = source_->size()};
    // Each ends where the next begins.
    auto begins = std::make_shared<std::vector<std::uint64_t>>(1, at_);
    begins->insert(begins->end(), ends_.begin() + static_cast<std::ptrdiff_t>(nextEnd_), ends_.end());
    const std::uint64_t end = begins->back();
    begins->pop_back();
    return {.source = source_, .owner = begins, .begins = *begins, .end = end};
}

std::expected<bool, TableError> RecordReader::next(Piece& piece, std::uint32_t maximumRows) {
    return source_->isStream() ? nextOfStream(piece, maximumRows) : nextOfFile(piece, maximumRows);
}

bool RecordReader::nextOfFile(Piece& piece, std::uint32_t maximumRows) {
    const std::vector<std::uint64_t>& begins = *begins_;
    if (nextRecord_ == begins.size()) return false;
    const auto first = begins.begin() + static_cast<std::ptrdiff_t>(nextRecord_);
    const std::size_t most = std::min<std::size_t>(maximumRows, begins.size() - nextRecord_);
    const auto last =
        std::upper_bound(first + 1, first + static_cast<std::ptrdiff_t>(most), *first + division_.pieceBytes);
    // The record before `last` begins within the bytes of a piece.
    nextRecord_ = static_cast<std::size_t>(last - begins.begin());
    piece.rows = static_cast<std::uint32_t>(last - first);
    piece.begin = *first;
    at_ = last == begins.end() ? source_->size() : *last;
    piece.length = static_cast<std::size_t>(at_ - piece.begin);
    return true;
}

std::expected<bool, TableError> RecordReader::nextOfStream(Piece& piece, std::uint32_t maximumRows) {
    if (auto done = holdRecord(); !done) return std::unexpected(std::move(done.error()));
    if (given_ == held_.size()) return false;
    const std::size_t begin = given_;
    piece.begin = at_;
    piece.rows = 0;
    std::size_t end = 0;
    do {
        end = takeHeld();
        ++piece.rows;
    } while (piece.rows < maximumRows && end - begin < division_.pieceBytes && nextEnd_ < ends_.size());
    piece.length = end - begin;
    piece.buffer.assign(held_.data() + begin, held_.data() + end);
    return true;
}

std::expected<void, TableError> RecordReader::fetch(Piece& piece) const {
    if (source_->isStream()) {
        piece.bytes = {piece.buffer.data(), piece.length};
    } else {
        if (!source_->isInMemory() && piece.buffer.size() < piece.length) piece.buffer.resize(piece.length);
        const auto bytes = source_->read(piece.begin, piece.length, piece.buffer);
        if (!bytes) return std::unexpected(readError(piece.begin, bytes.error()));
        piece.bytes = *bytes;
    }
    piece.cells.split(piece.bytes, piece.begin);
    // The bytes are no longer those in which the records were found.
    if (piece.cells.records() != piece.rows) return std::unexpected(error(TableErrorKind::Changed, piece.begin));
    return {};
}

std::expected<void, TableError> RecordReader::unchanged() const {
    if (source_->hasChanged()) return std::unexpected(error(TableErrorKind::Changed, at_));
    return {};
}

} // namespace idscope
