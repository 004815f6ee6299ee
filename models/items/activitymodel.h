#pragma once

#include "models/items/transfermodel.h"

#include <QAbstractListModel>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace idscope {

/// What views may ask about what happened beyond Qt::DisplayRole (its sentence).
enum ActivityRole : int {
    ActivityGravityRole = Qt::UserRole + 301, ///< int of an ActivityModel::Gravity
    ActivityTransferRole,                     ///< qulonglong: the transfer to jump to, else nothing
    ActivityProfileRole,                      ///< QString: ID of the profile to jump to, else nothing
};

/// What people should know that is about no table: transfers that failed, that came only at a further attempt or whose
/// completeness nobody can check, and secrets that will not last. GUI thread.
class ActivityModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Gravity : std::uint8_t { Note, Warning, Fault };

    /// A profile whose secret is in memory only.
    struct Unkept {
        QString profile; ///< its ID
        QString name;
        friend bool operator==(const Unkept&, const Unkept&) = default;
    };

    /// `transfers` must outlive the model.
    explicit ActivityModel(const TransferModel& transfers, QObject* parent = nullptr);

    void setUnkept(std::vector<Unkept> profiles);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    struct Item {
        Gravity gravity{};
        QString sentence;
        std::optional<quint64> transfer;
        QString profile;
        friend bool operator==(const Item&, const Item&) = default;
    };

    void refresh();
    void addTransfer(std::vector<Item>& items, const QModelIndex& index);

    const TransferModel& transfers_;
    std::vector<Unkept> unkept_;
    std::map<quint64, QString> failed_; ///< title by transfer: of those that have failed so far
    std::vector<Item> items_;
};

} // namespace idscope
