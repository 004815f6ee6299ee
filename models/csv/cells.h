#pragma once

#include "models/base/arena.h"
#include "models/csv/scanner.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace idscope {

/// The cells of whole records, found in place. Equal to what CsvScanner makes of the same bytes; faster where quotes
/// and line ends stand only where RFC 4180 has them. One thread fills it, then any may read.
class CsvCells {
public:
    struct Cell {
        std::string_view text; ///< without the quotes around it
        bool escaped = false;  ///< every quote in it stands for half a quote: see unescape()
    };

    /// Takes records apart that begin `position` bytes from the start of their source. The last may lack its line end.
    /// The bytes must outlive the cells. O(bytes).
    void split(std::string_view records, std::uint64_t position);

    [[nodiscard]] std::uint32_t records() const { return static_cast<std::uint32_t>(firstCells_.size() - 1); }
    [[nodiscard]] std::uint32_t cells(std::uint32_t record) const {
        return firstCells_[record + 1] - firstCells_[record];
    }
    [[nodiscard]] Cell at(std::uint32_t record, std::uint32_t index) const;
    /// The byte of the source at which a cell begins, its opening quote included.
    [[nodiscard]] std::uint64_t begin(std::uint32_t record, std::uint32_t index) const;
    [[nodiscard]] CsvMark marks(std::uint32_t record, std::uint32_t index) const {
        return hasMarks_ ? scanned_[firstCells_[record] + index].marks : CsvMark::None;
    }
    /// Whether any cell may be marked.
    [[nodiscard]] bool hasMarks() const { return hasMarks_; }

    /// The text that an escaped cell stands for, in a buffer that is used again and again. O(bytes).
    static std::string_view unescape(std::string_view text, std::vector<char>& buffer);
    /// The same into room for as many bytes as are escaped; where it ends. O(bytes).
    static char* unescape(std::string_view text, char* out);

private:
    bool splitByParity();
    void splitByScanner();

    std::string_view bytes_;
    std::uint64_t position_ = 0;
    std::vector<std::uint32_t> firstCells_ = {0}; ///< of every record, and one more
    std::vector<std::uint32_t> begins_;           ///< of every cell within bytes_, and one more
    bool hasMarks_ = false;                       ///< the scanner was asked: begins_ is not used
    std::vector<CsvCell> scanned_;
    Arena texts_; ///< of scanned_
};

inline CsvCells::Cell CsvCells::at(std::uint32_t record, std::uint32_t index) const {
    const std::uint32_t cell = firstCells_[record] + index;
    if (hasMarks_) return {scanned_[cell].text, false};
    const char* begin = bytes_.data() + begins_[cell];
    const char* end = bytes_.data() + begins_[cell + 1] - 1;
    if (cell + 1 == firstCells_[record + 1] && end != begin && end[-1] == '\r') --end;
    if (begin == end || *begin != '"') return {{begin, end}, false};
    const std::string_view text(begin + 1, end - 1);
    return {text, text.contains('"')};
}

inline std::uint64_t CsvCells::begin(std::uint32_t record, std::uint32_t index) const {
    const std::uint32_t cell = firstCells_[record] + index;
    return hasMarks_ ? scanned_[cell].begin : position_ + begins_[cell];
}

} // namespace idscope
