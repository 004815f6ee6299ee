#include "models/base/wordstart.h"

#include "models/base/casefold.h"

#include <string>

namespace idscope {

namespace {

/// Beyond ASCII, all are small.
enum class Letter : unsigned char { Sign, Digit, Capital, Small };

Letter letterOf(char byte) {
    if (byte >= '0' && byte <= '9') return Letter::Digit;
    if (byte >= 'A' && byte <= 'Z') return Letter::Capital;
    const bool isSmall = byte >= 'a' && byte <= 'z';
    return isSmall || static_cast<unsigned char>(byte) >= 0x80 ? Letter::Small : Letter::Sign;
}

bool beginsWord(std::string_view name, std::size_t at) {
    const Letter before = at == 0 ? Letter::Sign : letterOf(name[at - 1]);
    if (before == Letter::Sign) return true;
    const Letter here = letterOf(name[at]);
    if (here == Letter::Digit) return before != Letter::Digit;
    // The last of several capitals begins a word with the small letters behind it: "HTTPServer".
    const bool leads = at + 1 < name.size() && letterOf(name[at + 1]) == Letter::Small;
    return here == Letter::Capital && (before != Letter::Capital || leads);
}

} // namespace

std::optional<std::size_t> wordStart(std::string_view folded, std::string_view name) {
    const std::string text = foldedCase(name);
    // Folding may change how many bytes there are; then only the beginning is known to be one.
    const bool samePlaces = text.size() == name.size();
    for (std::size_t at = text.find(folded); at != std::string::npos; at = text.find(folded, at + 1)) {
        if (at > 0 && !samePlaces) return std::nullopt;
        if (at < name.size() && beginsWord(name, at)) return at;
    }
    return std::nullopt;
}

} // namespace idscope
