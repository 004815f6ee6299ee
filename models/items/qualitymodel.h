#pragma once

#include "models/items/backgroundjob.h"
#include "models/quality/quality.h"

#include <QAbstractListModel>

#include <vector>

namespace idscope {

/// What views may ask about a check beyond Qt::DisplayRole (its sentence).
enum QualityRole : int {
    QualityFilterRole = Qt::UserRole + 201, ///< QString: the expression that selects its rows, else nothing
    QualityRowsRole,                        ///< bool: whether its rows can be visited one by one
};

/// The faults of a table that a worker has found, none while it looks; or that it could not look. GUI thread.
class QualityModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit QualityModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    ~QualityModel() override;

    /// Checks a table, or none (null).
    void check(const TablePtr& table);
    [[nodiscard]] bool isChecking() const { return job_.isActive(); }
    /// The next row of a check without a filter, each time another one. Nothing where there is none.
    [[nodiscard]] std::optional<RowId> nextRow(const QModelIndex& index);
    [[nodiscard]] std::optional<ColumnId> column(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void checked();

private:
    void refuse();

    TablePtr table_;
    std::vector<QualityCheck> checks_;
    std::vector<std::size_t> visited_; ///< per check: how many of its rows
    bool refused_ = false;             ///< for want of memory: the one row says so
    BackgroundJob job_{[this] { refuse(); }};
};

} // namespace idscope
