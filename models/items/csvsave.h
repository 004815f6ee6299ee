#pragma once

#include "models/base/atomicfile.h"
#include "models/items/shownrows.h"
#include "models/table/tablewriter.h"

#include <QString>

#include <optional>
#include <stop_token>
#include <vector>

namespace idscope {

/// What to save: exactly these rows and columns, in this order.
struct SaveRequest {
    QString path;
    TablePtr table;
    ShownRows rows = ShownRows::all(0);
    std::vector<Operand> columns;
    bool spreadsheet = false;   ///< see CsvOptions
    bool revealSecrets = false; ///< only after people were asked
};

/// How saving ended: with an error, or cancelled (both leave an older file as it was), or done.
struct SaveResult {
    QString path;
    std::optional<FileError> error;
    bool cancelled = false;
    CsvWritten written; ///< when done
};

/// Saves as CSV, whole or not at all (see AtomicFile). O(bytes written), in the calling thread.
SaveResult saveCsv(const SaveRequest& request, const std::stop_token& stop, const CsvProgress& progress,
                   const FileSystem& files = fileSystem());

} // namespace idscope
