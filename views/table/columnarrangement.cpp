#include "views/table/columnarrangement.h"

#include "models/items/cellroles.h"
#include "views/style/fonts.h"
#include "views/table/headers.h"
#include "views/table/withoutupdates.h"

#include <QFontMetricsF>
#include <QHash>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>

namespace idscope {

namespace {

constexpr int pauseMs = 400;
constexpr int widest = 4000;

} // namespace

ColumnArrangement::ColumnArrangement(QTableView& view, ColumnHeader& header)
    : QObject(&view), view_(view), header_(header) {
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMs);
    connect(&pause_, &QTimer::timeout, this, &ColumnArrangement::arrangedByPeople);
    connect(&header_, &QHeaderView::sectionMoved, this, &ColumnArrangement::noteArranged);
    connect(&header_, &QHeaderView::sectionResized, this, &ColumnArrangement::noteArranged);
}

void ColumnArrangement::noteArranged() {
    if (arranging_) return;
    pause_.start();
    Q_EMIT arranged();
}

void ColumnArrangement::watchModel() {
    const QAbstractItemModel* model = view_.model();
    connect(model, &QAbstractItemModel::columnsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) { dropColumns(first, last); });
    connect(model, &QAbstractItemModel::columnsRemoved, this, &ColumnArrangement::noteArranged);
}

void ColumnArrangement::dropColumns(int first, int last) {
    for (int column = last; column >= first; --column)
        setShown(column, false);
    known_ -= last - first + 1;
}

void ColumnArrangement::takeNewColumns() {
    const int count = header_.count();
    if (count < known_) known_ = 0; // another table
    if (count == known_) return;
    const bool first = known_ == 0;
    {
        const QScopedValueRollback guard(arranging_, true);
        beginColumns(known_);
        known_ = count;
        if (first) frozen_ = 0;
    }
    Q_EMIT arranged();
    if (first) Q_EMIT begun();
}

void ColumnArrangement::beginColumns(int first) {
    const WithoutUpdates quick(header_);
    const double scale = QFontMetricsF(fontFor(FontRole::Body)).height() / 18.0;
    const QAbstractItemModel& model = *view_.model();
    for (int column = first; column < header_.count(); ++column) {
        const int width = model.headerData(column, Qt::Horizontal, WidthRole).toInt();
        if (width > 0) header_.resizeSection(column, static_cast<int>(width * std::max(1.0, scale)));
        header_.setSectionHidden(column, isDerived(column));
    }
}

void ColumnArrangement::reset() {
    {
        const QScopedValueRollback guard(arranging_, true);
        for (int column = header_.count() - 1; column >= 0; --column)
            remove(column);
        const WithoutUpdates quick(header_);
        for (int column = 0; column < header_.count(); ++column) {
            header_.moveSection(header_.visualIndex(column), column);
            header_.setSectionHidden(column, false); // a hidden one has no width
        }
        beginColumns(0);
        frozen_ = 0;
    }
    noteArranged();
}

std::vector<int> ColumnArrangement::all() const {
    std::vector<int> columns;
    columns.reserve(static_cast<std::size_t>(header_.count()));
    for (int visual = 0; visual < header_.count(); ++visual)
        columns.push_back(header_.logicalIndex(visual));
    return columns;
}

std::vector<int> ColumnArrangement::shown() const {
    std::vector<int> columns = all();
    std::erase_if(columns, [this](int column) { return !isShown(column); });
    return columns;
}

bool ColumnArrangement::isShown(int column) const {
    return !header_.isSectionHidden(column);
}

QString ColumnArrangement::name(int column) const {
    return view_.model()->headerData(column, Qt::Horizontal).toString();
}

QString ColumnArrangement::operand(int column) const {
    return view_.model()->headerData(column, Qt::Horizontal, OperandRole).toString();
}

bool ColumnArrangement::isAdded(int column) const {
    return view_.model()->headerData(column, Qt::Horizontal, AddedRole).toBool();
}

bool ColumnArrangement::isDerived(int column) const {
    return view_.model()->headerData(column, Qt::Horizontal, DerivedRole).toBool();
}

int ColumnArrangement::hiddenCount() const {
    return header_.hiddenSectionCount();
}

