#include "models/items/transfermodel.h"

#include "models/words/words.h"

#include <QStringList>

#include <algorithm>

namespace idscope {

namespace {

constexpr qsizetype phases = 4;

TransferModel::Shares reached(qsizetype phase, double share) {
    TransferModel::Shares shares(phases, 0);
    std::fill_n(shares.begin(), phase, 1);
    shares[phase] = share;
    return shares;
}

double downloaded(const TransferStatus& status) {
    if (!status.length) return TransferModel::unknown;
    if (*status.length == 0) return 1;
    return std::min(1.0, static_cast<double>(status.received) / static_cast<double>(*status.length));
}

double loaded(const TransferStatus& status) {
    if (status.loaded == 0 || status.received == 0) return TransferModel::unknown;
    return std::min(1.0, static_cast<double>(status.loaded) / static_cast<double>(status.received));
}

/// A transfer that failed or was cancelled keeps the bar it had.
TransferModel::Shares sharesOf(const TransferStatus& status, const TransferModel::Shares& before) {
    switch (status.phase) {
    case TransferPhase::Queued:
        return TransferModel::Shares(phases, 0);
    case TransferPhase::Requesting:
        return reached(0, TransferModel::unknown);
    case TransferPhase::Waiting:
        return reached(1, TransferModel::unknown);
    case TransferPhase::Downloading:
        return reached(2, downloaded(status));
    case TransferPhase::Loading:
        return reached(3, loaded(status));
    case TransferPhase::Done:
        return TransferModel::Shares(phases, 1);
    case TransferPhase::Failed:
    case TransferPhase::Cancelled:
        TransferModel::Shares shares = before;
        std::ranges::replace(shares, TransferModel::unknown, 0.0);
        return shares;
    }
    Q_UNREACHABLE();
}

bool canRetry(TransferPhase phase) {
    return phase == TransferPhase::Failed || phase == TransferPhase::Cancelled;
}

} // namespace

TransferModel::TransferModel(SchemaList schemas, QObject* parent) : QAbstractListModel(parent), schemas_(schemas) {}

void TransferModel::update(const TransferStatus& status) {
    const auto known = std::ranges::find(transfers_, status.id, [](const Transfer& one) { return one.status.id; });
    if (known != transfers_.end()) {
        const bool samePhase = known->status.phase == status.phase;
        *known = {.status = status, .shares = sharesOf(status, known->shares)};
        const QModelIndex changed = index(static_cast<int>(known - transfers_.begin()));
        Q_EMIT dataChanged(changed, changed);
        if (samePhase) return;
    } else {
        beginInsertRows({}, rowCount(), rowCount());
        transfers_.push_back({.status = status, .shares = sharesOf(status, Shares(phases, 0))});
        endInsertRows();
    }
    Q_EMIT summaryChanged();
}

void TransferModel::remove(std::uint64_t id) {
    const auto known = std::ranges::find(transfers_, id, [](const Transfer& one) { return one.status.id; });
    if (known == transfers_.end()) return;
    const int row = static_cast<int>(known - transfers_.begin());
    beginRemoveRows({}, row, row);
    transfers_.erase(known);
    endRemoveRows();
    Q_EMIT summaryChanged();
}

void TransferModel::removeEnded() {
    beginResetModel();
    std::erase_if(transfers_, [](const Transfer& one) { return isFinal(one.status.phase); });
    endResetModel();
    Q_EMIT summaryChanged();
}

const TransferStatus& TransferModel::at(const QModelIndex& index) const {
    return transfers_.at(static_cast<std::size_t>(index.row())).status;
}

TransferModel::Counts TransferModel::counts() const {
    Counts counts;
    for (const Transfer& transfer : transfers_) {
        switch (transfer.status.phase) {
        case TransferPhase::Queued:
            ++counts.queued;
            break;
        case TransferPhase::Requesting:
        case TransferPhase::Waiting:
        case TransferPhase::Downloading:
        case TransferPhase::Loading:
            ++counts.running;
            break;
        case TransferPhase::Done:
            ++counts.done;
            break;
        case TransferPhase::Failed:
            ++counts.failed;
            break;
        case TransferPhase::Cancelled:
            ++counts.cancelled;
            break;
        }
    }
    return counts;
}

QString TransferModel::summary() const {
    const Counts counts = this->counts();
    QStringList parts;
    const auto add = [&](int count, const QString& text) {
        if (count > 0) parts << text.arg(words::number(static_cast<std::uint64_t>(count)));
    };
    add(counts.done, tr("%1 done"));
    add(counts.running, tr("%1 running"));
    add(counts.queued, tr("%1 queued"));
    add(counts.failed, tr("%1 failed"));
    add(counts.cancelled, tr("%1 cancelled"));
    return words::list(parts);
}

QString TransferModel::progress() const {
    const Counts counts = this->counts();
    if (counts.running + counts.queued == 0) return {};
    QStringList parts{
        tr("%1 of %Ln exports done", nullptr, rowCount()).arg(words::number(static_cast<std::uint64_t>(counts.done)))};
    if (counts.failed > 0) parts << tr("%1 failed").arg(words::number(static_cast<std::uint64_t>(counts.failed)));
    return words::list(parts);
}

int TransferModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(transfers_.size());
}

QVariant TransferModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto& [status, shares] = transfers_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return words::targetTitle(status.target, schemas_);
    case Qt::AccessibleTextRole:
        return words::list(
            {words::targetTitle(status.target, schemas_), words::phase(status), words::progress(status)});
    case TransferIdRole:
        return QVariant::fromValue<qulonglong>(status.id);
    case PhaseRole:
        return static_cast<int>(status.phase);
    case PhaseTextRole:
        return words::phase(status);
    case ProgressTextRole:
        return words::progress(status);
    case SharesRole:
        return QVariant::fromValue(shares);
    case CanCancelRole:
        return !isFinal(status.phase);
    case CanRetryRole:
        return canRetry(status.phase);
    default:
        return {};
    }
}

} // namespace idscope
