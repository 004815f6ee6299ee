#include "models/csv/records.h"

#include "models/csv/bytemasks.h"

#include <bit>
#include <optional>

namespace idscope {

namespace {

constexpr bool endsCell(char byte) {
    return byte == ',' || byte == '\n';
}

CsvPlace outside(char before) {
    return endsCell(before) ? CsvPlace::CellStart : before == '"' ? CsvPlace::AfterQuote : CsvPlace::Plain;
}

constexpr CsvPlace next(CsvPlace place, char byte) {
    if (place == CsvPlace::Quoted) return byte == '"' ? CsvPlace::AfterQuote : CsvPlace::Quoted;
    if (endsCell(byte)) return CsvPlace::CellStart;
    return byte == '"' && place != CsvPlace::Plain ? CsvPlace::Quoted : CsvPlace::Plain;
}

RecordEnds findBytewise(std::string_view section, CsvPlace place) {
    RecordEnds found;
    for (std::size_t at = 0; at < section.size(); ++at) {
        const bool quoted = place == CsvPlace::Quoted;
        place = next(place, section[at]);
        if (section[at] == '\n' && !quoted) found.ends.push_back(static_cast<std::uint32_t>(at + 1));
    }
    found.last = place;
    return found;
}

/// Takes every quote to open or to close, which holds where those that open follow a comma, a line feed, or a quote
/// that seemed to close. Nothing where one does not.
std::optional<RecordEnds> findByParity(std::string_view section, CsvPlace place) {
    RecordEnds found;
    const bool mayOpen = place == CsvPlace::CellStart || place == CsvPlace::AfterQuote;
    std::uint64_t before = mayOpen ? 1 : 0; // whether a quote may follow the byte before
    std::uint64_t strange = 0;
    bool quoted = place == CsvPlace::Quoted;
    forEachMasks(section, quoted, fastestMaskFinder(), [&](std::size_t position, const ByteMasks& masks) {
        const std::uint64_t openers = masks.commas | masks.lineFeeds | masks.quotes;
        strange |= masks.quotes & masks.quoted & ~(openers << 1U | before);
        before = openers >> 63U;
        quoted = (masks.quoted >> 63U) != 0;
        for (std::uint64_t ends = masks.lineFeeds & ~masks.quoted; ends != 0; ends &= ends - 1)
            found.ends.push_back(
                static_cast<std::uint32_t>(position + static_cast<std::size_t>(std::countr_zero(ends)) + 1));
    });
    if (strange != 0) return std::nullopt;
    found.last = quoted ? CsvPlace::Quoted : section.empty() ? place : outside(section.back());
    return found;
}

} // namespace

CsvPlace guessPlace(char before, std::string_view section) {
    if (section.empty()) return outside(before);
    const auto at = [&](std::size_t i) { return i == 0 ? before : section[i - 1]; };
    for (std::size_t quote = section.find('"'); quote < section.size() - 1; quote = section.find('"', quote + 1)) {
        const char left = at(quote);
        const char right = section[quote + 1];
        const bool mayClose = endsCell(right) || right == '\r';
        if (endsCell(left) && !mayClose && right != '"') return outside(before); // it opens
        if (mayClose && !endsCell(left) && left != '"') return CsvPlace::Quoted; // it closes
    }
    return outside(before);
}

RecordEnds findRecordEnds(std::string_view section, CsvPlace place) {
    auto found = findByParity(section, place);
    return found ? *std::move(found) : findBytewise(section, place);
}

} // namespace idscope
