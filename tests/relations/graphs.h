#pragma once

#include "models/relations/relationgraph.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <QtGlobal>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace idscope::test {

using Relations = std::vector<std::pair<std::string, std::string>>;

inline constexpr std::string_view relationHeader = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity "
                                                   "Type,Source System,Metadata Version,Metadata\n";

/// A cell in quotes.
inline std::string cell(std::string_view text) {
    std::string out = "\"";
    for (const char byte : text)
        out.append(byte == '"' ? 2 : 1, byte);
    return out + '"';
}

/// A row from parent to child; `privilege`, unless empty, stands in its metadata.
inline std::string relationRow(std::string_view parent, std::string_view child, std::string_view privilege = {}) {
    std::string row = "okta,2024-06-01,okta/1," + cell(parent) + ',' + cell(child) + ",connection,okta,v1,";
    if (!privilege.empty()) row += cell(R"({"privilegeName":")" + std::string(privilege) + R"("})");
    return row + '\n';
}

inline TablePtr tableFrom(const std::string& csv) {
    auto table = loadTableFromMemory(csv, "relations.csv", {.schemas = resources()});
    if (!table) qFatal("no table");
    return *table;
}

/// Of the two columns that matter alone: large ones are loaded soon, even where nothing is optimised.
inline TablePtr tableOf(const Relations& relations) {
    std::string csv = "Parent Entity BRN,Entity BRN\n";
    for (const auto& [parent, child] : relations)
        csv += cell(parent) + ',' + cell(child) + '\n';
    auto table =
        loadTableFromMemory(csv, "relations.csv", {.schemas = resources(), .schema = &schemas::entityRelations});
    if (!table) qFatal("no table");
    return *table;
}

inline GraphPtr graphOf(const Table& table) {
    auto graph = relationGraph(table);
    if (!graph) qFatal("no graph");
    return *graph;
}

inline GraphPtr graphOf(const Relations& relations) {
    return graphOf(*tableOf(relations));
}

/// The node of this name, which must be there.
inline NodeId node(const RelationGraph& graph, std::string_view name) {
    const auto found = graph.find(name);
    if (!found) qFatal("no node %s", std::string(name).c_str());
    return *found;
}

/// Names of nodes, divided by blanks.
template <class Nodes>
std::string namesOf(const RelationGraph& graph, const Nodes& nodes) {
    std::string out;
    for (const NodeId each : nodes)
        (out += out.empty() ? "" : " ") += graph.name(each);
    return out;
}

/// A BRN of the tests' tenant.
inline std::string brn(std::string_view type, std::string_view key) {
    return "brn:bid:balkanid:::01T:" + std::string(type) + ':' + std::string(key);
}

} // namespace idscope::test
