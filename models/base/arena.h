#pragma once

#include "models/base/mappedmemory.h"
#include "models/base/spillfile.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
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
    /// Room for so many bytes, at any address, to be filled before more is asked for. Amortised O(1).
    char* room(std::size_t size) {
        if (size > left_)
            if (char* const apart = place(size)) return apart;
        left_ -= size;
        return std::exchange(next_, next_ + size);
    }

    /// Hands what is full to a file, whenever more room is made from now on, as long as that takes it. Null: no more.
    void spillTo(std::shared_ptr<SpillFile> file) { file_ = std::move(file); }

    /// Bytes of memory held; what a file has taken is none.
    [[nodiscard]] std::size_t bytes() const { return made_ - spilled_; }

private:
    static constexpr std::size_t smallest = 256;
    static constexpr std::size_t largest = MappedMemory::unit;
    static constexpr std::size_t spillable = largest / 4; ///< chunks from here on have their own pages

    /// A chunk of its own for what is large for a chunk; else null, and another chunk is the current one.
    char* place(std::size_t wanted) {
        const std::size_t usual = std::clamp(made_, smallest, largest);
        const bool apart = wanted > usual / 4;
        if (!apart) {
            if (!current_.empty()) full_.push_back(std::exchange(current_, {}));
            next_ = nullptr;
            left_ = 0;
        }
        spill();
        const std::span<char> chunk = make(apart ? wanted : usual);
        if (apart) {
            if (chunk.size() >= spillable) full_.push_back(chunk); // by the time it can be spilled
            return chunk.data();
        }
        if (chunk.size() >= spillable) current_ = chunk;
        left_ = usual;
        next_ = chunk.data();
        return nullptr;
    }

    std::span<char> make(std::size_t size) {
        const auto chunk =
            size < spillable ? std::span(small_.emplace_back(std::make_unique_for_overwrite<char[]>(size)).get(), size)
                             : large_.emplace_back(size).bytes();
        made_ += chunk.size();
        return chunk;
    }

    void spill() {
        if (!file_) return;
        for (const std::span<char> chunk : std::exchange(full_, {})) {
            if (!file_->take(chunk)) return file_.reset();
            spilled_ += chunk.size();
        }
    }

    std::vector<std::unique_ptr<char[]>> small_;
    std::vector<MappedMemory> large_;
    std::span<char> current_;           ///< the chunk in use, if it is large
    std::vector<std::span<char>> full_; ///< other large ones that no file has taken
    char* next_ = nullptr;
    std::size_t left_ = 0;
    std::size_t made_ = 0;
    std::size_t spilled_ = 0;
    std::shared_ptr<SpillFile> file_;
};

} // namespace idscope