void ColumnArrangement::setShown(int column, bool shown) {
    const bool last = !shown && header_.count() - header_.hiddenSectionCount() == 1;
    if (shown == isShown(column) || last) return;
    const bool wasFrozen = isFrozen(column);
    header_.setSectionHidden(column, !shown);
    if (wasFrozen) --frozen_;
    noteArranged();
}

void ColumnArrangement::showAll() {
    {
        const QScopedValueRollback guard(arranging_, true);
        const WithoutUpdates quick(header_);
        for (int column = 0; column < header_.count(); ++column)
            header_.setSectionHidden(column, false);
    }
    noteArranged();
}

void ColumnArrangement::remove(int column) {
    if (!isAdded(column)) return;
    if (shown().size() == 1 && isShown(column)) showAll(); // something has to stay
    view_.model()->removeColumn(column);
}

void ColumnArrangement::placeBefore(int column, int other) {
    const int from = header_.visualIndex(column);
    const int to = header_.visualIndex(other);
    header_.moveSection(from, from < to ? to - 1 : to);
}

void ColumnArrangement::move(int column, int by) {
    const std::vector<int> columns = shown();
    const auto at = std::ranges::find(columns, column);
    if (at == columns.end()) return;
    const auto from = at - columns.begin();
    const auto to = std::clamp<std::ptrdiff_t>(from + by, 0, std::ssize(columns) - 1);
    if (from != to)
        header_.moveSection(header_.visualIndex(column), header_.visualIndex(columns[static_cast<std::size_t>(to)]));
}

void ColumnArrangement::fit(int column) {
    view_.resizeColumnToContents(column);
}

void ColumnArrangement::freeze(int count) {
    const int most = header_.count() - header_.hiddenSectionCount();
    count = std::clamp(count, 0, std::max(most - 1, 0)); // something has to scroll
    if (count == frozen_) return;
    frozen_ = count;
    noteArranged();
}

void ColumnArrangement::toggleFrozenUpTo(int column) {
    const std::vector<int> columns = shown();
    const auto at = std::ranges::find(columns, column);
    if (at == columns.end()) return;
    const int upTo = static_cast<int>(at - columns.begin()) + 1;
    freeze(upTo == frozen_ ? 0 : upTo);
}

std::vector<int> ColumnArrangement::frozenColumns() const {
    std::vector<int> columns;
    for (int visual = 0; visual < header_.count() && std::ssize(columns) < frozen_; ++visual)
        if (const int column = header_.logicalIndex(visual); isShown(column)) columns.push_back(column);
    return columns;
}

bool ColumnArrangement::isFrozen(int column) const {
    if (frozen_ == 0) return false;
    const std::vector<int> columns = frozenColumns();
    return std::ranges::find(columns, column) != columns.end();
}

ColumnLayout ColumnArrangement::layout() const {
    ColumnLayout layout{.columns = {}, .frozen = frozen_};
    for (const int column : all()) // a hidden one has no width: it will have its first one
        layout.columns.push_back(
            {.operand = operand(column), .width = header_.sectionSize(column), .shown = isShown(column)});
    return layout;
}

void ColumnArrangement::setLayout(const ColumnLayout& layout) {
    {
        const QScopedValueRollback guard(arranging_, true);
        const WithoutUpdates quick(header_);
        QHash<QString, int> left; // not placed yet
        for (const int column : all())
            if (const QString text = operand(column); !left.contains(text)) left.insert(text, column);
        int place = 0;
        for (const ColumnLayout::Column& wanted : layout.columns) {
            const auto found = left.constFind(wanted.operand);
            if (found == left.cend()) continue;
            const int column = *found;
            left.erase(found);
            header_.moveSection(header_.visualIndex(column), place++);
            header_.setSectionHidden(column, false);
            if (wanted.width > 0)
                header_.resizeSection(column, std::clamp(wanted.width, header_.minimumSectionSize(), widest));
            header_.setSectionHidden(column, !wanted.shown);
        }
        if (header_.hiddenSectionCount() == header_.count() && header_.count() > 0)
            header_.setSectionHidden(header_.logicalIndex(0), false);
        const int most = header_.count() - header_.hiddenSectionCount() - 1;
        frozen_ = std::clamp(layout.frozen, 0, std::max(most, 0));
    }
    Q_EMIT arranged();
}

} // namespace idscope
