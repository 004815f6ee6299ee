#pragma once

#include "views/sidebar/navigation.h"

#include <QAbstractListModel>

#include <vector>

namespace idscope {

/// Snapshots, newest first, each day under its date.
class SnapshotModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// `lines`: newest first. `today` decides which day is called Today.
    void setLines(std::vector<SnapshotLine> lines, const QDate& today);
    /// The snapshot's id at an index; empty for a day.
    [[nodiscard]] QString id(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    [[nodiscard]] static QString toolTip(const SnapshotLine& line);
    struct Entry {
        QString day; ///< not empty: a heading
        SnapshotLine line;
    };
    std::vector<SnapshotLine> lines_;
    std::vector<Entry> entries_;
};

} // namespace idscope
