#pragma once

#include "models/json/path.h"
#include "models/table/table.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace idscope {

/// A path that leads to something other than an object or array in the cells of a JSON column, or to a secret.
struct FoundPath {
    JsonPath path;          ///< keys, and [*] for the elements of arrays
    std::uint32_t rows = 0; ///< how many it leads to something in
    friend bool operator==(const FoundPath&, const FoundPath&) = default;
};

/// More are not told: whoever has them all as keys has data there, not names.
inline constexpr std::size_t maximumFoundPaths = 2000;

/// All paths in a JSON column, in order of first appearance, but none into a secret. Kept with the table. Null when
/// stopped. O(bytes of the distinct cells), O(1) when asked again.
std::shared_ptr<const std::vector<FoundPath>> foundPaths(const Table& table, ColumnId column,
                                                         const std::stop_token& stop = {});

} // namespace idscope
