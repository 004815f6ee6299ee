#pragma once

#include "models/transfer/transfer.h"

#include <QDateTime>
#include <QString>

namespace idscope {

/// A line of the resource tree. Lines whose target has an integration stand under the line of the same resource
/// without one.
struct ResourceLine {
    ExportTarget target;
    QString title;
    QString icon; ///< bundled icon; empty for integrations
    QString fact; ///< rows, or the state of its transfer; may be empty
    bool failed = false;
    bool current = false; ///< its table is in front
    friend bool operator==(const ResourceLine&, const ResourceLine&) = default;
};

/// A kept export as the side bar lists it.
struct SnapshotLine {
    QString id;
    QDateTime fetched; ///< UTC; shown in local time
    QString title;
    QString icon = {}; ///< bundled icon of its resource
    QString name = {}; ///< what tells it from others of its resource: an integration; empty: the title
    QString origin;    ///< the tenant, or the file it is a copy of
    QString note;      ///< what else is to be known about it; mostly empty
    QString warning;   ///< what is wrong with it; mostly empty
    quint64 rows = 0;
    quint64 bytes = 0;
    bool current = false;
    friend bool operator==(const SnapshotLine&, const SnapshotLine&) = default;
};

/// What the side bar's delegate needs beyond Qt's roles.
enum NavigationRole : int {
    FactRole = Qt::UserRole + 1, ///< QString, at the right
    IconNameRole,                ///< QString
    FailedRole,                  ///< bool: the octagon in place of the fact
    CurrentRole,                 ///< bool: bold, on the ground of a selection
    LeadRole,                    ///< QString, a time before the text
    DayRole,                     ///< bool: a day above its snapshots
};

} // namespace idscope
