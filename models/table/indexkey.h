#pragma once

#include <cstdint>
#include <string>

namespace idscope {

/// The file an index belongs to: another size, time or hash, and the index is none of its.
struct IndexKey {
    std::string sha256; ///< hex
    std::uint64_t bytes = 0;
    std::int64_t modified = 0; ///< nanoseconds since 1970
    friend bool operator==(const IndexKey&, const IndexKey&) = default;
};

/// Where the index of a file is, and the hash that the file is known to have.
struct IndexPlace {
    std::string file;
    std::string sha256; ///< hex
};

} // namespace idscope
