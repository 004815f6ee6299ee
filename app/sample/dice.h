#pragma once

#include <cstdint>

namespace idscope {

/// The sample's randomness: SplitMix64, the same on every machine (the standard library's distributions are not).
class Dice {
public:
    explicit constexpr Dice(std::uint64_t seed) : state_(seed) {}

    constexpr std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// Evenly one of 0 … count - 1; count is not 0.
    constexpr std::uint32_t below(std::uint32_t count) { return scaled(half(), count); }
    /// One of 0 … count - 1, small ones far more often: the cube of an even number.
    constexpr std::uint32_t skewed(std::uint32_t count) {
        const std::uint32_t u = half();
        return scaled(scaled(scaled(u, u), u), count);
    }
    constexpr bool chance(std::uint32_t inThousand) { return below(1000) < inThousand; }

private:
    constexpr std::uint32_t half() { return static_cast<std::uint32_t>(next() >> 32); }
    static constexpr std::uint32_t scaled(std::uint32_t fraction, std::uint32_t count) {
        return static_cast<std::uint32_t>((std::uint64_t{fraction} * count) >> 32);
    }
    std::uint64_t state_;
};

} // namespace idscope
