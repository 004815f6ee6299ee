#include "models/relations/shortkeys.h"

#include "models/base/stoppablesort.h"
#include "models/base/utf8.h"
#include "models/relations/brn.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace idscope {

namespace {

struct Key {
    std::string_view type;
    std::string_view text;
    std::size_t place; ///< in the answer
};

std::size_t commonBeginning(const Key& a, const Key& b) {
    if (a.type != b.type) return 0;
    return static_cast<std::size_t>(std::ranges::mismatch(a.text, b.text).in1 - a.text.begin());
}

/// The first bytes, at least so many, up to the end of a character.
std::string_view beginning(std::string_view text, std::size_t least) {
    std::size_t at = 0;
    while (at < text.size() && at < least)
        at += decodeUtf8(text, at).length;
    return text.substr(0, at);
}

} // namespace

std::vector<std::string> shortKeys(const RelationGraph& graph, std::span<const NodeId> nodes, std::size_t least,
                                   const std::stop_token& stop) {
    std::vector<std::string> texts(nodes.size());
    std::vector<Key> keys;
    for (std::size_t i = 0; i < nodes.size() && !stop.stop_requested(); ++i) {
        const std::string_view name = graph.name(nodes[i]);
        if (const auto brn = parseBrn(name))
            keys.push_back({brn->type, brn->key, i});
        else
            texts[i] = name;
    }
    sortUntilStopped(std::span(keys), stop,
                     [](const Key& a, const Key& b) { return std::tie(a.type, a.text) < std::tie(b.type, b.text); });
    // Whatever a key has in common with any other, it has with one of its neighbours in this order.
    for (std::size_t i = 0; i < keys.size() && !stop.stop_requested(); ++i) {
        std::size_t common = 0;
        if (i > 0) common = commonBeginning(keys[i - 1], keys[i]);
        if (i + 1 < keys.size()) common = std::max(common, commonBeginning(keys[i], keys[i + 1]));
        const std::string_view shown = beginning(keys[i].text, std::max(least, common + 1));
        texts[keys[i].place] = std::string(shown) + (shown.size() < keys[i].text.size() ? "…" : "");
    }
    return texts;
}

} // namespace idscope
