#include "models/items/comparisonmodel.h"

#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "models/items/jsontreemodel.h"
#include "models/words/words.h"

#include <algorithm>
#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 600;
constexpr qsizetype longestName = 200;

} // namespace

ComparisonModel::~ComparisonModel() {
    job_.cancel();
}

void ComparisonModel::setCells(std::vector<ComparedCell> cells) {
    if (cells == cells_) return;
    beginResetModel();
    cells_ = std::move(cells);
    difference_ = {};
    refused_ = false;
    list();
    endResetModel();
    job_.start(
        [this, cells = cells_](const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
            std::vector<std::string_view> texts;
            texts.reserve(cells.size());
            for (const ComparedCell& each : cells)
                texts.push_back(each.cell.bytes);
            auto difference = compareCells(texts, stop);
            if (!difference) return [] {};
            return [this, difference = *std::move(difference)] {
                beginResetModel();
                difference_ = difference;
                list();
                endResetModel();
                Q_EMIT compared();
            };
        });
}

void ComparisonModel::refuse() {
    refused_ = true;
    Q_EMIT compared();
}

void ComparisonModel::setOnlyDifferences(bool only) {
    if (only == onlyDifferences_) return;
    beginResetModel();
    onlyDifferences_ = only;
    list();
    endResetModel();
}

void ComparisonModel::list() {
    listed_.clear();
    differing_ = 0;
    for (std::size_t i = 0; i < difference_.lines.size(); ++i) {
        differing_ += difference_.lines[i].differs ? 1U : 0U;
        if (!onlyDifferences_ || difference_.lines[i].differs) listed_.push_back(i);
    }
}

int ComparisonModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(listed_.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstCell + static_cast<int>(cells_.size());
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const CellDifference::Line& line = difference_.lines[listed_[static_cast<std::size_t>(index.row())]];
    if (role == DiffersRole) return line.differs;
    if (index.column() == NameColumn) return nameData(line, role);
    return valueData(line, static_cast<std::size_t>(index.column() - FirstCell), role);
}

QVariant ComparisonModel::nameData(const CellDifference::Line& line, int role) const {
    // Without the dot that follows the column.
    const DisplayText name = displayText(line.path.starts_with('.') ? line.path.substr(1) : line.path, longestName);
    switch (role) {
    case Qt::DisplayRole:
    case RawTextRole:
        return name.text.isEmpty() ? tr("The cell itself") : name.text;
    case Qt::ToolTipRole:
        return toolTipMarkup(name.text);
    case Qt::AccessibleTextRole:
        return line.differs ? tr("%1: differs").arg(name.text) : tr("%1: the same").arg(name.text);
    case MarksRole:
        return QVariant::fromValue(name.marks);
    default:
        return {};
    }
}

QVariant ComparisonModel::valueData(const CellDifference::Line& line, std::size_t cell, int role) const {
    const auto& value = line.values[cell];
    if (role == MissingRole) return !value;
    if (!value) {
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
        return difference_.unreadable[cell] ? tr("can’t be read") : tr("none");
    }
    switch (role) {
    case Qt::DisplayRole:
        return displayText(value->text, longestValue).text;
    case Qt::ToolTipRole:
        return toolTipMarkup(displayText(value->text).text);
    case Qt::AccessibleTextRole:
        return value->secret ? tr("secret, hidden") : displayText(value->text, longestValue).text;
    case MarksRole:
        return QVariant::fromValue(displayText(value->text, longestValue).marks);
    case RawTextRole:
        return words::fromUtf8(value->kind == JsonKind::String && !value->secret ? decodeJsonString(value->text)
                                                                                 : value->text);
    case JsonKindRole:
        return static_cast<int>(value->kind);
    case JsonSecretRole:
        return value->secret;
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    if (section == NameColumn) return tr("Name");
    return tr("row %1").arg(cells_[static_cast<std::size_t>(section - FirstCell)].row);
}

} // namespace idscope
