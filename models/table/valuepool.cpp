#include "models/table/valuepool.h"

#include "models/base/bytesearch.h"
#include "models/base/utf8.h"
#include "models/json/json.h"
#include "models/schema/values.h"

#include <algorithm>

namespace idscope {

namespace {

/// The byte at which the text stops being UTF-8, or its length.
std::size_t validUtf8Length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const Utf8Step step = decodeUtf8(text, at);
        if (!step.valid) break;
        at += step.length;
    }
    return at;
}

/// Whether all bytes are ASCII, and none a NUL.
bool isPlain(std::string_view text) {
    using namespace bytesearch;
    const char* const end = text.data() + text.size();
    return findMarked(
               text.data(), end, [](Word word) { return (word & high) | equalBytes(word, '\0'); },
               [](char byte) { return static_cast<signed char>(byte) <= 0; }) == end;
}

} // namespace

std::vector<Oddity> textOddities(std::string_view value) {
    std::vector<Oddity> found;
    if (isPlain(value)) return found;
    if (const std::size_t nul = value.find('\0'); nul != std::string_view::npos)
        found.push_back({NoticeKind::NulByte, nul});
    if (const std::size_t valid = validUtf8Length(value); valid != value.size())
        found.push_back({NoticeKind::InvalidUtf8, valid});
    return found;
}

std::optional<Oddity> typeOddity(const ValueRules& rules, std::string_view value) {
    if (value.empty()) return rules.requiresId ? std::optional(Oddity{NoticeKind::MissingId, 0}) : std::nullopt;
    if (rules.type == ColumnType::Json) {
        const JsonDocument document(value);
        if (document.valid()) return std::nullopt;
        return Oddity{NoticeKind::BrokenJson, document.error()->byte};
    }
    if (!isInvalid(rules.type, value)) return std::nullopt;
    return Oddity{rules.type == ColumnType::Brn ? NoticeKind::OddBrn : NoticeKind::OddValue, 0};
}

std::vector<Oddity> oddities(const ValueRules& rules, std::string_view value) {
    std::vector<Oddity> found = textOddities(value);
    if (const auto odd = typeOddity(rules, value)) found.push_back(*odd);
    return found;
}

void ValuePool::judge(Code code, std::string_view value) {
    std::vector<Oddity> found = oddities(rules_, value);
    isOdd_.push_back(!found.empty());
    if (!found.empty()) odd_.emplace(code, std::move(found));
}

} // namespace idscope
