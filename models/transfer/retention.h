#pragma once

#include <cstdint>

namespace idscope {

/// Which fetched snapshots are kept. What was opened by hand, or is open, is kept whatever the rule.
struct Retention {
    enum class Kind : std::uint8_t {
        Everything,
        Newest, ///< the newest `count` of each resource and integration
        Days,   ///< those fetched within the last `count` days
    };
    Kind kind = Kind::Everything;
    int count = 0;
    friend bool operator==(const Retention&, const Retention&) = default;
};

} // namespace idscope
