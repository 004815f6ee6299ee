#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace idscope {

/// A fast hash of bytes for tables in memory, in the manner of wyhash: 64 × 64 → 128 bit multiplications folded, 16
/// bytes a step, two steps at once in long texts. Differs between machines and seeds; never store it. O(bytes).
class ByteHash {
public:
    explicit constexpr ByteHash(std::uint64_t seed = 0)
        : seed_(seed ^ secrets[0]), key_(secrets[1] ^ fold(seed ^ secrets[0], secrets[2])) {}

    std::uint64_t operator()(std::string_view bytes) const {
        const char* at = bytes.data();
        std::size_t left = bytes.size();
        std::uint64_t state = seed_;
        if (left > 32) {
            std::uint64_t other = ~seed_;
            for (; left > 32; at += 32, left -= 32) {
                state = fold(load(at, 8) ^ key_, load(at + 8, 8) ^ state);
                other = fold(load(at + 16, 8) ^ key_ ^ secrets[2], load(at + 24, 8) ^ other);
            }
            state ^= other;
        }
        for (; left > 16; at += 16, left -= 16)
            state = fold(load(at, 8) ^ key_, load(at + 8, 8) ^ state);
        std::uint64_t low = 0;
        std::uint64_t high = 0;
        if (left >= 8) {
            low = load(at, 8);
            high = load(at + left - 8, 8);
        } else if (left >= 4) {
            low = load(at, 4);
            high = load(at + left - 4, 4);
        } else if (left > 0) {
            low = load(at, 1) | load(at + left / 2, 1) << 8U | load(at + left - 1, 1) << 16U;
        }
        return fold(secrets[2] ^ bytes.size(), fold(low ^ key_, high ^ state));
    }

private:
    static constexpr std::uint64_t secrets[] = {0xa0761d6478bd642f, 0xe7037ed1a0b428db, 0x8ebc6af09c88c6e3};

    static std::uint64_t load(const char* at, std::size_t length) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, length);
        return word;
    }
    static constexpr std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
        __extension__ using Wide = unsigned __int128;
        const Wide product = static_cast<Wide>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
    }

    std::uint64_t seed_;
    std::uint64_t key_; ///< nobody who doesn't know the seed can write a word that makes a factor 0
};

} // namespace idscope
