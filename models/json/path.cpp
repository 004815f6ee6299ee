#include "models/json/path.h"

#include <algorithm>
#include <ranges>

namespace idscope {

namespace {

using NodeList = std::vector<std::uint32_t>;

template <class... Cases>
struct Overload : Cases... {
    using Cases::operator()...;
};

/// One step of a path from a set of nodes, given and answered in document order, each node once.
class Stepper {
public:
    explicit Stepper(const JsonDocument& document) : document_(document), nodes_(document.nodes()) {}

    [[nodiscard]] NodeList operator()(const NodeList& from, const JsonPathStep& step) const {
        NodeList to;
        std::visit(Overload{
                       [&](const JsonPathKey& key) {
                           forEachChild(from, JsonKind::Object, [&](std::uint32_t child, std::uint32_t) {
                               if (jsonStringIs(document_.rawKey(nodes_[child]), key.name)) to.push_back(child);
                           });
                       },
                       [&](const JsonPathIndex& index) {
                           forEachChild(from, JsonKind::Array, [&](std::uint32_t child, std::uint32_t position) {
                               if (position == index.index) to.push_back(child);
                           });
                       },
                       [&](JsonPathAnyElement) {
                           forEachChild(from, JsonKind::Array,
                                        [&](std::uint32_t child, std::uint32_t) { to.push_back(child); });
                       },
                       [&](JsonPathAnyDepth) { to = withDescendants(from); },
                   },
                   step);
        // Children of nodes that lie within each other come out of order.
        std::ranges::sort(to);
        return to;
    }

private:
    template <class Visit>
    void forEachChild(const NodeList& parents, JsonKind kind, Visit visit) const {
        for (const std::uint32_t parent : parents) {
            if (nodes_[parent].kind != kind) continue;
            std::uint32_t position = 0;
            for (std::uint32_t child = nodes_[parent].firstChild; child != 0; child = nodes_[child].nextSibling)
                visit(child, position++);
        }
    }

    /// Nodes stand in document order, so a node's descendants follow it at once.
    [[nodiscard]] NodeList withDescendants(const NodeList& from) const {
        NodeList to;
        std::uint32_t next = 0;
        for (const std::uint32_t root : from) {
            const std::size_t end = nodes_[root].value.end();
            for (next = std::max(next, root); next < nodes_.size() && nodes_[next].value.begin < end; ++next)
                to.push_back(next);
        }
        return to;
    }

    const JsonDocument& document_;
    const std::vector<JsonNode>& nodes_;
};

/// Names that need no quotes: no sign of the filter language, and nothing that would end or split a step.
bool isPlainName(std::string_view name) {
    constexpr std::string_view special = " \t\r\n(),\"=!<>~|&`.[]\\/";
    return !name.empty() && name.find_first_of(special) == std::string_view::npos;
}

std::string nameText(std::string_view name) {
    if (isPlainName(name)) return std::string(name);
    std::string out = "\"";
    for (const char byte : name) {
        if (byte == '"' || byte == '\\') out.push_back('\\');
        out.push_back(byte);
    }
    return out + '"';
}

} // namespace

std::vector<std::uint32_t> resolve(const JsonDocument& document, const JsonPath& path) {
    if (!document.valid()) return {};
    const Stepper step(document);
    NodeList nodes{0};
    for (const JsonPathStep& next : path)
        nodes = step(nodes, next);
    return nodes;
}

std::string pathText(const JsonPath& path) {
    std::string out;
    bool afterAnyDepth = false; // `..name`: its dots serve the name too
    for (const JsonPathStep& step : path) {
        std::visit(Overload{
                       [&](const JsonPathKey& key) { out += (afterAnyDepth ? "" : ".") + nameText(key.name); },
                       [&](const JsonPathIndex& index) { out += '[' + std::to_string(index.index) + ']'; },
                       [&](JsonPathAnyElement) { out += "[*]"; },
                       [&](JsonPathAnyDepth) { out += ".."; },
                   },
                   step);
        afterAnyDepth = std::holds_alternative<JsonPathAnyDepth>(step);
    }
    return out;
}

JsonPath pathTo(const JsonDocument& document, std::uint32_t node) {
    const std::vector<JsonNode>& nodes = document.nodes();
    JsonPath path;
    for (; node != 0; node = nodes[node].parent) {
        const JsonNode& parent = nodes[nodes[node].parent];
        if (parent.kind == JsonKind::Object) {
            path.emplace_back(JsonPathKey{document.key(nodes[node])});
            continue;
        }
        std::uint32_t position = 0;
        for (std::uint32_t child = parent.firstChild; child != node; child = nodes[child].nextSibling)
            ++position;
        path.emplace_back(JsonPathIndex{position});
    }
    std::ranges::reverse(path);
    return path;
}

} // namespace idscope
