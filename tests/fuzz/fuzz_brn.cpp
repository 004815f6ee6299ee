// What must hold for any text in the place of a BRN, and for the names in a graph of such texts.

#include "models/csv/writer.h"
#include "models/items/graphnames.h"
#include "models/relations/brn.h"
#include "models/relations/shortkeys.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace idscope;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// Eight parts, the first five as they are always.
void checkBrn(std::string_view text) {
    constexpr std::array<std::string_view, 5> beginning{"brn", "bid", "balkanid", "", ""};
    const auto parts = split(text, ':');
    const bool isBrn = parts.size() == 8 && std::ranges::equal(beginning, parts | std::views::take(5)) &&
                       !parts[5].empty() && !parts[6].empty() && !parts[7].empty();
    const auto brn = parseBrn(text);
    require(brn.has_value() == isBrn);
    require(brnType(text) == (isBrn ? parts[6] : std::string_view()));
    if (brn) require(brn->tenant == parts[5] && brn->type == parts[6] && brn->key == parts[7]);
}

/// Relations from each name to the next.
TablePtr relationsOf(const std::vector<std::string_view>& names) {
    std::string csv = "Parent Entity BRN,Entity BRN\n";
    for (std::size_t i = 1; i < names.size(); ++i) {
        appendCsvCell(csv, names[i - 1]);
        csv += ',';
        appendCsvCell(csv, names[i]);
        csv += '\n';
    }
    return *loadTableFromMemory(csv, "fuzz", {.schemas = {}, .schema = &schemas::entityRelations});
}

/// What short names say is never more than the key does, and enough to tell keys of a type apart.
void checkShortNames(const RelationGraph& graph, const std::vector<NodeId>& nodes, const GraphNames& called) {
    const std::vector<std::string> names = shortKeys(graph, nodes);
    std::map<std::pair<std::string_view, std::string>, std::string_view> keys;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        require(called.name(nodes[i]) == names[i]);
        require(!called.kind(nodes[i]).contains(u'\n'));
        const auto brn = parseBrn(graph.name(nodes[i]));
        if (!brn) {
            require(names[i] == graph.name(nodes[i]));
            continue;
        }
        constexpr std::string_view more = "…";
        const bool isWhole = names[i] == brn->key;
        require(isWhole || names[i].ends_with(more));
        require(isWhole || brn->key.starts_with(names[i].substr(0, names[i].size() - more.size())));
        const auto [known, isNew] = keys.try_emplace({brn->type, names[i]}, brn->key);
        require(isNew || known->second == brn->key);
    }
}

void checkGraph(const std::vector<std::string_view>& names) {
    const TablePtr table = relationsOf(names);
    const GraphPtr graph = *relationGraph(*table);
    std::vector<NodeId> nodes;
    for (std::uint32_t value = 0; value < graph->nodeLimit(); ++value)
        if (graph->isNode(NodeId{value})) nodes.push_back(NodeId{value});
    require(nodes.size() == graph->nodeCount());
    for (const NodeId node : nodes) {
        require(graph->find(graph->name(node)) == node);
        require(graph->type(node) == brnType(graph->name(node)));
    }
    GraphNames called(table, graph, nullptr, std::make_shared<RelationPrivileges>(table));
    called.shorten(nodes);
    checkShortNames(*graph, nodes, called);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    checkBrn(text);
    const std::vector<std::string_view> names = split(text, '\n');
    for (const std::string_view name : names)
        checkBrn(name);
    checkGraph(names);
    return 0;
}
