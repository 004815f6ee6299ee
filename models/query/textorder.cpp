#include "models/query/textorder.h"

#include "models/base/parallel.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <numeric>
#include <span>
#include <utility>

namespace idscope {

namespace {

constexpr std::size_t bytesPerHead = 7;
constexpr std::uint64_t goesOn = bytesPerHead + 1;

/// Seven bytes of a text from `at` on, and below them how many there were, so that a beginning comes first: as
/// integers, heads compare as the texts do.
std::uint64_t headOf(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < bytesPerHead; ++i)
        head = head << 8U | (i < rest.size() ? static_cast<std::uint8_t>(rest[i]) : 0U);
    return head << 8U | std::min<std::uint64_t>(rest.size(), goesOn);
}

/// Texts that are equal up to a byte and still to be sorted from there.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t at = 0;
};

/// By heads. Many are divided by their first bytes before they are compared: texts of one beginning stay in the order
/// they came in, most often that of memory.
void sortByHead(std::span<TextEntry> part, std::vector<TextEntry>& spare) {
    constexpr std::size_t few = 512;
    if (part.size() < few) {
        std::ranges::sort(part, {}, &TextEntry::head);
        return;
    }
    spare.resize(std::max(spare.size(), part.size()));
    std::span<TextEntry> from = part;
    std::span<TextEntry> to = std::span(spare).first(part.size());
    for (const unsigned shift : {40U, 48U, 56U}) {
        const auto byte = [shift](const TextEntry& one) { return (one.head >> shift) & 0xFFU; };
        std::array<std::size_t, 256> next{};
        for (const TextEntry& one : from)
            ++next[byte(one)];
        if (next[byte(from.front())] == from.size()) continue;
        std::exclusive_scan(next.begin(), next.end(), next.begin(), std::size_t{0});
        for (const TextEntry& one : from)
            to[next[byte(one)]++] = one;
        std::swap(from, to);
    }
    if (from.data() != part.data()) std::ranges::copy(from, part.begin());
    for (std::size_t begin = 0; begin < part.size();) {
        std::size_t end = begin + 1;
        while (end < part.size() && part[end].head >> 40U == part[begin].head >> 40U)
            ++end;
        const std::span<TextEntry> run = part.subspan(begin, end - begin);
        if (!std::ranges::is_sorted(run, {}, &TextEntry::head)) std::ranges::sort(run, {}, &TextEntry::head);
        begin = end;
    }
}

/// How far the texts of a part agree, which they do up to `at`; only every so many are looked at.
std::size_t agreement(std::span<const TextEntry> part, std::size_t at, std::size_t step = 1) {
    const std::string_view first = part.front().text;
    std::size_t agreed = first.size();
    for (std::size_t i = 0; i < part.size(); i += step) {
        const std::string_view text = part[i].text.substr(0, agreed);
        std::size_t same = at;
        while (same < text.size() && text[same] == first[same])
            ++same;
        agreed = same;
    }
    return agreed;
}

/// Whether all texts of a part, which agree up to `at`, do so up to `end`; if so, they have their heads from there on.
bool takeHeads(std::span<TextEntry> part, std::size_t at, std::size_t end) {
    const std::string_view first = part.front().text.substr(at, end - at);
    for (TextEntry& one : part) {
        if (!one.text.substr(at).starts_with(first)) return false;
        one.head = headOf(one.text, end);
    }
    return true;
}

/// Gives each text of a part, which agree up to `at`, its head from where they no longer do, and says where that is.
std::size_t takeHeads(std::span<TextEntry> part, std::size_t at) {
    constexpr std::size_t some = 16; // nearly always tell how far all agree, so that one look at each is enough
    std::size_t agreed = agreement(part, at, part.size() / some + 1);
    if (!takeHeads(part, at, agreed)) {
        agreed = agreement(part, at);
        takeHeads(part, at, agreed);
    }
    return agreed;
}

/// Sorts ranges, each with its parts that are equal so far left to be sorted; several threads may take part.
class RangeSorter {
public:
    RangeSorter(std::span<TextEntry> all, const std::stop_token& stop)
        : all_(all), stop_(stop), open_{{0, all.size(), 0}} {}

    /// Until nothing is left to do, by anyone.
    void work() {
        std::vector<TextEntry> spare;
        std::vector<Range> parts;
        std::unique_lock lock(mutex_);
        while (true) {
            changed_.wait(lock, [this] { return !open_.empty() || busy_ == 0; });
            if (open_.empty()) break;
            const Range range = open_.back();
            open_.pop_back();
            ++busy_;
            lock.unlock();
            parts.clear();
            try {
                if (!stop_.stop_requested()) sort(range, spare, parts);
            } catch (...) { // no memory: nobody is to wait for this range
                lock.lock();
                open_.clear();
                --busy_;
                changed_.notify_all();
                throw;
            }
            lock.lock();
            open_.insert(open_.end(), parts.begin(), parts.end());
            --busy_;
            if (!parts.empty() || busy_ == 0) changed_.notify_all();
        }
    }

private:
    /// Small parts at once, large ones into `parts`.
    void sort(const Range& range, std::vector<TextEntry>& spare, std::vector<Range>& parts) {
        constexpr std::size_t large = 2048;
        std::vector<Range> own = {range};
        while (!own.empty()) {
            const Range next = own.back();
            own.pop_back();
            sortOnce(next, spare,
                     [&](const Range& part) { (part.end - part.begin > large ? parts : own).push_back(part); });
        }
    }

    template <class Found>
    void sortOnce(const Range& range, std::vector<TextEntry>& spare, const Found& found) {
        const std::span<TextEntry> part = all_.subspan(range.begin, range.end - range.begin);
        if (part.empty()) return;
        const std::size_t at = takeHeads(part, range.at);
        sortByHead(part, spare);
        for (std::size_t begin = 0; begin < part.size();) {
            std::size_t end = begin + 1;
            while (end < part.size() && part[end].head == part[begin].head)
                ++end;
            part[begin].repeats = false;
            if ((part[begin].head & 0xFFU) != goesOn) // they end here
                for (TextEntry& one : part.subspan(begin + 1, end - begin - 1))
                    one.repeats = true;
            else if (end - begin > 1)
                found(Range{range.begin + begin, range.begin + end, at + bytesPerHead});
            begin = end;
        }
    }

    std::span<TextEntry> all_;
    const std::stop_token& stop_;
    std::mutex mutex_; ///< guards what follows
    std::condition_variable changed_;
    std::vector<Range> open_;
    std::size_t busy_ = 0; ///< threads at work, who may find more
};

} // namespace

void sortByBytes(std::vector<TextEntry>& entries, const std::stop_token& stop) {
    constexpr std::size_t many = 20'000; // for fewer, a thread would cost more than it brings
    RangeSorter sorter(entries, stop);
    onThreads(entries.size() < many ? 1 : 2, [&] { sorter.work(); });
}

} // namespace idscope
