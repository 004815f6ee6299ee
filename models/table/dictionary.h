#pragma once

#include "models/base/ids.h"

#include <cstddef>
#include <memory>
#include <string_view>

namespace idscope {

/// The distinct values of one or more columns, each copied once into an arena; codes count up in order of first
/// appearance.
///
/// One thread interns; any number of threads read codes that were published to them (through a Table) without locks:
/// values and their addresses never move. Values are the cell's bytes after CSV unquoting, not necessarily valid UTF-8.
class Dictionary {
public:
    Dictionary();
    ~Dictionary();
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    /// The code of `value`, new if unseen. Amortised O(bytes). The owner's thread only. Throws std::bad_alloc, and
    /// std::length_error beyond 2^32 - 2 distinct values.
    Code intern(std::string_view value);

    /// The value of a published code. O(1), any thread; the view lives as long as the dictionary.
    [[nodiscard]] std::string_view at(Code code) const;

    /// Distinct values interned so far; the owner's thread only. Readers use Table::distinct().
    [[nodiscard]] std::size_t size() const;

    /// The code of a value if it was interned; the owner's thread only, O(bytes).
    [[nodiscard]] bool find(std::string_view value, Code& code) const;

    /// Bytes of memory held.
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Body;
    std::unique_ptr<Body> body_;
};

} // namespace idscope
