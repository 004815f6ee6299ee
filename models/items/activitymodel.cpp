#include "models/items/activitymodel.h"

#include "models/items/displaytext.h"
#include "models/words/words.h"

#include <algorithm>
#include <utility>

namespace idscope {

ActivityModel::ActivityModel(const TransferModel& transfers, QObject* parent)
    : QAbstractListModel(parent), transfers_(transfers) {
    // Only a change of phase makes news, and every one is told so.
    connect(&transfers_, &TransferModel::summaryChanged, this, &ActivityModel::refresh);
    refresh();
}

void ActivityModel::setUnkept(std::vector<Unkept> profiles) {
    if (unkept_ == profiles) return;
    unkept_ = std::move(profiles);
    refresh();
}

void ActivityModel::refresh() {
    std::vector<Item> items;
    for (int row = 0; row < transfers_.rowCount(); ++row)
        addTransfer(items, transfers_.index(row));
    for (const Unkept& each : unkept_)
        items.push_back({.gravity = Gravity::Warning,
                         .sentence = tr("%1: the secret of the key is kept in memory only, until Idscope closes.")
                                         .arg(displayText(each.name.toStdString()).text),
                         .transfer = {},
                         .profile = each.profile});
    if (items == items_) return;
    beginResetModel();
    items_ = std::move(items);
    endResetModel();
}

void ActivityModel::addTransfer(std::vector<Item>& items, const QModelIndex& index) {
    const TransferStatus& status = transfers_.at(index);
    const QString title = index.data().toString();
    const auto add = [&](Gravity gravity, const QString& sentence) {
        items.push_back({.gravity = gravity, .sentence = sentence, .transfer = status.id, .profile = {}});
    };
    if (status.phase == TransferPhase::Failed) {
        failed_[status.id] = title;
        add(Gravity::Fault, tr("%1: not fetched. %2", "transfer, reason")
                                .arg(title, status.error ? words::sentence(*status.error) : QString()));
    }
    if (status.phase != TransferPhase::Done) return;
    const auto failures = std::ranges::count_if(failed_, [&](const auto& each) {
        return each.first < status.id && each.second == title; // of the same, before this one
    });
    if (failures > 0)
        add(Gravity::Note,
            tr("%1: fetched, after %Ln attempts that failed.", nullptr, static_cast<int>(failures)).arg(title));
    if (status.unverifiable)
        add(Gravity::Warning,
            tr("%1: the server sent no length, so whether all of it came can’t be checked.").arg(title));
}

int ActivityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(items_.size());
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Item& item = items_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return item.sentence;
    case ActivityGravityRole:
        return static_cast<int>(item.gravity);
    case ActivityTransferRole:
        return item.transfer ? QVariant::fromValue<qulonglong>(*item.transfer) : QVariant();
    case ActivityProfileRole:
        return item.profile.isEmpty() ? QVariant() : QVariant(item.profile);
    default:
        return {};
    }
}

} // namespace idscope
