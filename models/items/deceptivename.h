#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace idscope {

/// How a name can pass for another.
enum class Deception : std::uint8_t {
    TurnedText,   ///< a character that turns the direction in which text reads
    Invisible,    ///< a character that draws nothing, or is a control
    MixedScripts, ///< letters of scripts within one word that nobody writes in one: a Cyrillic а among Latin ones
};

/// What FlagRole answers for a cell that holds one and is not odd otherwise: no NoticeKind.
inline constexpr int deceptiveNameFlag = -1;

/// Names have at most this many bytes; longer texts are none.
inline constexpr std::size_t longestName = 1024;

/// The first kind of Deception, in their order, that a name holds. Line breaks and tabs are none, nor is what joins
/// emoji, or letters of scripts that need it. Words may mix Latin with Han and the scripts of Japanese, Korean or
/// Bopomofo (what Unicode TS #39 calls highly restrictive, by words). O(bytes).
std::optional<Deception> deceptionOf(std::string_view name);

} // namespace idscope
