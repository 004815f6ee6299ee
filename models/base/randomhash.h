#pragma once

#include "models/base/hash.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>

namespace idscope {

/// A ByteHash of a random seed, for maps of texts that come from outside: no file can be made to collide in it.
class RandomHash {
public:
    RandomHash() : hash_(seed()) {}
    std::size_t operator()(std::string_view bytes) const { return hash_(bytes); }

private:
    static std::uint64_t seed() {
        std::random_device random;
        return std::uint64_t{random()} << 32U | random();
    }

    ByteHash hash_;
};

} // namespace idscope
