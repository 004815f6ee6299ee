#include "models/query/operandvalues.h"
#include "models/table/rowcodes.h"

#include <algorithm>
#include <array>

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

} // namespace

std::vector<std::uint32_t> countCodes(const Table& table, ColumnId column) {
    Counter counter(table.distinct(column));
    std::uint32_t left = table.rowCount();
    for (const auto& block : table.blocks()) {
        const std::uint32_t rows = std::min(block->rows, left);
        std::visit([&](const auto& codes) { counter.add(rows, [&](std::size_t i) { return codes[i]; }); },
                   block->columns[column.value]);
        left -= rows;
    }
    return counter.take();
}

std::vector<std::uint32_t> countCodes(const Table& table, ColumnId column, std::span<const RowId> rows) {
    Counter counter(table.distinct(column));
    for (std::size_t begin = 0; begin < rows.size();) {
        const std::uint32_t block = rows[begin].value >> Block::shift;
        const auto end =
            std::ranges::find_if(rows.subspan(begin), [&](RowId row) { return row.value >> Block::shift != block; });
        const auto part = rows.subspan(begin, static_cast<std::size_t>(end - rows.begin()) - begin);
        std::visit(
            [&](const auto& codes) {
                counter.add(part.size(), [&](std::size_t i) { return codes[part[i].value & Block::mask]; });
            },
            table.blocks()[block]->columns[column.value]);
        begin += part.size();
    }
    return counter.take();
}

} // namespace idscope
