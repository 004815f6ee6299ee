#include "models/base/randomhash.h"

#include <array>
#include <atomic>
#include <random>

namespace idscope {

std::uint64_t randomSeed() {
    // The system is asked once: maps are made often.
    static const std::array<std::uint64_t, 2> secrets = [] {
        std::random_device random;
        const auto next = [&] { return std::uint64_t{random()} << 32U | random(); };
        return std::array{next(), next()};
    }();
    static std::atomic<std::uint64_t> calls = 0;
    const std::array<std::uint64_t, 2> call{secrets[0], ++calls};
    return ByteHash(secrets[1])({reinterpret_cast<const char*>(call.data()), sizeof call});
}

} // namespace idscope
