#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace idscope {

/// Copies of byte strings that never move and live as long as the arena. Chunks grow with what they hold, so that
/// thousands of small arenas cost little. One thread writes; copies may be read by any.
class Arena {
public:
    /// A copy of `bytes`. Amortised O(bytes).
    std::string_view copy(std::string_view bytes) {
        if (bytes.empty()) return {};
        char* const to = bytes.size() <= left_ ? next_ : place(bytes.size());
        if (to == next_) {
            next_ += bytes.size();
            left_ -= bytes.size();
        }
        std::memcpy(to, bytes.data(), bytes.size());
        return {to, bytes.size()};
    }

    /// Bytes of memory held.
    [[nodiscard]] std::size_t bytes() const { return held_; }

private:
    static constexpr std::size_t smallest = 256;
    static constexpr std::size_t largest = std::size_t{1} << 20U;

    char* place(std::size_t wanted) {
        const std::size_t usual = std::clamp(held_, smallest, largest);
        // What is large for a chunk gets one of its own size; the current one stays in use.
        const bool apart = wanted > usual / 4;
        chunks_.push_back(std::make_unique_for_overwrite<char[]>(apart ? wanted : usual));
        held_ += apart ? wanted : usual;
        if (apart) return chunks_.back().get();
        left_ = usual;
        return next_ = chunks_.back().get();
    }

    std::vector<std::unique_ptr<char[]>> chunks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
    std::size_t held_ = 0;
};

} // namespace idscope
