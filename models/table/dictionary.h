#pragma once

#include "models/base/arena.h"
#include "models/base/hash.h"
#include "models/base/ids.h"
#include "models/base/largepages.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace idscope {

/// The distinct values of one or more columns, each copied once into an arena; codes count up in order of first
/// appearance.
///
/// One thread interns; any number of threads read codes that were published to them (through a Table) without locks:
/// values and their addresses never move. Values are the cell's bytes after CSV unquoting, not necessarily valid UTF-8.
class Dictionary {
public:
    /// `seed` varies the hash, so that no file can be made to collide in it.
    explicit Dictionary(std::uint64_t seed = 0) : hash_(seed) {}
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    /// The code of `value`, new if unseen. Amortised O(bytes). The owner's thread only. Throws std::bad_alloc, and
    /// std::length_error beyond 2^32 - 2 distinct values.
    Code intern(std::string_view value) { return intern(value, hash(value)); }

    /// The same in steps, for many values at a time: between its steps each waits for memory while the others go on.
    /// Hash all, each with a warmSlot() at once, then warmValue() for all, then intern each. The owner's thread only.
    /// Dictionaries of the same seed give the same hashes. warmValue() takes the size of the value that is looked for.
    [[nodiscard]] std::uint32_t hash(std::string_view value) const { return static_cast<std::uint32_t>(hash_(value)); }
    void warmSlot(std::uint32_t hash) const {
        if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
    }
    // Not inlined, g++ takes it for a function without effect, and does not call it.
    [[gnu::always_inline]] void warmValue(std::uint32_t hash, std::size_t size) const {
        const Slot* slot = likelySlot(hash);
        if (slot == nullptr) return;
        constexpr std::size_t cacheLine = 64;
        const std::size_t warmed = std::min(size, 4 * cacheLine);
        const char* const begin = slot->kept - sizeof(std::size_t);
        for (std::size_t at = 0; at < warmed + sizeof(std::size_t); at += cacheLine)
            __builtin_prefetch(begin + at);
        __builtin_prefetch(begin + warmed + sizeof(std::size_t) - 1);
    }
    Code intern(std::string_view value, std::uint32_t hash);

    /// The next code for a value that is not copied, and is not found: for values that are known to differ, and live as
    /// long as `owner` of keepAlive(). O(1). Nothing may be interned beside them.
    Code adopt(std::string_view value) { return append(value); }
    void keepAlive(std::shared_ptr<const void> owner) { owner_ = std::move(owner); }

    /// Hands values to a file, those there are and those to come: see Arena. Their addresses stay.
    void spillTo(std::shared_ptr<SpillFile> file) { arena_.spillTo(std::move(file)); }
    /// Bytes of values in memory, not in a file.
    [[nodiscard]] std::size_t valueBytes() const { return arena_.bytes(); }

    /// Gives back what only interning needs. Nothing may be interned afterwards, and is found no more.
    void settle() {
        LargeVector<Slot>().swap(slots_);
        arena_.spillTo(nullptr);
    }

    /// The value of a published code. O(1), any thread; the view lives as long as the dictionary.
    [[nodiscard]] std::string_view at(Code code) const {
        const Place place(code.value);
        return segments_[place.segment].data()[place.index]; // not its size, which its owner may be changing
    }

    /// Distinct values interned so far; the owner's thread only. Readers use Table::distinct().
    [[nodiscard]] std::size_t size() const { return size_; }

    /// The code of a value if it was interned; the owner's thread only, O(bytes).
    [[nodiscard]] bool find(std::string_view value, Code& code) const { return find(value, hash(value), code); }
    [[nodiscard]] bool find(std::string_view value, std::uint32_t hash, Code& code) const;

    /// Bytes of memory held; the owner's thread only.
    [[nodiscard]] std::size_t bytes() const;

private:
    /// Where the value of a code lies: segment k + 1 holds twice as many as segment k, so that a table of fixed size
    /// leads to every code, and neither it nor a segment ever moves.
    struct Place {
        static constexpr unsigned firstBits = 4;
        static constexpr unsigned segments = 33 - firstBits;
        unsigned segment;
        std::size_t index;

        explicit constexpr Place(std::uint32_t code) {
            const std::uint64_t shifted = std::uint64_t{code} + capacity(0);
            segment = static_cast<unsigned>(std::bit_width(shifted)) - firstBits - 1;
            index = static_cast<std::size_t>(shifted - capacity(segment));
        }
        static constexpr std::size_t capacity(unsigned segment) { return std::size_t{1} << (segment + firstBits); }
    };
    /// Open addressing, linear probing: half of the hash, which also gives the slot, the code + 1 (0: free), and where
    /// the value is kept, its size before it.
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t codePlusOne = 0;
        const char* kept = nullptr;

        [[nodiscard]] bool holds(std::string_view value) const {
            std::size_t size = 0;
            std::memcpy(&size, kept - sizeof size, sizeof size);
            return size == value.size() && (size == 0 || std::memcmp(kept, value.data(), size) == 0);
        }
    };

    /// The first slot of this hash, nearly always that of the value looked for; null: there is none.
    [[nodiscard]] const Slot* likelySlot(std::uint32_t hash) const {
        if (slots_.empty()) return nullptr;
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
            const Slot& slot = slots_[at];
            if (slot.codePlusOne == 0) return nullptr;
            if (slot.hash == hash) return &slot;
        }
    }
    [[nodiscard]] std::size_t slotOf(std::string_view value, std::uint32_t hash) const;
    Code append(std::string_view kept);
    const char* keep(std::string_view value);
    void growSlots();

    ByteHash hash_;
    std::size_t size_ = 0;
    LargeVector<Slot> slots_;
    std::array<LargeVector<std::string_view>, Place::segments> segments_;
    Arena arena_;
    std::shared_ptr<const void> owner_; ///< of adopted values
};

} // namespace idscope
