#include "models/json/secrets.h"

#include <algorithm>

namespace idscope {

namespace {

/// In valid JSON the word may be spelt with \u escapes.
bool mayHoldSecret(std::string_view cell) {
    return cell.contains("secret") || cell.contains("\\u");
}

bool hasKey(const JsonDocument& document, const JsonNode& node, std::string_view name) {
    return jsonStringIs(document.rawKey(node), name);
}

template <class Visit>
void forEachChild(const JsonDocument& document, const JsonNode& parent, Visit visit) {
    const std::vector<JsonNode>& nodes = document.nodes();
    for (std::uint32_t child = parent.firstChild; child != 0; child = nodes[child].nextSibling)
        visit(nodes[child]);
}

bool holdsCredential(const JsonDocument& document, const JsonNode& object) {
    bool secret = false;
    forEachChild(document, object, [&](const JsonNode& child) {
        secret = secret || (child.kind == JsonKind::String && hasKey(document, child, "type") &&
                            jsonStringIs(document.raw(child), "secret"));
    });
    return secret;
}

/// In a valid document, the outermost alone where secrets nest.
std::vector<TextSpan> secretValues(const JsonDocument& document) {
    std::vector<TextSpan> spans;
    for (const JsonNode& node : document.nodes()) {
        if (node.kind != JsonKind::Object || !holdsCredential(document, node)) continue;
        forEachChild(document, node, [&](const JsonNode& child) {
            if (hasKey(document, child, "value")) spans.push_back(child.value);
        });
    }
    std::ranges::sort(spans, {}, &TextSpan::begin);
    std::size_t covered = 0;
    std::erase_if(spans, [&](const TextSpan& span) {
        const bool inside = span.end() <= covered;
        covered = std::max(covered, span.end());
        return inside;
    });
    return spans;
}

std::string replaced(std::string_view cell, std::span<const TextSpan> spans, std::string_view replacement) {
    std::string out;
    out.reserve(cell.size());
    std::size_t kept = 0;
    for (const TextSpan& span : spans) {
        out.append(cell, kept, span.begin - kept);
        out.append(replacement);
        kept = span.end();
    }
    return out.append(cell, kept);
}

} // namespace

std::vector<TextSpan> secretSpans(std::string_view cell, const std::stop_token& stop) {
    if (!mayHoldSecret(cell)) return {};
    return secretSpans(JsonDocument(cell, stop));
}

std::vector<TextSpan> secretSpans(const JsonDocument& document) {
    const std::string_view cell = document.text();
    if (!mayHoldSecret(cell)) return {};
    if (document.valid()) return secretValues(document);
    if (!cell.contains("\"secret\"")) return {};
    const std::size_t begin = cell.find("\"value\"");
    if (begin == std::string_view::npos) return {};
    return {{begin, cell.size() - begin}};
}

bool isSecret(std::span<const TextSpan> secrets, const JsonNode& node) {
    const auto span = std::ranges::upper_bound(secrets, node.value.begin, {}, &TextSpan::end);
    if (span == secrets.end()) return false;
    const bool container = node.kind == JsonKind::Object || node.kind == JsonKind::Array;
    return container ? span->begin <= node.value.begin : span->begin < node.value.end();
}

std::string masked(std::string_view cell) {
    return masked(cell, secretSpans(cell));
}

std::string masked(std::string_view cell, std::span<const TextSpan> secrets) {
    if (secrets.empty()) return std::string(cell);
    // In malformed text the one span reaches to the end; in JSON a value is a token that something follows.
    if (secrets.front().end() == cell.size()) return replaced(cell, secrets, secretDots);
    return replaced(cell, secrets, encodeJsonString(secretDots));
}

std::string unmatchable(std::string_view cell) {
    return replaced(cell, secretSpans(cell), "\xFF");
}

} // namespace idscope
