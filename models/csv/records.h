#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace idscope {

/// What a byte of CSV means depends on where it stands: see CsvScanner.
enum class CsvPlace : std::uint8_t {
    CellStart,
    Plain, ///< within an unquoted stretch: after the first byte of a cell, or of what follows a closing quote
    Quoted,
    AfterQuote, ///< behind a quote within a quoted cell, which may be the closing one
};

/// Where records end in a section of a CSV text.
struct RecordEnds {
    std::vector<std::uint32_t> ends; ///< behind the line feed of each
    CsvPlace last{};                 ///< behind the section
};

/// Where a section begins, as far as it tells itself: right but for sections that nothing tells about, or that lie.
/// `before` is the byte in front of it. O(bytes to the first quote that shows what it is).
CsvPlace guessPlace(char before, std::string_view section);

/// The records that end in a section (less than 4 GiB) that begins in `place`. 64 bytes at a time where quotes stand
/// only where RFC 4180 has them, byte by byte where they don't. O(bytes).
RecordEnds findRecordEnds(std::string_view section, CsvPlace place);

} // namespace idscope
