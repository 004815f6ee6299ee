#pragma once

#include "models/csv/records.h"
#include "models/table/bytesource.h"
#include "models/table/piece.h"
#include "models/table/rawrows.h"
#include "models/table/tablelayout.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace idscope {

/// How the work on a load is divided; the table does not depend on it.
struct LoadDivision {
    unsigned threads = 1;
    std::size_t pieceBytes = std::size_t{256} * 1024; ///< interned at a time
    std::size_t sectionBytes = std::size_t{1} << 20U; ///< searched for records at a time
};

/// Gives the records of one input in pieces: header(), then findRecords(), then next() until it has no more.
class RecordReader {
public:
    RecordReader(std::string file, ByteSource source, const LoadDivision& division, std::stop_token stop)
        : file_(std::move(file)), source_(std::make_shared<ByteSource>(std::move(source))), division_(division),
          stop_(std::move(stop)) {}

    /// The first record. Error: NoHeader when there is none.
    std::expected<FileHeader, TableError> header();

    /// Finds where the records of a file begin, on several threads; of a stream, nothing is known before. `searched`:
    /// as of idscope::findRecords(). O(bytes).
    std::expected<void, TableError> findRecords(const std::function<void(std::uint64_t)>& searched);

    /// The records of a file found so far: behind its header those within the first piece, then all. Not of a stream.
    [[nodiscard]] RawRecords records() const;

    /// Chooses the next records, at most so many: their bytes are there after fetch(). False at the end. One thread.
    std::expected<bool, TableError> next(Piece& piece, std::uint32_t maximumRows);

    /// Brings the bytes of a chosen piece and splits them into cells. Any thread, a piece each.
    std::expected<void, TableError> fetch(Piece& piece) const;

    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] bool isStream() const { return source_->isStream(); }
    [[nodiscard]] bool isLive() const { return source_->isLive(); }
    [[nodiscard]] const std::shared_ptr<ByteSource>& source() const { return source_; }
    /// Bytes of the records chosen so far, the header's included.
    [[nodiscard]] std::uint64_t position() const { return at_; }
    [[nodiscard]] TableError error(TableErrorKind kind, std::uint64_t byte) const;
    /// Error: Changed when the file is no longer as it was.
    [[nodiscard]] std::expected<void, TableError> unchanged() const;

private:
    using Result = std::expected<void, TableError>;

    [[nodiscard]] TableError readError(std::uint64_t byte, int systemError) const;
    Result hold();
    Result holdRecord();
    std::size_t takeHeld();
    bool nextOfFile(Piece& piece, std::uint32_t maximumRows);
    std::expected<bool, TableError> nextOfStream(Piece& piece, std::uint32_t maximumRows);

    std::string file_;
    std::shared_ptr<ByteSource> source_;
    const LoadDivision& division_;
    std::stop_token stop_;
    std::uint64_t at_ = 0; ///< the byte at which the next record begins

    // The beginning of a file; of a stream what is read and not yet given.
    std::vector<char> held_;
    std::size_t given_ = 0;         ///< bytes of held_ that lie before at_
    std::size_t searched_ = 0;      ///< bytes of held_ whose records are known
    CsvPlace place_{};              ///< behind them
    std::vector<std::size_t> ends_; ///< of the records in held_
    std::size_t nextEnd_ = 0;       ///< the first of ends_ that is not given
    bool atEnd_ = false;            ///< held_ reaches to the end

    /// Of the records of a file behind its header.
    std::shared_ptr<const std::vector<std::uint64_t>> begins_;
    std::size_t nextRecord_ = 0;
};

} // namespace idscope
