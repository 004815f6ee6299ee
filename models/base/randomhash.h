#pragma once

#include "models/base/hash.h"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>

namespace idscope {

/// A ByteHash of a random seed, for maps of what comes from outside, texts or pairs of codes: no file can be made to
/// collide in it.
class RandomHash {
public:
    RandomHash() : hash_(seed()) {}
    std::size_t operator()(std::string_view bytes) const { return hash_(bytes); }
    std::size_t operator()(std::uint64_t word) const {
        return hash_({reinterpret_cast<const char*>(&word), sizeof word});
    }

private:
    static std::uint64_t seed() {
        std::random_device random;
        return std::uint64_t{random()} << 32U | random();
    }

    ByteHash hash_;
};

} // namespace idscope
