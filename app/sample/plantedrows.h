#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace idscope {

/// A row of the relations that tells a story or is odd on purpose (stories.h).
struct PlantedRow {
    std::string_view app;
    std::string_view timestamp;
    std::string_view parent;
    std::string_view child;
    std::string_view entityType;
    std::string_view metadata; ///< not yet quoted for CSV
};

/// A group of a story that `size` of the app's ordinary identities are in.
struct PlantedCrowd {
    std::string_view app;
    std::string_view group; ///< BRN
    std::uint32_t size = 0;
};

std::span<const PlantedRow> plantedRows();
std::span<const PlantedCrowd> plantedCrowds();

} // namespace idscope
