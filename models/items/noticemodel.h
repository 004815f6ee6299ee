#pragma once

#include "models/table/table.h"

#include <QAbstractListModel>

namespace idscope {

/// What views may ask about a notice beyond Qt::DisplayRole (its sentence).
enum NoticeRole : int {
    NoticeKindRole = Qt::UserRole + 1, ///< int of a NoticeKind
    NoticeRowRole,                     ///< uint: the RowId to jump to, else nothing
    NoticeColumnRole,                  ///< uint: the ColumnId to jump to, else nothing
};

/// The notices of a table as a list of sentences. Of each kind only the first thousand are kept (see NoticeList), so
/// total() may be more than there are rows. GUI thread.
class NoticeModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit NoticeModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    /// Shows the notices of a table, or of none (null). While a table grows, call it with the last snapshot.
    void setTable(TablePtr table);
    /// How many notices there are in all, kept or not.
    [[nodiscard]] quint64 total() const { return table_ ? table_->notices().total() : 0; }
    /// The notice at a valid index.
    [[nodiscard]] const Notice& at(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    TablePtr table_;
};

} // namespace idscope
