// Answers questions about the relations of many tables in one process: for tests/relations/differential.py.
//
//   graph_driver QUESTIONS
//
// Lines of fields between tabs: `table` and a path, then questions about that table: kind, direction, limit, rows that
// may be followed (or `all`), starts and ends; names in hex. One line of answer for each question.

#include "models/relations/reach.h"
#include "models/relations/relationquality.h"
#include "models/relations/sharedaccess.h"
#include "models/relations/shortestpaths.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

using namespace idscope;

namespace {

using Fields = std::vector<std::string>;

Fields split(const std::string& text, char separator) {
    Fields parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        parts.push_back(part);
    return parts;
}

std::string toHex(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        hex += digits[code >> 4U];
        hex += digits[code & 15U];
    }
    return hex;
}

std::string fromHex(const std::string& hex) {
    std::string text;
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2)
        text += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
    return text;
}

class Driver {
public:
    explicit Driver(const std::string& file) : graph_(open(file)) {}

    std::string answer(const Fields& fields) {
        const std::string& kind = fields[0];
        const ReachQuestion walk{.starts = nodes(fields[4]),
                                 .direction = fields[1] == "up" ? Direction::Up : Direction::Down,
                                 .only = rows(fields[3])};
        if (kind == "reach") return reached(walk);
        if (kind == "paths")
            return paths(
                {.from = walk.starts, .to = nodes(fields[5]), .limit = std::stoul(fields[2]), .only = walk.only});
        if (kind == "shared") return sorted(sharedAccess(graph_, walk)->nodes);
        if (kind == "cycles") return allCycles(walk.only);
        if (kind == "orphans") return sorted(*orphans(graph_));
        return sorted(kind == "roots" ? roots(*graph_) : leaves(*graph_));
    }

private:
    static GraphPtr open(const std::string& file) {
        const auto table = loadTable({file}, {.schemas = resources()});
        return relationGraph(**table).value();
    }

    [[nodiscard]] std::vector<NodeId> nodes(const std::string& field) const {
        std::vector<NodeId> found;
        for (const std::string& hex : split(field, ','))
            found.push_back(graph_->find(fromHex(hex)).value());
        return found;
    }

    [[nodiscard]] RowSetPtr rows(const std::string& field) const {
        if (field == "all") return nullptr;
        std::vector<RowId> rows;
        for (const std::string& row : split(field, ' '))
            rows.push_back(RowId{static_cast<std::uint32_t>(std::stoul(row))});
        return std::make_shared<const RowSet>(rows, graph_->rowCount());
    }

    [[nodiscard]] std::string hex(NodeId node) const { return toHex(graph_->name(node)); }

    [[nodiscard]] std::vector<NodeId> byName(std::span<const NodeId> nodes) const {
        std::vector<NodeId> sorted(nodes.begin(), nodes.end());
        std::ranges::sort(sorted, {}, [&](NodeId node) { return graph_->name(node); });
        return sorted;
    }

    [[nodiscard]] std::string sorted(std::span<const NodeId> nodes) const {
        std::string out;
        for (const NodeId node : byName(nodes))
            out += (out.empty() ? "" : ",") + hex(node);
        return out;
    }

    [[nodiscard]] std::string reached(const ReachQuestion& question) const {
        const Reach found = reach(graph_, question).value();
        std::string out;
        for (std::uint32_t distance = 0; distance <= found.farthest(); ++distance)
            for (const NodeId node : byName(found.at(distance))) {
                out += (out.empty() ? "" : " ") + hex(node) + ':' + std::to_string(found.distance(node));
                if (const auto via = found.via(node))
                    out += ':' + hex(via->neighbour) + ':' + std::to_string(via->row.value);
            }
        return out;
    }

    [[nodiscard]] std::string paths(const PathQuestion& question) const {
        const ShortestPaths found = shortestPaths(graph_, question).value();
        std::string out = std::to_string(found.total);
        for (const auto& path : found.paths) {
            std::string names;
            for (const PathStep& step : path)
                names += (names.empty() ? "" : ",") + hex(step.node);
            out += ' ' + names;
        }
        return out;
    }

    [[nodiscard]] std::string allCycles(const RowSetPtr& only) const {
        std::vector<std::string> texts;
        const std::vector<Cycle> found = cycles(*graph_, only.get()).value();
        for (const Cycle& cycle : found)
            texts.push_back(sorted(cycle.nodes));
        std::ranges::sort(texts);
        std::string out;
        for (const std::string& text : texts)
            out += (out.empty() ? "" : " ") + text;
        return out;
    }

    GraphPtr graph_;
};

} // namespace

int main(int count, char** arguments) {
    if (count != 2) return EXIT_FAILURE;
    std::ifstream questions(arguments[1]);
    std::optional<Driver> driver;
    for (std::string line; std::getline(questions, line);) {
        Fields fields = split(line, '\t');
        if (fields[0] == "table")
            driver.emplace(fields[1]);
        else
            std::cout << driver->answer(fields) << '\n';
    }
    return EXIT_SUCCESS;
}
