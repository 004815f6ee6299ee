#pragma once

#include "models/base/ids.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace idscope {

/// The codes of short texts seen last, a place each: a text of up to 32 bytes is four words, compared as such. For
/// columns with few values it answers without a look into their dictionary. One thread.
class ShortTexts {
public:
    static constexpr std::size_t longest = 32;
    static constexpr std::size_t places = 64;

    /// The code of a text, if it is among them, else null. O(1).
    [[nodiscard]] const Code* find(std::string_view text) const {
        if (text.size() > longest) return nullptr;
        const Key key(text);
        const Entry& entry = entries_[key.place()];
        return entry.key == key ? &entry.code : nullptr;
    }
    /// Remembers a text unless it is too long. O(1).
    void put(std::string_view text, Code code) {
        if (text.size() > longest) return;
        const Key key(text);
        entries_[key.place()] = {key, code};
    }

private:
    /// The length and words that together cover the text, overlapping where they must: equal for equal texts only.
    struct Key {
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        std::uint64_t second = 0;
        std::uint64_t lastButOne = 0;
        std::size_t length = ~std::size_t{0}; ///< of no text

        Key() = default;
        explicit Key(std::string_view text) : length(text.size()) {
            const char* begin = text.data();
            const char* end = begin + length;
            if (length >= 8) {
                first = load<8>(begin);
                last = load<8>(end - 8);
                if (length <= 16) return;
                second = load<8>(begin + 8);
                lastButOne = load<8>(end - 16);
            } else if (length >= 4) {
                first = load<4>(begin);
                last = load<4>(end - 4);
            } else if (length > 0) {
                first = load<1>(begin) | load<1>(begin + length / 2) << 8U | load<1>(end - 1) << 16U;
            }
        }
        [[nodiscard]] std::size_t place() const {
            const std::uint64_t mixed = (first ^ second) + 3 * (last ^ lastButOne) + length;
            return static_cast<std::size_t>((mixed * 0x9E3779B97F4A7C15) >> 58U); // one of 64
        }
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct Entry {
        Key key;
        Code code;
    };

    template <std::size_t bytes>
    static std::uint64_t load(const char* at) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, bytes);
        return word;
    }

    std::vector<Entry> entries_ = std::vector<Entry>(places);
};

} // namespace idscope
