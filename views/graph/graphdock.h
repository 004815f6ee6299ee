#pragma once

#include "models/items/graphsession.h"

#include <QWidget>

class QPushButton;

namespace idscope {

class Inspector;
class PathPanel;

/// What stands at the right of the graph: the way to the current node, and the relation by which it is reached last.
class GraphDock final : public QWidget {
    Q_OBJECT
public:
    explicit GraphDock(GraphSession& session, QWidget* parent = nullptr);

    /// The way, and the relation looked at; none: nothing.
    void show(const std::vector<NodeId>& way, std::optional<RowId> relation);
    /// What a counted node stands for. No way and no relation is that of all its entities, so none is shown.
    void showCounted(const PictureNode& counted);
    [[nodiscard]] PathPanel& path() const { return *path_; }
    [[nodiscard]] Inspector& inspector() const { return *inspector_; }
    [[nodiscard]] std::optional<RowId> relation() const { return relation_; }

Q_SIGNALS:
    void nodeChosen(idscope::NodeId node);
    void relationWanted(idscope::RowId row);
    void said(const QString& sentence);

private:
    [[nodiscard]] QString pathFact(std::size_t hops) const;

    GraphSession& session_;
    PathPanel* path_;
    Inspector* inspector_;
    QPushButton* toTable_;
    std::vector<NodeId> way_;
    std::optional<RowId> relation_;
};

} // namespace idscope
