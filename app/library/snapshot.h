#pragma once

#include "models/transfer/transfer.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstdint>

namespace idscope {

/// A kept export, or the copy of a file that was opened: a CSV file with its manifest beside it.
struct Snapshot {
    QString id;          ///< folder name
    QString file;        ///< absolute path of the CSV
    QString profile;     ///< empty for a copy
    ExportTarget target; ///< of a copy: its resource as recognised, perhaps none
    QString openedFrom;  ///< path of the file it is a copy of; empty: it was fetched
    QDateTime fetched;   ///< UTC
    std::uint64_t bytes = 0;
    std::uint64_t rows = 0; ///< records without the header
    QByteArray sha256;      ///< hex
    QString apiOrigin;
    bool unverifiable = false; ///< no length was sent: nobody can tell whether it is complete
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

} // namespace idscope
