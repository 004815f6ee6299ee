#include "models/items/displaytext.h"
#include "models/relations/answernodes.h"
#include "models/relations/neighbours.h"
#include "models/words/graphwords.h"
#include "models/words/words.h"
#include "views/filter/filterbar.h"
#include "views/graph/graphdock.h"
#include "views/graph/graphexport.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"
#include "views/graph/nodefield.h"
#include "views/graph/nodemenu.h"
#include "views/graph/questionbar.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

// What people do with the nodes of the drawing, and how drawing and table follow each other.

namespace {

constexpr std::size_t fewMore = 12; ///< drawn out of a counted node at a time

void addOnce(std::vector<NodeSide>& all, NodeSide side) {
    if (std::ranges::find(all, side) == all.end()) all.push_back(side);
}

/// Whether the current row is a chosen one.
bool isSelected(const TableView& table) {
    const QModelIndex current = table.currentIndex();
    return current.isValid() && table.selectionModel()->rowIntersectsSelection(current.row());
}

} // namespace

/// The way to the current node is marked, and the relation that ends it shown, as soon as it is found.
void GraphPage::showCurrent() {
    if (const auto node = currentNode()) return session_.findWay(*node, GraphSession::WayUse::Mark);
    view_->markWay({});
    if (const auto at = view_->current())
        dock_->showCounted(view_->drawing()->picture.nodes[*at]);
    else
        dock_->show({}, {});
}

void GraphPage::showWay(NodeId to, std::vector<NodeId> way) {
    const auto at = view_->current();
    if (!at || currentNode() != to) return; // people are elsewhere by now
    const Picture& picture = view_->drawing()->picture;
    const PictureNode& node = picture.nodes[*at];
    if (way.empty() && node.anchor != *at && node.anchor < picture.nodes.size()) {
        // No part of the answer: the step from what it was drawn beside.
        const NodeId anchor = picture.nodes[node.anchor].node();
        if (!relationsOf(*session_.answer(), anchor, node.node()).empty())
            way = {anchor, node.node()};
        else if (!relationsOf(*session_.answer(), node.node(), anchor).empty())
            way = {node.node(), anchor};
    }
    view_->markWay(way);
    std::optional<RowId> relation;
    if (way.size() > 1) {
        const bool last = way.back() == node.node();
        const auto rows =
            relationsOf(*session_.answer(), way[last ? way.size() - 2 : 0], way[last ? way.size() - 1 : 1]);
        if (!rows.empty()) relation = rows.front();
    }
    for (const PictureEdge& edge : picture.edges)
        if (!relation && (edge.from == *at || edge.to == *at)) relation = edge.rows.front();
    dock_->show(way, relation);
    Q_EMIT factsChanged();
}

/// The table follows the drawing. Where no row is what is current there, none is selected; the keyboard stays.
void GraphPage::selectRow() {
    if (following_ || revealing_.isActive()) return; // then the drawing follows
    TableView& table = result_->table();
    const auto node = currentNode();
    const auto row = node ? session_.listed().rowOf(*node) : std::nullopt;
    const QModelIndex index = row ? session_.result().model()->find(*row, ColumnId{0}) : QModelIndex();
    if (index.isValid() && isSelected(table) && table.currentIndex().row() == index.row()) return;
    following_ = true;
    if (index.isValid()) {
        table.setCurrentIndex(index);
        table.scrollTo(index);
    } else {
        table.clearSelection();
    }
    following_ = false;
}

/// The drawing follows the table: at once where the node is drawn, else when people stay there.
void GraphPage::rowSelected() {
    const QModelIndex index = result_->table().currentIndex();
    if (following_ || !isSelected(result_->table()) || !session_.answer() || session_.isAsking() ||
        session_.isShowing())
        return;
    const RowId row = session_.result().model()->row(index);
    if (row.value >= session_.listed().nodes.size()) return;
    const NodeId node = session_.listed().nodes[row.value];
    wanted_ = node;
    toReveal_.reset();
    const auto at = view_->drawing() ? view_->drawing()->picture.find({.node = node}) : std::nullopt;
    if (!at) return revealing_.start();
    revealing_.stop();
    wanted_.reset();
    following_ = true;
    view_->setCurrent(*at);
    following_ = false;
}

/// People are at a node of the drawing, not at a row any more.
void GraphPage::stopRevealing() {
    revealing_.stop();
    wanted_.reset();
    toReveal_.reset();
}

void GraphPage::reveal() {
    toReveal_ = wanted_;
    if (toReveal_) session_.findWay(*toReveal_, GraphSession::WayUse::Reveal);
}

