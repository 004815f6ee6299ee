#include "models/items/graphtable.h"

#include "models/base/utf8.h"
#include "models/csv/writer.h"
#include "models/schema/graphresult.h"
#include "models/table/loader.h"

#include <unordered_map>

namespace idscope {

namespace {

void appendRow(std::string& csv, std::initializer_list<std::string_view> cells) {
    bool first = true;
    for (const std::string_view cell : cells) {
        if (!std::exchange(first, false)) csv += ',';
        appendCsvCell(csv, cell);
    }
    csv += '\n';
}

/// The words of ways: "contractors-emea › platform-eng". A node may stand in the way to any number of others, so that
/// its name is asked for once and cut.
class Ways {
public:
    explicit Ways(const GraphNames& names) : names_(names) {}

    std::string text(const std::vector<NodeId>& way, bool cut) {
        std::string text = cut ? "… › " : "";
        for (std::size_t i = 0; i < way.size(); ++i)
            (text += i > 0 ? " › " : "") += name(way[i]);
        return text;
    }

private:
    static constexpr std::size_t longestName = 80; ///< characters

    const std::string& name(NodeId node) {
        const auto [known, isNew] = known_.try_emplace(node);
        if (isNew) known->second = cutName(names_.name(node));
        return known->second;
    }

    static std::string cutName(std::string name) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < longestName && at < name.size(); ++i)
            at += decodeUtf8(name, at).length;
        if (at < name.size()) name.replace(at, std::string::npos, "…");
        name.shrink_to_fit();
        return name;
    }

    const GraphNames& names_;
    std::unordered_map<NodeId, std::string> known_;
};

/// The nodes that rows and their ways name, each once.
std::vector<NodeId> namedNodes(const RelationGraph& graph, const std::vector<AnswerNode>& rows,
                               const std::stop_token& stop) {
    std::vector<bool> isNamed(graph.nodeLimit());
    for (const AnswerNode& row : rows) {
        if (stop.stop_requested()) return {};
        isNamed[row.node.value] = true;
        for (const NodeId node : row.via)
            isNamed[node.value] = true;
    }
    std::vector<NodeId> nodes;
    for (std::uint32_t node = 0; node < graph.nodeLimit(); ++node)
        if (isNamed[node]) nodes.push_back(NodeId{node});
    return nodes;
}

} // namespace

TablePtr graphTable(const GraphAnswer& answer, const std::vector<AnswerNode>& nodes, GraphNames& names,
                    const std::stop_token& stop) {
    names.shorten(namedNodes(*answer.graph, nodes, stop), stop);
    Ways ways(names);
    std::string csv;
    appendRow(csv, {"Name", "BRN", "Type", "Distance", "Via", "Privilege", "App"});
    for (const AnswerNode& found : nodes) {
        if (stop.stop_requested()) return nullptr;
        // The start is known: the way is what lies between.
        std::vector<NodeId> between = found.via;
        const bool cut = between.size() < found.distance.value_or(0);
        if (!cut && !between.empty()) between.erase(between.begin());
        appendRow(csv, {names.name(found.node), answer.graph->name(found.node), answer.graph->type(found.node),
                        found.distance ? std::to_string(*found.distance) : std::string(), ways.text(between, cut),
                        found.relation ? names.privileges().of(*found.relation) : std::string_view(),
                        names.app(found.node, found.relation)});
    }
    auto table =
        loadTableFromMemory(csv, "graph", {.schemas = schemas::graphResultList, .schema = &schemas::graphResult}, stop);
    return table ? *table : nullptr;
}

} // namespace idscope
