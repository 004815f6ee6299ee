#include "models/items/jsoncell.h"

#include "models/json/secrets.h"

#include <algorithm>
#include <array>

namespace idscope {

namespace {

QString qString(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// The beginning of a text, not cut within a character.
std::string_view beginning(std::string_view text, std::size_t length) {
    if (text.size() <= length) return text;
    constexpr unsigned continuationMask = 0xC0;
    constexpr unsigned continuation = 0x80;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & continuationMask) == continuation)
        --length;
    return text.substr(0, length);
}

} // namespace

KeptText KeptText::of(std::string text) {
    auto kept = std::make_shared<const std::string>(std::move(text));
    const std::string_view bytes = *kept;
    return {bytes, std::move(kept)};
}

JsonCell::JsonCell(KeptText text, const std::stop_token& stop)
    : text_(std::move(text)), document_(hasTree() ? text_.bytes : std::string_view(), stop),
      secrets_(secretSpans(document_)) {
    arrange();
    findFieldLists();
    if (hasTree())
        show();
    else
        showUnparsed();
}

void JsonCell::arrange() {
    const std::vector<JsonNode>& nodes = document_.nodes();
    positions_.resize(nodes.size());
    firstSlot_.resize(nodes.size());
    secretRoot_.resize(nodes.size(), noNode);
    children_.reserve(nodes.size());
    for (std::uint32_t node = 0; node < nodes.size(); ++node) {
        if (node != 0) secretRoot_[node] = secretRoot_[nodes[node].parent];
        if (secretRoot_[node] == noNode && isSecret(secrets_, nodes[node])) secretRoot_[node] = node;
        firstSlot_[node] = static_cast<std::uint32_t>(children_.size());
        std::uint32_t position = 0;
        for (std::uint32_t child = nodes[node].firstChild; child != 0; child = nodes[child].nextSibling) {
            positions_[child] = position++;
            children_.push_back(child);
        }
        if (position <= groupSize) continue;
        firstGroup_[node] = static_cast<std::uint32_t>(groups_.size());
        for (std::uint32_t first = 0; first < position; first += groupSize)
            groups_.push_back({.node = node, .first = first, .count = std::min(groupSize, position - first)});
    }
}

void JsonCell::show() {
    const std::string whole = masked(text_.bytes);
    const std::string_view part = beginning(whole, longestShown);
    shown_ = RawText(qString(part));
    cut_ = part.size() < whole.size() || shown_.isCut();
    if (const auto error = brokenAt()) {
        const bool isMasked = !secrets_.empty() && error->byte > secrets_.front().begin;
        const bool seen = !isMasked && error->byte <= part.size();
        breakInShown_ = shown_.text().size();
        if (seen) breakInShown_ = std::min(*breakInShown_, qString(part.substr(0, error->byte)).size());
    }
}

/// Nothing is known of the text, so whatever could be a secret, or spell the word with escapes, ends what is shown.
void JsonCell::showUnparsed() {
    std::string_view part = beginning(text_.bytes, longestShown);
    const std::size_t escape = part.find("\\u");
    const bool maySpellIt = escape != std::string_view::npos || text_.bytes.contains("\"secret\"");
    if (maySpellIt) part = part.substr(0, std::min(escape, part.find("\"value\"")));
    shown_ = RawText(qString(part));
    cut_ = true;
}

std::optional<JsonError> JsonCell::brokenAt() const {
    return text_.bytes.empty() || !hasTree() ? std::nullopt : document_.error();
}

bool JsonCell::isKeyMasked(std::uint32_t node) const {
    return !document_.valid() && !secrets_.empty() && document_.nodes()[node].key.begin > secrets_.front().begin;
}

std::string JsonCell::maskedRaw(std::uint32_t node) const {
    const JsonNode& self = document_.nodes()[node];
    const std::string_view raw = document_.raw(self);
    if (document_.valid()) return secretRoot_[node] == noNode ? masked(raw) : encodeJsonString(secretDots);
    if (secrets_.empty() || secrets_.front().begin >= self.value.end()) return std::string(raw);
    const std::size_t mask = std::max(secrets_.front().begin, self.value.begin);
    return std::string(raw.substr(0, mask - self.value.begin)).append(secretDots);
}

std::optional<std::uint32_t> JsonCell::firstGroup(std::uint32_t node) const {
    const auto found = firstGroup_.find(node);
    return found == firstGroup_.end() ? std::nullopt : std::optional(found->second);
}

std::uint32_t JsonCell::member(std::uint32_t object, std::string_view key) const {
    const std::vector<JsonNode>& nodes = document_.nodes();
    for (std::uint32_t child = nodes[object].firstChild; child != 0; child = nodes[child].nextSibling)
        if (jsonStringIs(document_.rawKey(nodes[child]), key)) return child;
    return noNode;
}

bool JsonCell::isField(const JsonNode& object) const {
    constexpr std::uint32_t mostMembers = 4;
    if (object.kind != JsonKind::Object || object.children > mostMembers) return false;
    const std::vector<JsonNode>& nodes = document_.nodes();
    std::array<int, mostMembers> seen{};
    constexpr std::array<std::string_view, mostMembers> keys{"name", "key", "type", "value"};
    for (std::uint32_t child = object.firstChild; child != 0; child = nodes[child].nextSibling) {
        const auto key = std::ranges::find_if(
            keys, [&](std::string_view name) { return jsonStringIs(document_.rawKey(nodes[child]), name); });
        if (key == keys.end() || seen[static_cast<std::size_t>(key - keys.begin())]++ > 0) return false;
    }
    return seen[0] + seen[1] > 0 && seen[2] + seen[3] == 2;
}

void JsonCell::findFieldLists() {
    if (!document_.valid()) return;
    const std::vector<JsonNode>& nodes = document_.nodes();
    for (std::uint32_t node = 0; node < nodes.size(); ++node) {
        if (nodes[node].kind != JsonKind::Array || nodes[node].children == 0) continue;
        const auto first = children_.begin() + firstSlot_[node];
        const bool all = std::all_of(first, first + nodes[node].children,
                                     [&](std::uint32_t child) { return isField(nodes[child]); });
        if (all) fieldLists_.insert(node);
    }
}

JsonHits JsonCell::find(const QString& text, const std::stop_token& stop) const {
    JsonHits hits{.text = text, .nodes = {}, .raw = {}};
    if (text.isEmpty()) return hits;
    const QString& raw = shown_.text();
    for (qsizetype at = raw.indexOf(text, 0, Qt::CaseInsensitive); at >= 0 && !stop.stop_requested();
         at = raw.indexOf(text, at + text.size(), Qt::CaseInsensitive))
        hits.raw.push_back(at);
    const auto holds = [&](std::string_view bytes) { return qString(bytes).contains(text, Qt::CaseInsensitive); };
    const std::vector<JsonNode>& nodes = document_.nodes();
    for (std::uint32_t node = 0; node < nodes.size() && !stop.stop_requested(); ++node) {
        const JsonNode& self = nodes[node];
        const bool isScalar = self.kind != JsonKind::Object && self.kind != JsonKind::Array;
        const bool inSecret = secretRoot_[node] != noNode && secretRoot_[node] != node;
        const bool readable = secretRoot_[node] == noNode;
        const bool byKey = self.key.length > 0 && !inSecret && !isKeyMasked(node) && holds(document_.key(self));
        if (byKey || (readable && isScalar && holds(document_.raw(self)))) hits.nodes.push_back(node);
    }
    return hits;
}

} // namespace idscope
