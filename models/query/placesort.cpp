#include "models/query/placesort.h"

#include "models/base/parallel.h"
#include "models/table/rowcodes.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cstddef>
#include <utility>
#include <vector>

namespace idscope {

namespace {

using Rows = std::optional<std::span<const RowId>>; ///< nothing: all of the table

/// How a place is divided: by its upper bits rows go into groups, so few that all their ends stay in the cache, by its
/// lower bits they are sorted within each, which stays there too. In between, a row is kept with the lower bits.
struct PlaceBits {
    unsigned low = 0;
    unsigned row = 0;
    std::size_t groups = 0;

    PlaceBits(std::uint32_t places, std::uint32_t tableRows)
        : row(static_cast<unsigned>(std::bit_width(tableRows - 1))) {
        constexpr unsigned mostHigh = 11;
        const auto all = static_cast<unsigned>(std::bit_width(places - 1));
        const unsigned least = all > mostHigh ? all - mostHigh : 0;
        const unsigned most = fitsWord(least) ? 32 - row : all; // half of the memory is worth more groups
        low = std::clamp(all / 2, least, std::max(least, most));
        groups = (std::size_t{places - 1} >> low) + 1;
    }
    [[nodiscard]] bool fitsWord(unsigned lowBits) const { return row < 32 && lowBits + row <= 32; }
    [[nodiscard]] std::size_t groupOf(std::uint32_t place) const { return place >> low; }
};

/// `Placed`: an integer that holds the lower bits of a place, and below them a row.
template <class Placed>
class PlaceSort {
public:
    PlaceSort(std::size_t count, const PlaceBits& bits, const std::stop_token& stop)
        : bits_(bits), stop_(stop), parts_(count < manyRows ? 1 : 2),
          begins_(parts_, std::vector<std::size_t>(bits.groups)), result_(count), placed_(count) {}

    RowList run(const Table& table, const Rows& rows, ColumnId column, std::span<const std::uint32_t> placeOf) {
        onParts(parts_, [&](unsigned part) { count(part, table, rows, column, placeOf); });
        findBegins();
        onParts(parts_, [&](unsigned part) {
            if (rows)
                divide(part, [&rows](std::size_t i) { return (*rows)[i].value; });
            else
                divide(part, [](std::size_t i) { return static_cast<std::uint32_t>(i); });
        });
        std::atomic<std::size_t> next = 0;
        onThreads(parts_, [&] {
            std::vector<std::size_t> begins;
            for (std::size_t group = next++; group < bits_.groups && !stop_.stop_requested(); group = next++)
                sortGroup(group, begins);
        });
        return std::move(result_);
    }

private:
    static constexpr std::size_t manyRows = 50'000; ///< for fewer, a thread would cost more than it brings

    [[nodiscard]] std::size_t beginOf(std::size_t part) const { return result_.size() * part / parts_; }

    /// Looks up the places of a part's rows, into the result for now, and counts the rows of each group.
    void count(std::size_t part, const Table& table, const Rows& rows, ColumnId column,
               std::span<const std::uint32_t> placeOf) {
        if (stop_.stop_requested()) return;
        const std::size_t begin = beginOf(part);
        const std::size_t end = beginOf(part + 1);
        std::vector<std::size_t>& counts = begins_[part];
        RowId* next = result_.data() + begin;
        const auto visit = [&](std::size_t /*unused*/, std::uint32_t code) {
            const std::uint32_t place = placeOf[code];
            *next++ = RowId{place};
            ++counts[bits_.groupOf(place)];
        };
        if (rows)
            forEachCode(table, column, rows->subspan(begin, end - begin), visit);
        else
            forEachCode(table, column, RowId{static_cast<std::uint32_t>(begin)}, RowId{static_cast<std::uint32_t>(end)},
                        visit);
    }

    /// Makes of each part's counts where it begins within each group: parts follow each other there.
    void findBegins() {
        std::size_t begin = 0;
        for (std::size_t group = 0; group < bits_.groups; ++group)
            for (std::vector<std::size_t>& begins : begins_)
                begin += std::exchange(begins[group], begin);
    }

    /// Moves a part's rows into their groups. Where each group began for it, it then ends.
    template <class RowAt>
    void divide(std::size_t part, const RowAt& rowAt) {
        if (stop_.stop_requested()) return;
        std::vector<std::size_t>& next = begins_[part];
        const auto mask = static_cast<std::uint32_t>((std::uint64_t{1} << bits_.low) - 1);
        for (std::size_t i = beginOf(part); i < beginOf(part + 1); ++i) {
            const std::uint32_t place = result_[i].value;
            placed_[next[bits_.groupOf(place)]++] = static_cast<Placed>(Placed{place & mask} << bits_.row | rowAt(i));
        }
    }

    void sortGroup(std::size_t group, std::vector<std::size_t>& next) {
        constexpr std::size_t worthCounting = 16; ///< places for each row
        const std::size_t places = std::size_t{1} << bits_.low;
        const std::vector<std::size_t>& ends = begins_.back();
        const std::size_t begin = group == 0 ? 0 : ends[group - 1];
        const std::span<Placed> all = std::span(placed_).subspan(begin, ends[group] - begin);
        const std::span<RowId> out = std::span(result_).subspan(begin, all.size());
        const auto lowOf = [this](Placed row) { return static_cast<std::size_t>(row >> bits_.row); };
        const auto rowOf = [mask = (Placed{1} << bits_.row) - 1](Placed row) {
            return RowId{static_cast<std::uint32_t>(row & mask)};
        };
        if (all.size() < places / worthCounting) {
            std::ranges::stable_sort(all, {}, lowOf);
            std::ranges::transform(all, out.begin(), rowOf);
            return;
        }
        next.assign(places, 0);
        for (const Placed row : all)
            ++next[lowOf(row)];
        std::size_t at = 0;
        for (std::size_t& one : next)
            at += std::exchange(one, at);
        for (const Placed row : all)
            out[next[lowOf(row)]++] = rowOf(row);
    }

    const PlaceBits& bits_;
    const std::stop_token& stop_;
    unsigned parts_;
    std::vector<std::vector<std::size_t>> begins_; ///< by part, then by group
    RowList result_;
    UnfilledVector<Placed> placed_; ///< by group
};

} // namespace

RowList sortedByPlace(const Table& table, std::optional<std::span<const RowId>> rows, ColumnId column,
                      std::span<const std::uint32_t> placeOf, std::uint32_t places, const std::stop_token& stop) {
    const std::size_t count = rows ? rows->size() : table.rowCount();
    if (count == 0) return {};
    const PlaceBits bits(places, table.rowCount());
    if (bits.fitsWord(bits.low)) return PlaceSort<std::uint32_t>(count, bits, stop).run(table, rows, column, placeOf);
    return PlaceSort<std::uint64_t>(count, bits, stop).run(table, rows, column, placeOf);
}

} // namespace idscope
