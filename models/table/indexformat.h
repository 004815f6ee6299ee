#pragma once

#include "models/base/hash.h"
#include "models/table/indexkey.h"
#include "models/table/tablelayout.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace idscope::indexformat {

// An index is a row of sections, each beginning at a multiple of 8 bytes, then a list of them, then the trailer. All
// numbers are as the machine has them: an index is made on the machine that reads it, and where it is not, the trailer
// does not match and the index is made anew. Sections, in this order:
//
//     columns     per column of the table: ColumnEntry
//     offsets     u64 per row: the byte of the file at which its record starts
//     notes       notices and ragged rows, one after the other, in numbers and counted texts
//     dictionary  each: u64 count, u64 per value: the end of its bytes, the bytes of all
//     block       per 65,536 rows: for each column u64 width (1, 2 or 4 bytes), the codes, zeros up to a multiple of 8
//
// Whoever changes this, or what loading makes of a file (columns, derived columns, notices), counts `version` up.

inline constexpr std::uint64_t version = 3;
inline constexpr std::size_t alignment = 8;

struct ColumnEntry {
    std::uint32_t dictionary = 0;
    std::uint32_t distinct = 0;
};

struct Section {
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::uint64_t hash = 0;
};

struct Trailer {
    std::array<char, 64> sha256{}; ///< of the file, hex
    std::uint64_t bytes = 0;       ///< of the file
    std::int64_t modified = 0;     ///< the file, nanoseconds since 1970
    std::uint64_t layout = 0;      ///< layoutHash()
    std::uint64_t rows = 0;
    std::uint64_t columns = 0;
    std::uint64_t dictionaries = 0;
    std::uint64_t sections = 0;
    std::uint64_t version = indexformat::version;
    std::array<char, 16> magic = {'i', 'd', 's', 'c', 'o', 'p', 'e', ' ', 'i', 'n', 'd', 'e', 'x', '\n', '\x1a', '\n'};
    std::uint64_t hash = 0; ///< of the list of sections and all above
};

/// Sections before the dictionaries.
enum FixedSection : std::size_t { ColumnSection, OffsetSection, NoteSection, fixedSections };

constexpr std::uint64_t padded(std::uint64_t bytes) {
    return (bytes + alignment - 1) / alignment * alignment;
}

/// The hash of a section, pieces of 1 MiB after each other, so that it can be taken while writing.
inline constexpr std::size_t hashedAtOnce = std::size_t{1} << 20U;
inline std::uint64_t hashNext(std::uint64_t before, std::string_view piece) {
    return ByteHash(before)(piece);
}
inline std::uint64_t hashOf(std::string_view bytes) {
    std::uint64_t hash = 0;
    for (std::size_t at = 0; at < bytes.size(); at += hashedAtOnce)
        hash = hashNext(hash, bytes.substr(at, hashedAtOnce));
    return hash;
}

template <class Value>
std::string_view bytesOf(const Value& value) {
    return {reinterpret_cast<const char*>(&value), sizeof value}; // NOLINT: what is written are bytes
}

/// Tells layouts apart: what a header was recognised as, and the columns made of it.
inline std::uint64_t layoutHash(const TableLayout& layout) {
    std::uint64_t hash = layout.schema == nullptr ? 0 : hashOf(layout.schema->key);
    for (const Column& column : layout.columns) {
        hash = hashNext(hash, column.label);
        hash = hashNext(hash, bytesOf(column.type));
        hash = hashNext(hash, bytesOf(column.derived == nullptr));
    }
    return hash;
}

inline void setKey(Trailer& trailer, const IndexKey& key) {
    std::ranges::copy_n(key.sha256.begin(), std::ssize(key.sha256.substr(0, trailer.sha256.size())),
                        trailer.sha256.begin());
    trailer.bytes = key.bytes;
    trailer.modified = key.modified;
}

} // namespace idscope::indexformat
