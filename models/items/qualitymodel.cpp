#include "models/items/qualitymodel.h"

#include "models/words/qualitywords.h"
#include "models/words/words.h"

#include <utility>

namespace idscope {

QualityModel::~QualityModel() {
    job_.cancel();
}

void QualityModel::check(const TablePtr& table) {
    job_.cancel();
    beginResetModel();
    table_ = table;
    checks_.clear();
    visited_.clear();
    refused_ = false;
    endResetModel();
    if (!table) return;
    job_.start([this, table](const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
        return [this, found = checkQuality(*table, stop)] {
            beginResetModel();
            checks_ = found.value_or(std::vector<QualityCheck>());
            visited_.assign(checks_.size(), 0);
            endResetModel();
            Q_EMIT checked();
        };
    });
}

void QualityModel::refuse() {
    beginResetModel();
    refused_ = true;
    endResetModel();
    Q_EMIT checked();
}

std::optional<RowId> QualityModel::nextRow(const QModelIndex& index) {
    if (refused_) return std::nullopt;
    const auto at = static_cast<std::size_t>(index.row());
    const std::vector<RowId>& rows = checks_[at].rows;
    return rows.empty() ? std::nullopt : std::optional(rows[visited_[at]++ % rows.size()]);
}

std::optional<ColumnId> QualityModel::column(const QModelIndex& index) const {
    return refused_ ? std::nullopt : checks_[static_cast<std::size_t>(index.row())].column;
}

int QualityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : refused_ ? 1 : static_cast<int>(checks_.size());
}

QVariant QualityModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    if (refused_)
        return role == Qt::DisplayRole ? tr("What is odd in this table was not looked for: there is not enough memory.")
                                       : QVariant();
    const QualityCheck& check = checks_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return words::sentence(check, *table_);
    case QualityFilterRole:
        return check.filter ? QVariant(words::fromUtf8(canonicalText(*check.filter))) : QVariant();
    case QualityRowsRole:
        return !check.rows.empty();
    default:
        return {};
    }
}

} // namespace idscope
