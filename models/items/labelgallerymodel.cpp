#include "models/items/labelgallerymodel.h"

#include "models/base/randomhash.h"
#include "models/items/displaytext.h"
#include "models/schema/color.h"

#include <QLocale>

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace idscope {

namespace {

constexpr quintptr groupMark = 0; ///< internal ID of groups; of labels: number of the group + 1

std::string_view cellOf(const Table& labels, RowId label, std::string_view column) {
    const auto found = labels.find(column);
    return found ? labels.cell(label, *found) : std::string_view();
}

std::optional<double> contrastOf(const Table& labels, RowId label, bool onDark) {
    const std::string_view text = cellOf(labels, label, onDark ? "contrast dark" : "contrast light");
    double ratio = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), ratio);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return ratio;
}

/// A type as a heading: with a capital.
QString heading(const QString& type) {
    return type.isEmpty() ? type : type.first(1).toUpper() + type.sliced(1);
}

} // namespace

QString labelText(const Table& labels, RowId label, std::string_view column) {
    return displayText(cellOf(labels, label, column)).text;
}

ChipLook chipLook(const Table& labels, RowId label, bool onDark) {
    ChipLook look{.text = argbOf(cellOf(labels, label, onDark ? "dark text color" : "light text color")),
                  .ground = argbOf(cellOf(labels, label, onDark ? "dark background color" : "light background color")),
                  .contrast = {},
                  .low = false};
    if (const auto ratio = contrastOf(labels, label, onDark)) {
        look.contrast = QLocale().toString(*ratio, 'f', 1);
        look.low = *ratio < readableContrast;
        // 4.46 is not 4.5: what is flagged never looks as if it were enough.
        if (look.low && *ratio >= readableContrast - 0.05) look.contrast = QLocale().toString(*ratio, 'f', 2);
    }
    return look;
}

LabelGalleryModel::LabelGalleryModel(TableModel& rows, QObject* parent) : QAbstractItemModel(parent), rows_(rows) {
    connect(&rows, &QAbstractItemModel::modelReset, this, &LabelGalleryModel::rebuild);
    connect(&rows, &QAbstractItemModel::layoutChanged, this, &LabelGalleryModel::rebuild);
    connect(&rows, &QAbstractItemModel::rowsInserted, this, &LabelGalleryModel::rebuild);
    rebuild();
}

void LabelGalleryModel::setUses(std::shared_ptr<const LabelUses> uses) {
    uses_ = std::move(uses);
    for (std::size_t group = 0; group < groups_.size(); ++group) {
        const QModelIndex parent = index(static_cast<int>(group), NameColumn);
        Q_EMIT dataChanged(index(0, UsesColumn, parent), index(rowCount(parent) - 1, UsesColumn, parent));
    }
}

void LabelGalleryModel::rebuild() {
    beginResetModel();
    groups_.clear();
    table_ = rows_.table();
    const auto type = table_ ? table_->find("type") : std::nullopt;
    if (type) {
        std::unordered_map<std::string_view, std::size_t, RandomHash> groupOf;
        const std::uint32_t count = std::min(rows_.rows().size(), most);
        for (std::uint32_t i = 0; i < count; ++i) {
            const RowId row = rows_.rows().at(i);
            const std::string_view text = table_->cell(row, *type); // its code may not be known yet
            const auto [known, isNew] = groupOf.try_emplace(text, groups_.size());
            if (isNew) groups_.push_back({.type = text, .labels = {}});
            groups_[known->second].labels.push_back(row);
        }
    }
    endResetModel();
}

std::optional<RowId> LabelGalleryModel::label(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == groupMark) return std::nullopt;
    return groups_[index.internalId() - 1].labels[static_cast<std::size_t>(index.row())];
}

QModelIndex LabelGalleryModel::find(RowId label) const {
    for (std::size_t group = 0; group < groups_.size(); ++group) {
        const auto& labels = groups_[group].labels;
        const auto found = std::ranges::find(labels, label);
        if (found != labels.end())
            return createIndex(static_cast<int>(found - labels.begin()), NameColumn, quintptr{group + 1});
    }
    return {};
}

QModelIndex LabelGalleryModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column < 0 || row >= rowCount(parent) || column >= columns) return {};
    const quintptr id = parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : groupMark;
    return createIndex(row, column, id);
}

QModelIndex LabelGalleryModel::parent(const QModelIndex& child) const {
    if (!child.isValid() || child.internalId() == groupMark) return {};
    return createIndex(static_cast<int>(child.internalId() - 1), NameColumn, groupMark);
}

int LabelGalleryModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(groups_.size());
    if (parent.internalId() != groupMark || parent.column() != NameColumn) return 0;
    return static_cast<int>(groups_[static_cast<std::size_t>(parent.row())].labels.size());
}

int LabelGalleryModel::columnCount(const QModelIndex& /*parent*/) const {
    return columns;
}

QVariant LabelGalleryModel::groupData(const Group& group, int column, int role) const {
    if (column != NameColumn) return {};
    if (role == LabelCountRole) return static_cast<int>(group.labels.size());
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    const QString type = displayText(group.type).text;
    return type.isEmpty() ? tr("Without a type") : heading(type);
}

QVariant LabelGalleryModel::usesData(RowId label, int role) const {
    if (!uses_ || label.value >= uses_->labels()->rowCount()) return {};
    const auto count = static_cast<int>(uses_->useCount(label));
    if (role == LabelUsesRole) return count;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    return count == 0 ? tr("none", "insights that use a label") : tr("%n insights", nullptr, count);
}

QVariant LabelGalleryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto label = this->label(index);
    if (!label) return groupData(groups_[static_cast<std::size_t>(index.row())], index.column(), role);
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    switch (index.column()) {
    case NameColumn: {
        if (isText) return labelText(*table_, *label, "name");
        const QString id = labelText(*table_, *label, "id");
        if (role == LabelDetailRole) return id.isEmpty() ? tr("No ID in the export") : id;
        if (role == LabelFlaggedRole) return id.isEmpty();
        return {};
    }
    case OnLightColumn:
    case OnDarkColumn: {
        if (role != ChipLookRole && !isText) return {};
        const ChipLook look = chipLook(*table_, *label, index.column() == OnDarkColumn);
        if (role == ChipLookRole) return QVariant::fromValue(look);
        if (look.contrast.isEmpty()) return tr("No colours");
        return look.low ? tr("%1, too low", "contrast").arg(look.contrast) : look.contrast;
    }
    case UsesColumn:
        return usesData(*label, role);
    default:
        return {};
    }
}

QVariant LabelGalleryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == UsesColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    switch (section) {
    case NameColumn:
        return tr("Label");
    case OnLightColumn:
        return tr("On light");
    case OnDarkColumn:
        return tr("On dark");
    case UsesColumn:
        return tr("Used by");
    default:
        return {};
    }
}

} // namespace idscope