void GraphPage::revealAlong(NodeId to, const std::vector<NodeId>& way) {
    if (toReveal_ != to) return; // people are elsewhere by now
    toReveal_.reset();
    wanted_ = to;
    revealed_ = way.empty() ? std::vector{to} : way;
    applyChanges();
}

void GraphPage::applyChanges() {
    PictureChanges changes = own_;
    changes.unfolded.insert(changes.unfolded.end(), revealed_.begin(), revealed_.end());
    session_.change(std::move(changes));
}

void GraphPage::expand(Direction side) {
    const auto node = currentNode();
    if (!node) return;
    Q_EMIT leaving();
    std::erase(own_.collapsed, NodeSide{*node, side});
    addOnce(own_.expanded, {*node, side});
    applyChanges();
    Q_EMIT arrived();
}

void GraphPage::collapse() {
    const auto node = currentNode();
    if (!node) return;
    Q_EMIT leaving();
    for (const Direction side : {Direction::Down, Direction::Up}) {
        std::erase(own_.expanded, NodeSide{*node, side});
        addOnce(own_.collapsed, {*node, side});
    }
    // What was taken out of its counted nodes goes back.
    const RelationGraph& graph = *session_.answer()->graph;
    std::erase_if(own_.unfolded, [&](NodeId each) {
        return !relationsBetween(graph, *node, each).empty() || !relationsBetween(graph, each, *node).empty();
    });
    revealed_.clear();
    toReveal_.reset();
    applyChanges();
    Q_EMIT arrived();
}

void GraphPage::unfold(std::uint32_t index) {
    const PictureNode& node = view_->drawing()->picture.nodes[index];
    Q_EMIT leaving();
    for (std::size_t i = 0; i < std::min(fewMore, node.members.size()); ++i)
        own_.unfolded.push_back(node.members[i]);
    wanted_ = node.members.front();
    applyChanges();
    Q_EMIT arrived();
}

/// Enter, or a double click on an entity: a counted node gives some of its entities, another is expanded where more is
/// hidden.
void GraphPage::activate(std::uint32_t index) {
    if (!view_->drawing() || index >= view_->drawing()->picture.nodes.size()) return;
    const PictureNode& node = view_->drawing()->picture.nodes[index];
    if (node.key.isFold()) return unfold(index);
    const Direction along = session_.answer()->question.direction();
    const auto hidden = [&](Direction side) { return node.hidden[side == Direction::Down ? 0 : 1] > 0; };
    if (hidden(along))
        expand(along);
    else if (hidden(opposite(along)))
        expand(opposite(along));
    else
        Q_EMIT said(tr("Everything beside %1 is drawn.").arg(view_->drawing()->nodes[index].title));
}

/// Lists what is counted in the table below.
void GraphPage::openFold() {
    const auto at = view_->current();
    if (!at || !view_->drawing()->picture.nodes[*at].key.isFold()) return;
    const PictureKey& key = view_->drawing()->picture.nodes[*at].key;
    session_.list({.kind = GraphListing::Kind::Counted, .counted = key, .anchor = session_.anchorOf(key)});
}

void GraphPage::setAsStart() {
    if (const auto node = currentNode())
        questions_->from().setChosen({{*node, session_.nameOf(*node), session_.typeOf(*node)}});
}

void GraphPage::setAsEnd() {
    const auto node = currentNode();
    if (!node) return;
    const std::vector<NodeId> from = questions_->from().nodes();
    GraphQuestion paths{.kind = GraphQuestionKind::Paths, .from = from, .to = {*node}, .only = {}};
    if (!from.empty()) return ask(paths);
    questions_->show(paths);
}

void GraphPage::copyCurrent() const {
    const auto at = view_->current();
    if (!at) return;
    const auto node = currentNode();
    QApplication::clipboard()->setText(node ? session_.brnOf(*node) : view_->drawing()->nodes[*at].title);
}

void GraphPage::layOutAnew() {
    anew_ = true;
    session_.change(session_.changes(), true);
}

void GraphPage::openMenu(std::uint32_t index, QPoint place) {
    QMenu* menu = nodeMenu(*this, index);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(place);
}

QByteArray GraphPage::saved(GraphFormat format) const {
    if (!session_.drawing()) return {};
    switch (format) {
    case GraphFormat::Svg:
        return toSvg(*view_);
    case GraphFormat::Png:
        return toPng(*view_);
    case GraphFormat::Pdf:
        return toPdf(*view_);
    case GraphFormat::Dot:
    case GraphFormat::NodesCsv:
    case GraphFormat::EdgesCsv:
        return session_.saved(format == GraphFormat::Dot        ? GraphText::Dot
                              : format == GraphFormat::NodesCsv ? GraphText::NodesCsv
                                                                : GraphText::EdgesCsv);
    }
    return {};
}

} // namespace idscope
