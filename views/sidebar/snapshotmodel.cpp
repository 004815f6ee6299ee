#include "views/sidebar/snapshotmodel.h"

#include "models/items/displaytext.h"
#include "models/words/words.h"
#include "views/parts/when.h"

namespace idscope {

void SnapshotModel::setLines(std::vector<SnapshotLine> lines, const QDate& today) {
    if (lines == lines_) return;
    beginResetModel();
    lines_ = std::move(lines);
    entries_.clear();
    QDate day;
    for (const SnapshotLine& line : lines_) {
        const QDate date = line.fetched.toLocalTime().date();
        if (date != day) {
            day = date;
            const QString text = dayText(day);
            entries_.push_back({day == today ? tr("Today, %1").arg(text) : text, {}});
        }
        entries_.push_back({{}, line});
    }
    endResetModel();
}

QString SnapshotModel::toolTip(const SnapshotLine& line) {
    QStringList facts{line.title,
                      tr("%1, %2 rows, %3", "time, rows, size")
                          .arg(dayAndTime(line.fetched), words::number(line.rows), words::byteCount(line.bytes))};
    for (const QString& more : {line.origin, line.note, line.warning})
        if (!more.isEmpty()) facts.append(more);
    return facts.join(u'\n');
}

QString SnapshotModel::id(const QModelIndex& index) const {
    return index.isValid() ? entries_[static_cast<std::size_t>(index.row())].line.id : QString();
}

int SnapshotModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

QVariant SnapshotModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const Entry& entry = entries_[static_cast<std::size_t>(index.row())];
    const bool heading = !entry.day.isEmpty();
    if (role == DayRole) return heading;
    if (heading) return role == Qt::DisplayRole ? QVariant(entry.day) : QVariant();
    const QString time = clockTime(entry.line.fetched);
    switch (role) {
    case Qt::DisplayRole:
        return entry.line.name.isEmpty() ? entry.line.title : entry.line.name;
    case Qt::ToolTipRole:
        return toolTipMarkup(toolTip(entry.line));
    case Qt::AccessibleTextRole:
        if (!entry.line.warning.isEmpty())
            return tr("%1, %2", "snapshot, warning").arg(entry.line.title, entry.line.warning);
        return (tr("%1, %2, %3 rows", "snapshot, time").arg(entry.line.title, time, words::number(entry.line.rows)) +
                QChar(u' ') + entry.line.note)
            .trimmed();
    case LeadRole:
        return time;
    case IconNameRole:
        return entry.line.icon;
    case FactRole:
        return words::byteCount(entry.line.bytes);
    case FailedRole:
        return !entry.line.warning.isEmpty();
    case CurrentRole:
        return entry.line.current;
    default:
        return {};
    }
}

Qt::ItemFlags SnapshotModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    return data(index, DayRole).toBool() ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace idscope
