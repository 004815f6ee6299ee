#pragma once

#include "models/table/recordreader.h"
#include "models/table/tablebuilder.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <expected>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace idscope {

/// Of snapshots that nothing but time makes due: of a growing source, and of the search for records.
inline constexpr std::chrono::milliseconds publishPace{100};

/// Takes the records of readers through a table builder on several threads. Each thread does what is possible and most
/// urgent: appending a piece that is done, interning a piece, fetching another piece. Lanes and append()
/// get the pieces in order, and pieces under way are few, so that they stay in the cache. One use.
class LoadPipeline {
public:
    /// `publish`, if any, is called with snapshots, by one thread at a time.
    LoadPipeline(std::span<RecordReader> readers, TableBuilder& builder, std::function<void(TablePtr)> publish,
                 std::stop_token stop);

    /// Throws std::bad_alloc, and std::length_error beyond the number of rows a RowId can tell.
    std::expected<void, TableError> run(unsigned threads);

    /// Why a source that was followed ended before its end, if one did: all its records are in the table.
    [[nodiscard]] const std::optional<TableError>& cut() const { return cut_; }

    /// Of all records chosen, and the headers.
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

private:
    struct Flight {
        std::unique_ptr<Piece> piece;
        bool fetched = false;
    };
    struct Lane {
        std::size_t next = 0; ///< the number of the piece it takes next
        bool busy = false;
    };
    using Lock = std::unique_lock<std::mutex>;

    void work();
    bool workOnce(Lock& lock);
    bool append(Lock& lock);
    bool intern(Lock& lock);
    bool fetch(Lock& lock);
    bool choose(Piece& piece, Lock& lock);
    [[nodiscard]] bool isDone() const { return failed_ || (chosenAll_ && flights_.empty()); }
    void fail(TableError error);
    void wait(Lock& lock);
    void publish(Lock& lock);

    std::span<RecordReader> readers_;
    TableBuilder& builder_;
    std::function<void(TablePtr)> publish_;
    std::stop_token stop_;

    // All below is guarded by the mutex, but for the pieces, of which each belongs to those who work on it.
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t mostFlights_ = 0;
    std::deque<Flight> flights_; ///< in order
    std::size_t first_ = 0;      ///< the number of the first of them
    std::vector<std::unique_ptr<Piece>> spare_;
    std::vector<Lane> lanes_;
    bool appending_ = false;
    bool choosing_ = false;
    bool chosenAll_ = false;
    std::size_t file_ = 0;
    std::uint32_t rows_ = 0; ///< chosen
    std::uint64_t bytes_ = 0;
    bool failed_ = false;
    std::optional<TableError> cut_;

    // While a source grows, what has come is published in time although the next block is not full.
    bool live_ = false;
    bool unpublished_ = false; ///< rows were appended since
    std::chrono::steady_clock::time_point nextPublish_;
    std::optional<TableError> error_; ///< nothing: an exception
};

} // namespace idscope
