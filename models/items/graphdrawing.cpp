#include "models/items/graphdrawing.h"

#include "models/items/displaytext.h"
#include "models/words/namewords.h"
#include "models/words/words.h"

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 80;
constexpr qsizetype longestPrivilege = 24;

NodeWords wordsOf(const PictureNode& node, const GraphNames& names, const RelationGraph& graph) {
    if (node.key.isFold())
        return {words::entities(node.key.type, node.members.size()), words::openAsTable(), words::foldTip(), {}};
    const std::string name = names.name(node.node());
    NodeWords w{displayText(name, longestTitle).text, names.kind(node.node()), {}, {}};
    auto deception = deceptionOf(name);
    if (!deception) deception = deceptionOf(graph.name(node.node()));
    if (deception) w.warning = words::sentence(*deception);
    w.tip = w.title + u'\n' + displayText(graph.name(node.node())).text + u'\n' + w.kind;
    w.tip +=
        u'\n' + words::degrees(graph.degree(node.node(), Direction::Up), graph.degree(node.node(), Direction::Down));
    if (!w.warning.isEmpty()) w.tip += u'\n' + w.warning;
    return w;
}

LayoutQuestion layoutQuestion(const GraphDrawing& drawing, const GraphMeasure& measure, const GraphDrawing* before) {
    LayoutQuestion question;
    const Picture& picture = drawing.picture;
    for (std::uint32_t i = 0; i < picture.nodes.size(); ++i) {
        LayoutNode node{.column = picture.nodes[i].column, .width = measure.node(drawing.nodes[i])};
        if (before != nullptr)
            if (const auto was = before->picture.find(picture.nodes[i].key)) node.y = before->layout.nodes[*was].y;
        question.nodes.push_back(node);
    }
    for (std::size_t i = 0; i < picture.edges.size(); ++i)
        question.edges.push_back({picture.edges[i].from, picture.edges[i].to,
                                  drawing.edges[i].isEmpty() ? 0 : measure.edge(drawing.edges[i])});
    for (const words::ColumnHead& head : drawing.heads)
        question.heads.push_back(measure.head(head));
    if (before == nullptr) return question;
    const int shift = picture.firstLayer - before->picture.firstLayer; // columns that went at the left
    const int count = static_cast<int>(before->layout.columns.size());
    for (int c = shift; c < count; ++c)
        question.columns.push_back(c >= 0 ? std::optional(before->layout.columns[static_cast<std::size_t>(c)])
                                          : std::nullopt);
    return question;
}

} // namespace

QString privilegeText(const SharedPrivilege& privilege) {
    const QString first = displayText(privilege.first, longestPrivilege).text;
    if (privilege.others == 0 || first.isEmpty()) return first;
    return first + u" +"_s + words::number(privilege.others);
}

GraphDrawingPtr makeDrawing(Picture picture, const GraphAnswer& answer, std::span<const NodeId> found,
                            GraphNames& names, const GraphMeasure& measure, const GraphDrawing* before) {
    const RelationGraph& graph = *answer.graph;
    auto drawing = std::make_shared<GraphDrawing>();
    drawing->picture = std::move(picture);
    drawing->leftOut = drawing->picture.without(found);
    std::vector<NodeId> drawn;
    for (const PictureNode& node : drawing->picture.nodes)
        if (!node.key.isFold()) drawn.push_back(node.node());
    names.shorten(drawn);
    for (const PictureNode& node : drawing->picture.nodes) {
        drawing->nodes.push_back(wordsOf(node, names, graph));
        drawing->types.push_back(
            words::fromUtf8(node.key.isFold() ? std::string_view(node.key.type) : graph.type(node.node())));
    }
    for (const PictureEdge& edge : drawing->picture.edges)
        drawing->edges.push_back(privilegeText(names.privileges().of(edge.rows)));
    drawing->heads = words::columnHeads(drawing->picture, drawing->types, answer);
    drawing->layout = layOut(layoutQuestion(*drawing, measure, before));
    return drawing;
}

} // namespace idscope
