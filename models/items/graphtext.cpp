#include "models/items/graphtext.h"

#include "models/csv/writer.h"

namespace idscope {

namespace {

std::string utf8(const QString& text) {
    return text.toUtf8().toStdString();
}

/// A string of DOT: `"` and `\` are escaped, so that data is never read as markup or as an escape of Graphviz.
std::string dotString(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c == '\n' || c == '\r' ? ' ' : c;
    }
    return quoted + '"';
}

void appendRow(std::string& csv, std::initializer_list<std::string> cells) {
    bool first = true;
    for (const std::string& cell : cells) {
        if (!std::exchange(first, false)) csv += ',';
        appendCsvCell(csv, cell);
    }
    csv += '\n';
}

const char* shapeOf(const QString& type) {
    if (type == u"identity") return "oval";
    if (type == u"connection") return "hexagon";
    return type == u"resource" ? "box" : "diamond";
}

/// A node's BRN, or the words of a counted one.
std::string idOf(const GraphDrawing& drawing, const RelationGraph& graph, std::uint32_t i) {
    const PictureNode& node = drawing.picture.nodes[i];
    return node.key.isFold() ? utf8(drawing.nodes[i].title) : std::string(graph.name(node.node()));
}

std::string dot(const GraphDrawing& drawing, const RelationGraph& graph) {
    std::string text = "digraph idscope {\n  rankdir=LR;\n";
    for (std::uint32_t i = 0; i < drawing.picture.nodes.size(); ++i) {
        const PictureNode& node = drawing.picture.nodes[i];
        text += "  n" + std::to_string(i) + " [shape=" + shapeOf(drawing.types[i]) +
                ", label=" + dotString(utf8(drawing.nodes[i].title));
        if (!node.key.isFold()) text += ", tooltip=" + dotString(std::string(graph.name(node.node())));
        text += "];\n";
    }
    for (std::size_t i = 0; i < drawing.picture.edges.size(); ++i) {
        const PictureEdge& edge = drawing.picture.edges[i];
        text += "  n" + std::to_string(edge.from) + " -> n" + std::to_string(edge.to) +
                " [label=" + dotString(utf8(drawing.edges[i])) + "];\n";
    }
    return text + "}\n";
}

std::string nodesCsv(const GraphDrawing& drawing, const RelationGraph& graph) {
    std::string csv = "Name,BRN,Type,Count,Column\n";
    for (std::uint32_t i = 0; i < drawing.picture.nodes.size(); ++i) {
        const PictureNode& node = drawing.picture.nodes[i];
        appendRow(csv, {utf8(drawing.nodes[i].title),
                        node.key.isFold() ? std::string() : std::string(graph.name(node.node())),
                        utf8(drawing.types[i]), std::to_string(node.members.size()), std::to_string(node.column + 1)});
    }
    return csv;
}

std::string edgesCsv(const GraphDrawing& drawing, const RelationGraph& graph) {
    std::string csv = "Parent,Child,Privilege,Relations\n";
    for (std::size_t i = 0; i < drawing.picture.edges.size(); ++i) {
        const PictureEdge& edge = drawing.picture.edges[i];
        appendRow(csv, {idOf(drawing, graph, edge.from), idOf(drawing, graph, edge.to), utf8(drawing.edges[i]),
                        std::to_string(edge.rows.size())});
    }
    return csv;
}

} // namespace

QByteArray graphText(const GraphDrawing& drawing, const RelationGraph& graph, GraphText format) {
    const std::string text = format == GraphText::Dot        ? dot(drawing, graph)
                             : format == GraphText::NodesCsv ? nodesCsv(drawing, graph)
                                                             : edgesCsv(drawing, graph);
    return QByteArray::fromStdString(text);
}

} // namespace idscope
