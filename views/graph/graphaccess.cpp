#include "views/graph/graphaccess.h"

#include "views/graph/graphitems.h"
#include "views/graph/graphview.h"

#include <QAccessibleWidget>
#include <QCoreApplication>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

GraphView* viewOf(const NodeItem& node) {
    return node.scene() != nullptr && !node.scene()->views().isEmpty()
               ? dynamic_cast<GraphView*>(node.scene()->views().front())
               : nullptr;
}

class NodeAccessible final : public QAccessibleObject {
public:
    explicit NodeAccessible(NodeItem* node) : QAccessibleObject(node), node_(*node) {}

    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(viewOf(node_));
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        if (kind == QAccessible::Name) return node_.look().title;
        if (kind == QAccessible::Value) return node_.look().kind;
        if (kind == QAccessible::Description) return ways();
        return {};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.selected = node_.marks().selected;
        state.focused = node_.marks().focused;
        return state;
    }
    [[nodiscard]] QRect rect() const override {
        const GraphView* view = viewOf(node_);
        if (view == nullptr) return {};
        const QRect seen = view->mapFromScene(node_.box().translated(node_.target())).boundingRect();
        return {view->viewport()->mapToGlobal(seen.topLeft()), seen.size()};
    }

private:
    /// What is odd about its name, and what it is connected with, in words.
    [[nodiscard]] QString ways() const {
        const GraphView* view = viewOf(node_);
        if (view == nullptr || !view->drawing()) return {};
        QStringList to, from;
        for (const PictureEdge& edge : view->drawing()->picture.edges) {
            if (edge.from == node_.index()) to.append(view->drawing()->nodes[edge.to].title);
            if (edge.to == node_.index()) from.append(view->drawing()->nodes[edge.from].title);
        }
        QStringList parts;
        if (const QString& warning = view->drawing()->nodes[node_.index()].warning; !warning.isEmpty())
            parts.append(warning);
        if (!from.isEmpty()) parts.append(GraphView::tr("access by %1").arg(from.join(u", "_s)));
        if (!to.isEmpty()) parts.append(GraphView::tr("access to %1").arg(to.join(u", "_s)));
        return parts.join(u"; "_s);
    }

    NodeItem& node_;
};

class GraphAccessible final : public QAccessibleWidget {
public:
    explicit GraphAccessible(GraphView* view) : QAccessibleWidget(view, QAccessible::List), view_(*view) {}

    [[nodiscard]] int childCount() const override { return static_cast<int>(view_.nodes().size()); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount()) return nullptr;
        return QAccessible::queryAccessibleInterface(view_.nodes()[static_cast<std::size_t>(index)]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override {
        const auto at = std::ranges::find_if(
            view_.nodes(), [child](const NodeItem* node) { return child != nullptr && node == child->object(); });
        return at == view_.nodes().end() ? -1 : static_cast<int>(at - view_.nodes().begin());
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override {
        const auto at = view_.current();
        return view_.hasFocus() && at ? child(static_cast<int>(*at)) : nullptr;
    }

private:
    GraphView& view_;
};

QAccessibleInterface* make(const QString&, QObject* object) {
    if (auto* view = qobject_cast<GraphView*>(object)) return new GraphAccessible(view);
    if (auto* node = qobject_cast<NodeItem*>(object)) return new NodeAccessible(node);
    return nullptr;
}

} // namespace

void makeGraphAccessible() {
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    static_cast<void>(once);
}

} // namespace idscope
