#pragma once

#include "models/schema/schema.h"
#include "models/transfer/transfer.h"

#include <QAbstractListModel>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace idscope {

/// What views may ask about a transfer beyond Qt::DisplayRole (its title) and Qt::AccessibleTextRole (all in words).
enum TransferRole : int {
    TransferIdRole = Qt::UserRole + 1, ///< qulonglong
    PhaseRole,                         ///< int of a TransferPhase
    PhaseTextRole,                     ///< QString: "Waiting: poll 4, next in 3 s"
    ProgressTextRole, ///< QString: "281 of 461 MB, 48 MB/s, 4 s left"; of a failed one why, and what to do
    SharesRole,       ///< QList<double>: the bar, see TransferModel::Shares
    CanCancelRole,    ///< bool
    CanRetryRole,     ///< bool
};

/// The transfers in the order in which they were started, each as it was reported last. GUI thread.
class TransferModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// How much of each of the four phases (request, wait, download, load) is done, 0 to 1; `unknown` while one runs
    /// whose length nobody knows.
    using Shares = QList<double>;
    static constexpr double unknown = -1;

    struct Counts {
        int queued = 0;
        int running = 0;
        int done = 0;
        int failed = 0;
        int cancelled = 0;
    };

    explicit TransferModel(SchemaList schemas, QObject* parent = nullptr);

    /// Takes a transfer's newest state: in place of the one with its id, else as a new last row. O(transfers).
    void update(const TransferStatus& status);
    /// Forgets a transfer (one that is being tried again as another).
    void remove(std::uint64_t id);
    /// Forgets those that have ended.
    void removeEnded();

    /// The transfer at a valid index.
    [[nodiscard]] const TransferStatus& at(const QModelIndex& index) const;
    [[nodiscard]] Counts counts() const;
    /// "4 done, 1 running"; empty without transfers.
    [[nodiscard]] QString summary() const;
    /// "4 of 10 exports done, 1 failed"; empty when none is under way.
    [[nodiscard]] QString progress() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void summaryChanged();

private:
    struct Transfer {
        TransferStatus status;
        Shares shares;
    };

    SchemaList schemas_;
    std::vector<Transfer> transfers_;
};

} // namespace idscope
