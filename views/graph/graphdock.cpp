#include "views/graph/graphdock.h"

#include "models/relations/neighbours.h"
#include "models/words/graphwords.h"
#include "models/words/words.h"
#include "views/graph/pathpanel.h"
#include "views/inspector/inspector.h"
#include "views/inspector/recordpane.h"
#include "views/parts/label.h"

#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

namespace {

/// Of the file that a row comes from: rows are counted as in it.
std::uint32_t firstRow(const Table& table, RowId row) {
    std::uint32_t first = 0;
    for (const SourceRange& source : table.sources())
        if (source.firstRow <= row.value) first = source.firstRow;
    return first;
}

} // namespace

GraphDock::GraphDock(GraphSession& session, QWidget* parent)
    : QWidget(parent), session_(session), path_(new PathPanel(this)), inspector_(new Inspector(this)) {
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(path_);
    split->addWidget(inspector_);
    split->setSizes({260, 560});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    inspector_->record().setTitle(tr("Relation"));
    toTable_ = linkButton(tr("Show in table"), &inspector_->record());
    inspector_->record().addTool(toTable_);
    connect(toTable_, &QPushButton::clicked, this, [this] {
        if (relation_) Q_EMIT relationWanted(*relation_);
    });
    connect(inspector_, &Inspector::said, this, &GraphDock::said);
    connect(path_, &PathPanel::stepChosen, this, [this](int step) {
        if (static_cast<std::size_t>(step) < way_.size()) Q_EMIT nodeChosen(way_[static_cast<std::size_t>(step)]);
    });
    show({}, {});
}

QString GraphDock::pathFact(std::size_t hops) const {
    const QString count = tr("%n hops", nullptr, static_cast<int>(hops));
    const auto& paths = session_.answer()->paths;
    if (!paths) return count;
    if (paths->total == 1) return tr("%1, no other as short").arg(count);
    return tr("%1, one of %2").arg(count, words::number(paths->total));
}

void GraphDock::show(const std::vector<NodeId>& way, std::optional<RowId> relation) {
    way_ = way;
    relation_ = relation;
    std::vector<PathPanel::Step> steps;
    for (std::size_t i = 0; i < way.size(); ++i) {
        PathPanel::Step step{session_.nameOf(way[i]), session_.typeOf(way[i]), {}};
        if (i + 1 < way.size()) step.privilege = session_.privilegeBetween(way[i], way[i + 1]);
        steps.push_back(std::move(step));
    }
    path_->show(steps, way.size() > 1 ? pathFact(way.size() - 1) : QString());
    TableModel& rows = session_.relationRows();
    const QModelIndex index = relation ? rows.find(*relation, ColumnId{0}) : QModelIndex();
    toTable_->setVisible(index.isValid());
    if (!index.isValid()) {
        inspector_->hideCell();
        inspector_->record().showRow({}, {});
        return;
    }
    const TablePtr& table = session_.relations();
    std::vector<int> columns;
    std::optional<ColumnId> json;
    for (std::uint32_t c = 0; c < table->columnCount(); ++c) {
        const Column& column = table->column(ColumnId{c});
        if (column.type == ColumnType::Json && !json) json = ColumnId{c};
        if (column.type != ColumnType::Json && !column.isDerived()) columns.push_back(static_cast<int>(c));
    }
    inspector_->record().showRow(index, columns);
    if (!json) return inspector_->hideCell();
    inspector_->showCell({.title = tr("Edge"),
                          .operand = words::fromUtf8(columnText(*table, *json)),
                          .row = words::number(std::uint64_t{relation->value} - firstRow(*table, *relation) + 1),
                          .cell = {table->cell(*relation, *json), table}});
}

void GraphDock::showCounted(const PictureNode& counted) {
    show({}, {});
    path_->showCounted({words::countedTitle(counted.key, counted.members.size(), session_.anchorOf(counted.key)),
                        words::fromUtf8(counted.key.type),
                        {}},
                       tr("each its own", "the path of every one that is counted"));
}

} // namespace idscope
