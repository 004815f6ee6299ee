#pragma once

#include "models/base/largepages.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace idscope {

/// Copies of byte strings that never move and live as long as the arena. Chunks grow with what they hold, so that
/// thousands of small arenas cost little. One thread writes; copies may be read by any.
class Arena {
public:
    /// A copy of `bytes`. Amortised O(bytes).
    std::string_view copy(std::string_view bytes) {
        if (bytes.empty()) return {};
        char* const to = room(bytes.size());
        std::memcpy(to, bytes.data(), bytes.size());
        return {to, bytes.size()};
    }
    /// Room for so many bytes, at any address. Amortised O(1).
    char* room(std::size_t size) {
        char* const to = size <= left_ ? next_ : place(size);
        if (to == next_) {
            next_ += size;
            left_ -= size;
        }
        return to;
    }

    /// Bytes of memory held.
    [[nodiscard]] std::size_t bytes() const { return held_; }

private:
    static constexpr std::size_t smallest = 256;
    static constexpr std::size_t largest = std::size_t{2} << 20U;

    char* place(std::size_t wanted) {
        const std::size_t usual = std::clamp(held_, smallest, largest);
        // What is large for a chunk gets one of its own size; the current one stays in use.
        const bool apart = wanted > usual / 4;
        Chunk& chunk = chunks_.emplace_back(apart ? wanted : usual);
        held_ += chunk.size;
        if (apart) return chunk.bytes;
        left_ = usual;
        return next_ = chunk.bytes;
    }

    struct Chunk {
        explicit Chunk(std::size_t count) : bytes(LargePages<char>().allocate(count)), size(count) {}
        Chunk(Chunk&& other) noexcept
            : bytes(std::exchange(other.bytes, nullptr)), size(std::exchange(other.size, 0)) {}
        Chunk& operator=(Chunk&&) = delete;
        ~Chunk() {
            if (bytes != nullptr) LargePages<char>().deallocate(bytes, size);
        }

        char* bytes;
        std::size_t size;
    };

    std::vector<Chunk> chunks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
    std::size_t held_ = 0;
};

} // namespace idscope
