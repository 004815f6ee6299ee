// What must hold for the JSON of any cell, whatever its bytes.

#include "models/json/json.h"
#include "models/json/path.h"
#include "models/json/secrets.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace idscope;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void checkTree(const JsonDocument& document) {
    const std::vector<JsonNode>& nodes = document.nodes();
    for (std::uint32_t node = 0; node < nodes.size(); ++node) {
        require(nodes[node].value.end() <= document.text().size());
        require(node == 0 || nodes[node].parent < node);
        std::uint32_t children = 0;
        std::uint32_t before = node;
        for (std::uint32_t child = nodes[node].firstChild; child != 0; child = nodes[child].nextSibling, ++children) {
            require(child > before && nodes[child].parent == node);
            require(nodes[child].value.begin >= nodes[node].value.begin);
            require(nodes[child].value.end() <= nodes[node].value.end());
            before = child;
        }
        require(children == nodes[node].children);
    }
}

/// What stands before a break can go on to be JSON; with the byte at the break it can't.
void checkBreak(std::string_view text, const JsonError& error) {
    require((error.byte == text.size()) == (error.problem == JsonProblem::UnexpectedEnd));
    const JsonDocument before(text.substr(0, error.byte));
    require(before.valid() || before.error()->problem == JsonProblem::UnexpectedEnd);
    if (error.byte == text.size()) return;
    const JsonDocument with(text.substr(0, error.byte + 1));
    require(with.error() && with.error()->byte == error.byte);
}

void checkValues(const JsonDocument& document) {
    constexpr std::uint32_t enough = 64; // paths cost what their siblings cost
    const auto count = std::min(static_cast<std::uint32_t>(document.nodes().size()), enough);
    for (std::uint32_t node = 0; node < count; ++node) {
        const JsonPath path = pathTo(document, node);
        require(std::ranges::binary_search(resolve(document, path), node));
        const std::string text = document.scalar(document.nodes()[node]);
        require(decodeJsonString(encodeJsonString(text)) == text);
    }
    require(resolve(document, {JsonPathAnyDepth{}}).size() == document.nodes().size());
}

void checkSecrets(const JsonDocument& document) {
    const std::string_view cell = document.text();
    const std::string once = masked(cell);
    require(masked(once) == once);
    require(once == cell || once.contains(secretDots));
    require(!document.valid() || JsonDocument(once).valid());
    std::size_t end = 0;
    for (const TextSpan& span : secretSpans(cell)) {
        require(span.begin >= end && span.end() <= cell.size());
        end = span.end();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const JsonDocument document(text);
    checkTree(document);
    if (document.valid()) {
        checkValues(document);
    } else {
        checkBreak(text, *document.error());
    }
    checkSecrets(document);
    return 0;
}
