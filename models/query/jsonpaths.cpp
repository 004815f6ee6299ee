#include "models/query/jsonpaths.h"

#include "models/json/json.h"
#include "models/json/secrets.h"
#include "models/query/operandvalues.h"

#include <algorithm>
#include <deque>
#include <map>
#include <string>
#include <utility>

namespace idscope {

namespace {

using Paths = std::vector<FoundPath>;

/// Every path seen so far, each as a step behind another. The cells must outlive it.
class PathTree {
public:
    /// Takes in a cell that so many rows have. Where a secret begins a path ends: keys in it are secret, too.
    void add(const JsonDocument& document, std::uint32_t rows) {
        const std::vector<JsonNode>& nodes = document.nodes();
        const std::vector<TextSpan> secrets = secretSpans(document);
        at_.assign(nodes.size(), root);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const JsonNode& node = nodes[i];
            const JsonNode& parent = nodes[node.parent];
            if (i > 0) at_[i] = isSecret(secrets, parent) ? none : step(at_[node.parent], parent.kind, document, node);
            if (at_[i] == none) continue;
            const bool isContainer = node.kind == JsonKind::Object || node.kind == JsonKind::Array;
            const bool leadsOn = isContainer && !isSecret(secrets, node);
            if (leadsOn || std::exchange(steps_[at_[i]].cell, cells_ + 1) == cells_ + 1) continue;
            steps_[at_[i]].rows += rows;
        }
        ++cells_;
    }

    [[nodiscard]] Paths paths() const {
        Paths all;
        for (std::uint32_t i = root + 1; i < steps_.size(); ++i)
            if (steps_[i].rows > 0) all.push_back({.path = pathOf(i), .rows = steps_[i].rows});
        return all;
    }

private:
    static constexpr std::uint32_t root = 0;
    static constexpr std::uint32_t none = 0xFFFFFFFF; ///< beyond what is told
    /// The name of an element of an array: no key has it, for it is no token.
    static constexpr std::string_view element = "*";

    struct Step {
        std::uint32_t before = 0;
        std::string_view token; ///< of a key, with its quotes; or `element`
        std::uint32_t rows = 0;
        std::uint64_t cell = 0; ///< number of the last cell counted, from 1
    };

    std::uint32_t step(std::uint32_t before, JsonKind parent, const JsonDocument& document, const JsonNode& node) {
        if (before == none) return none;
        std::string_view token = parent == JsonKind::Array ? element : document.rawKey(node);
        // The same name may be written with escapes.
        if (token.contains('\\')) token = escaped_.emplace_back(encodeJsonString(decodeJsonString(token)));
        const auto found = known_.find({before, token});
        if (found != known_.end()) return found->second;
        if (steps_.size() > maximumFoundPaths) return none;
        const auto number = static_cast<std::uint32_t>(steps_.size());
        steps_.push_back({.before = before, .token = token});
        known_.emplace(std::pair(before, token), number);
        return number;
    }

    [[nodiscard]] JsonPath pathOf(std::uint32_t number) const {
        JsonPath path;
        for (; number != root; number = steps_[number].before) {
            const std::string_view token = steps_[number].token;
            if (token == element)
                path.emplace_back(JsonPathAnyElement{});
            else
                path.emplace_back(JsonPathKey{decodeJsonString(token)});
        }
        std::ranges::reverse(path);
        return path;
    }

    std::vector<Step> steps_{1};
    std::map<std::pair<std::uint32_t, std::string_view>, std::uint32_t> known_;
    std::deque<std::string> escaped_;
    std::vector<std::uint32_t> at_; ///< per node of the cell at hand
    std::uint64_t cells_ = 0;
};

} // namespace

std::shared_ptr<const Paths> foundPaths(const Table& table, ColumnId column, const std::stop_token& stop) {
    const std::string name = "paths " + std::to_string(column.value);
    if (auto known = table.memo().find<Paths>(name)) return known;
    const std::vector<std::uint32_t> rows = countCodes(table, column);
    PathTree tree;
    for (std::uint32_t code = 0; code < rows.size(); ++code) {
        if (stop.stop_requested()) return nullptr;
        const JsonDocument document(table.value(column, Code{code}), stop);
        if (rows[code] > 0 && document.valid()) tree.add(document, rows[code]);
    }
    if (stop.stop_requested()) return nullptr; // the last cell may not be read whole
    auto paths = std::make_shared<const Paths>(tree.paths());
    table.memo().keep(name, paths, paths->size() * sizeof(FoundPath));
    return paths;
}

} // namespace idscope
