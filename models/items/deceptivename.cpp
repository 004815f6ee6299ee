#include "models/items/deceptivename.h"

#include "models/base/utf8.h"
#include "models/items/displaytext.h"

#include <QChar>
#include <QString>

#include <algorithm>
#include <array>
#include <vector>

namespace idscope {

namespace {

using Script = QChar::Script;

bool turnsText(char32_t point) {
    return point == 0x061C || point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

/// Joiners, variation selectors and tags: invisible, but with a meaning in scripts and emoji that need them.
bool joins(char32_t point) {
    return point == 0x200C || point == 0x200D || (point >= 0xFE00 && point <= 0xFE0F) ||
           (point >= 0xE0020 && point <= 0xE007F) || (point >= 0xE0100 && point <= 0xE01EF);
}

/// Where a joiner has no meaning, so that it only makes another name of the same picture.
bool needsNoJoiner(char32_t before) {
    if (before == 0 || QChar::isSpace(before)) return true;
    if (!QChar::isLetter(before)) return false;
    const Script script = QChar::script(before);
    return script == QChar::Script_Latin || script == QChar::Script_Greek || script == QChar::Script_Cyrillic;
}

/// The scripts of the letters of one word.
class WordScripts {
public:
    void add(char32_t letter) {
        const Script script = QChar::script(letter);
        if (script == QChar::Script_Common || script == QChar::Script_Inherited || script == QChar::Script_Unknown)
            return;
        if (std::ranges::find(scripts_, script) == scripts_.end()) scripts_.push_back(script);
    }
    [[nodiscard]] bool areMixed() const {
        return scripts_.size() > 1 && std::ranges::none_of(together, [this](const auto& writing) {
                   return std::ranges::all_of(
                       scripts_, [&](Script script) { return std::ranges::find(writing, script) != writing.end(); });
               });
    }
    void clear() { scripts_.clear(); }

private:
    /// Scripts that are written within one word.
    static constexpr std::array<std::array<Script, 4>, 3> together{
        {{QChar::Script_Latin, QChar::Script_Han, QChar::Script_Hiragana, QChar::Script_Katakana},
         {QChar::Script_Latin, QChar::Script_Han, QChar::Script_Bopomofo, QChar::Script_Bopomofo},
         {QChar::Script_Latin, QChar::Script_Han, QChar::Script_Hangul, QChar::Script_Hangul}}};
    std::vector<Script> scripts_;
};

bool isInvisible(char32_t point, char32_t before) {
    if (point == U'\n' || point == U'\r' || point == U'\t') return false;
    if (joins(point)) return needsNoJoiner(before);
    return !shownInstead(point).isEmpty();
}

} // namespace

std::optional<Deception> deceptionOf(std::string_view name) {
    if (name.size() > longestName) return std::nullopt;
    if (std::ranges::all_of(name, [](char byte) { return byte >= ' ' && byte <= '~'; })) return std::nullopt;
    bool turned = false;
    bool invisible = false;
    bool mixed = false;
    WordScripts word;
    char32_t before = 0; ///< the character before, joiners left out
    for (std::size_t at = 0; at < name.size();) {
        const Utf8Step step = decodeUtf8(name, at);
        at += step.length;
        const char32_t point = step.codePoint;
        turned |= turnsText(point);
        invisible |= isInvisible(point, before);
        if (joins(point)) continue;
        before = point;
        if (QChar::isLetter(point)) {
            word.add(point);
        } else if (!QChar::isMark(point) && !QChar::isNumber(point) && shownInstead(point).isEmpty()) {
            word.clear(); // what is not seen parts no word
        }
        mixed |= word.areMixed();
    }
    if (turned) return Deception::TurnedText;
    if (invisible) return Deception::Invisible;
    return mixed ? std::optional(Deception::MixedScripts) : std::nullopt;
}

} // namespace idscope
