#include "models/base/parallel.h"
#include "models/query/operandvalues.h"
#include "models/table/rowcodes.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace idscope {

namespace {

/// Rows that follow each other often have the same code: with one counter for all, each would wait for the one before.
/// Columns of more codes than this meet the same one seldom, and their counters would leave the cache.
constexpr std::uint32_t fewCodes = 4096;
constexpr std::size_t lanes = 4;

/// Counts in several lanes in turn where codes are few.
class Counter {
public:
    explicit Counter(std::uint32_t codes) : codes_(codes), counts_(codes <= fewCodes ? codes * lanes : codes) {}

    template <class CodeAt>
    void add(std::size_t count, CodeAt codeAt) {
        std::uint32_t* const all = counts_.data();
        std::size_t i = 0;
        if (codes_ <= fewCodes)
            for (; i + lanes <= count; i += lanes)
                for (std::size_t lane = 0; lane < lanes; ++lane)
                    ++all[lane * codes_ + codeAt(i + lane)];
        for (; i < count; ++i)
            ++all[codeAt(i)];
    }

    std::vector<std::uint32_t> take() {
        for (std::size_t at = codes_; at < counts_.size(); ++at)
            counts_[at % codes_] += counts_[at];
        counts_.resize(codes_);
        return std::move(counts_);
    }

private:
    std::size_t codes_;
    std::vector<std::uint32_t> counts_;
};

/// Counts so many parts, each by `add`, on two threads where there are many.
template <class Add>
std::vector<std::uint32_t> countParts(std::uint32_t codes, std::size_t parts, const Add& add) {
    constexpr std::size_t fewParts = 4; // for which a thread would cost more than it brings
    std::vector<std::uint32_t> total;
    std::mutex adding;
    std::atomic<std::size_t> next = 0;
    onThreads(parts <= fewParts ? 1 : 2, [&] {
        Counter counter(codes);
        for (std::size_t part = next++; part < parts; part = next++)
            add(counter, part);
        std::vector<std::uint32_t> counts = counter.take();
        const std::lock_guard lock(adding);
        if (total.empty()) return total.swap(counts);
        for (std::size_t code = 0; code < total.size(); ++code)
            total[code] += counts[code];
    });
    return total;
}

} // namespace

std::vector<std::uint32_t> countCodes(const Table& table, ColumnId column) {
    return countParts(table.distinct(column), table.blocks().size(), [&](Counter& counter, std::size_t part) {
        const Block& block = *table.blocks()[part];
        // A snapshot may end within its last block, or before it.
        const std::size_t begin = std::min<std::size_t>(part << Block::shift, table.rowCount());
        const std::size_t rows = std::min<std::size_t>(block.rows, table.rowCount() - begin);
        std::visit([&](const auto& codes) { counter.add(rows, [&](std::size_t i) { return codes[i]; }); },
                   block.columns[column.value]);
    });
}

std::vector<std::uint32_t> countCodes(const Table& table, ColumnId column, std::span<const RowId> rows) {
    if (rows.size() == table.rowCount()) return countCodes(table, column);
    const std::size_t parts = (rows.size() + Block::capacity - 1) / Block::capacity;
    return countParts(table.distinct(column), parts, [&](Counter& counter, std::size_t number) {
        auto left = rows.subspan(number * Block::capacity);
        left = left.first(std::min<std::size_t>(left.size(), Block::capacity));
        while (!left.empty()) {
            const std::uint32_t block = left.front().value >> Block::shift;
            const auto end = std::ranges::find_if(left, [&](RowId row) { return row.value >> Block::shift != block; });
            const auto part = left.first(static_cast<std::size_t>(end - left.begin()));
            std::visit(
                [&](const auto& codes) {
                    counter.add(part.size(), [&](std::size_t i) { return codes[part[i].value & Block::mask]; });
                },
                table.blocks()[block]->columns[column.value]);
            left = left.subspan(part.size());
        }
    });
}

} // namespace idscope
