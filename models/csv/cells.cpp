#include "models/csv/cells.h"

#include "models/csv/bytemasks.h"

#include <bit>
#include <limits>

namespace idscope {

void CsvCells::split(std::string_view records, std::uint64_t position) {
    bytes_ = records;
    position_ = position;
    hasMarks_ = !splitByParity();
    if (hasMarks_) splitByScanner();
}

/// False where quotes or returns stand where only the scanner knows what they mean.
bool CsvCells::splitByParity() {
    if (bytes_.empty() || bytes_.back() != '\n' || bytes_.size() > std::numeric_limits<std::uint32_t>::max())
        return false;
    std::size_t cells = 0;
    std::size_t records = 0;
    std::uint64_t mayOpen = 1;  // whether the byte before one may stand before an opening quote
    std::uint64_t closed = 0;   // whether it is a closing quote
    std::uint64_t returned = 0; // whether it is a return outside quotes
    std::uint64_t strange = 0;
    if (begins_.empty()) begins_.resize(1);
    begins_[0] = 0;
    forEachMasks(bytes_, false, fastestMaskFinder(), [&](std::size_t position, const ByteMasks& masks) {
        const std::uint64_t plain = ~masks.quoted;
        const std::uint64_t delimiters = masks.commas | masks.lineFeeds;
        const std::uint64_t openers = delimiters | masks.quotes;
        const std::uint64_t closers = masks.quotes & plain;
        const std::uint64_t returns = masks.returns & plain;
        strange |= masks.quotes & masks.quoted & ~(openers << 1U | mayOpen);
        strange |= (closers << 1U | closed) & ~(openers | masks.returns);
        strange |= (returns << 1U | returned) & ~masks.lineFeeds;
        mayOpen = openers >> 63U;
        closed = closers >> 63U;
        returned = returns >> 63U;

        if (begins_.size() < cells + 1 + ByteMasks::width) begins_.resize(2 * begins_.size() + ByteMasks::width);
        if (firstCells_.size() < records + 1 + ByteMasks::width)
            firstCells_.resize(2 * firstCells_.size() + ByteMasks::width);
        for (std::uint64_t ends = delimiters & plain; ends != 0; ends &= ends - 1) {
            const auto bit = static_cast<unsigned>(std::countr_zero(ends));
            begins_[++cells] = static_cast<std::uint32_t>(position + bit + 1);
            firstCells_[records + 1] = static_cast<std::uint32_t>(cells); // counts if this is a line feed
            records += (masks.lineFeeds >> bit) & 1U;
        }
    });
    firstCells_[0] = 0;
    firstCells_.resize(records + 1);
    return strange == 0 && begins_[cells] == bytes_.size();
}

void CsvCells::splitByScanner() {
    scanned_.clear();
    texts_ = {};
    firstCells_.assign(1, 0);
    const auto keep = [&](const std::vector<CsvCell>& cells) {
        for (CsvCell cell : cells) {
            cell.text = texts_.copy(cell.text);
            scanned_.push_back(cell);
            if (cell.endsRecord) firstCells_.push_back(static_cast<std::uint32_t>(scanned_.size()));
        }
    };
    CsvScanner scanner(position_);
    keep(scanner.feed(bytes_));
    keep(scanner.finish());
}

char* CsvCells::unescape(std::string_view text, char* out) {
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        const auto* quote = static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
        const char* const stop = quote == nullptr ? end : quote + 1; // the quote stays, its twin goes
        const auto length = static_cast<std::size_t>(stop - at);
        std::memcpy(out, at, length);
        out += length;
        at = quote == nullptr ? end : stop + 1;
    }
    return out;
}

std::string_view CsvCells::unescape(std::string_view text, std::vector<char>& buffer) {
    if (buffer.size() < text.size()) buffer.resize(text.size());
    return {buffer.data(), unescape(text, buffer.data())};
}

} // namespace idscope
