#pragma once

#include "models/base/hash.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace idscope {

/// Nobody outside this process knows it; each call gives another, as good as surely. Any thread. Throws
/// std::runtime_error where the system has no random numbers.
std::uint64_t randomSeed();

/// A ByteHash of a random seed, for maps of what comes from outside, texts or pairs of codes: no file can be made to
/// collide in it.
class RandomHash {
public:
    RandomHash() : hash_(randomSeed()) {}
    std::size_t operator()(std::string_view bytes) const { return hash_(bytes); }
    std::size_t operator()(std::uint64_t word) const {
        return hash_({reinterpret_cast<const char*>(&word), sizeof word});
    }

private:
    ByteHash hash_;
};

} // namespace idscope
