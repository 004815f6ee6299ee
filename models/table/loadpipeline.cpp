#include "models/table/loadpipeline.h"

#include "models/base/parallel.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace idscope {

namespace {

using Clock = std::chrono::steady_clock;

/// Does something without the lock.
template <class Work>
auto unlocked(std::unique_lock<std::mutex>& lock, Work work) {
    struct Relock {
        std::unique_lock<std::mutex>& lock;
        ~Relock() { lock.lock(); }
    };
    lock.unlock();
    const Relock relock{lock};
    return work();
}

} // namespace

LoadPipeline::LoadPipeline(std::span<RecordReader> readers, TableBuilder& builder,
                           std::function<void(TablePtr)> publish, std::stop_token stop)
    : readers_(readers), builder_(builder), publish_(std::move(publish)), stop_(std::move(stop)),
      lanes_(builder.lanes()) {
    for (const RecordReader& reader : readers)
        bytes_ += reader.position();
}

std::expected<void, TableError> LoadPipeline::run(unsigned threads) {
    live_ = publish_ && std::ranges::any_of(readers_, &RecordReader::isLive);
    if (live_) threads = std::max(threads, 2U); // one waits for bytes
    mostFlights_ = threads == 1 ? 1 : 2 * std::size_t{threads} + 2;
    onThreads(threads, [this] { work(); });
    if (error_) return std::unexpected(*std::move(error_));
    return {};
}

void LoadPipeline::work() {
    Lock lock(mutex_);
    try {
        while (!isDone()) {
            if (stop_.stop_requested()) {
                fail(readers_[file_].error(TableErrorKind::Cancelled, bytes_));
            } else if (!workOnce(lock)) {
                wait(lock);
                continue;
            }
            changed_.notify_all();
        }
    } catch (...) {
        failed_ = true; // for the other threads
        changed_.notify_all();
        throw;
    }
}

/// False when there is nothing to do until another thread has done something.
bool LoadPipeline::workOnce(Lock& lock) {
    return append(lock) || intern(lock) || fetch(lock);
}

bool LoadPipeline::append(Lock& lock) {
    if (appending_ || flights_.empty() || !flights_.front().fetched) return false;
    if (!std::ranges::all_of(lanes_, [&](const Lane& lane) { return lane.next > first_; })) return false;
    appending_ = true;
    Piece& piece = *flights_.front().piece;
    const bool due = unlocked(lock, [&] { return builder_.append(piece); });
    unpublished_ = true;
    if (publish_ && (due || (live_ && Clock::now() >= nextPublish_))) publish(lock);
    appending_ = false;
    spare_.push_back(std::move(flights_.front().piece));
    flights_.pop_front();
    ++first_;
    return true;
}

/// Not while another thread appends.
void LoadPipeline::publish(Lock& lock) {
    const std::uint64_t bytes = bytes_;
    unlocked(lock, [&] { publish_(builder_.snapshot(bytes, false)); });
    unpublished_ = false;
    nextPublish_ = Clock::now() + publishPace;
}

/// Waits until another thread has done something, or what was appended is to be seen.
void LoadPipeline::wait(Lock& lock) {
    if (!live_ || !unpublished_ || appending_) return changed_.wait(lock);
    const auto until = nextPublish_;
    changed_.wait_until(lock, until);
    if (appending_ || !unpublished_ || Clock::now() < until) return;
    appending_ = true;
    publish(lock);
    appending_ = false;
    changed_.notify_all();
}

bool LoadPipeline::intern(Lock& lock) {
    const auto canWork = [&](const Lane& lane) {
        const std::size_t flight = lane.next - first_;
        return !lane.busy && flight < flights_.size() && flights_[flight].fetched;
    };
    Lane* chosen = nullptr;
    for (Lane& lane : lanes_)
        if (canWork(lane) && (chosen == nullptr || lane.next < chosen->next)) chosen = &lane;
    if (chosen == nullptr) return false;
    chosen->busy = true;
    Piece& piece = *flights_[chosen->next - first_].piece;
    unlocked(lock, [&] { builder_.intern(static_cast<std::size_t>(chosen - lanes_.data()), piece); });
    chosen->busy = false;
    ++chosen->next;
    return true;
}

bool LoadPipeline::fetch(Lock& lock) {
    if (choosing_ || chosenAll_ || flights_.size() == mostFlights_) return false;
    if (spare_.empty()) spare_.push_back(std::make_unique<Piece>(builder_.emptyPiece()));
    std::unique_ptr<Piece> chosen = std::move(spare_.back());
    spare_.pop_back();
    Piece& piece = *chosen;
    choosing_ = true;
    const bool hasRecords = choose(piece, lock);
    choosing_ = false;
    if (!hasRecords) return true;
    const std::size_t number = first_ + flights_.size();
    flights_.push_back({.piece = std::move(chosen)});
    changed_.notify_all(); // another thread may choose the next
    const auto fetched = unlocked(lock, [&, &reader = readers_[piece.file]] { return reader.fetch(piece); });
    if (fetched)
        flights_[number - first_].fetched = true;
    else
        fail(fetched.error());
    return true;
}

/// Chooses the records of the next piece; false when there are no more.
bool LoadPipeline::choose(Piece& piece, Lock& lock) {
    for (; file_ < readers_.size(); ++file_) {
        const std::uint32_t most =
            std::min(TableBuilder::rowsFrom(rows_), std::numeric_limits<std::uint32_t>::max() - rows_);
        const auto more =
            unlocked(lock, [&, &reader = readers_[file_]] { return reader.next(piece, std::max(most, 1U)); });
        if (!more) {
            if (more.error().kind == TableErrorKind::Incomplete)
                cut_ = more.error();
            else
                fail(more.error());
            chosenAll_ = true;
            return false;
        }
        if (!*more) continue;
        if (most == 0) throw std::length_error("more rows than row numbers");
        piece.file = file_;
        piece.firstRow = rows_;
        rows_ += piece.rows;
        bytes_ += piece.length;
        return true;
    }
    --file_;
    chosenAll_ = true;
    return false;
}

void LoadPipeline::fail(TableError error) {
    failed_ = true;
    if (!error_) error_ = std::move(error);
}

} // namespace idscope
