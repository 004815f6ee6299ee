#include "models/items/csvsave.h"

#include "models/base/withinmemory.h"
#include "models/query/operandcolumn.h"

#include <cerrno>

namespace idscope {

namespace {

std::optional<std::span<const RowId>> listOf(const ShownRows& rows, const Table& table) {
    if (!rows.isAll()) return std::span<const RowId>(rows.list());
    Q_ASSERT(rows.size() == table.rowCount());
    return std::nullopt;
}

} // namespace

SaveResult saveCsv(const SaveRequest& request, const std::stop_token& stop, const CsvProgress& progress,
                   const FileSystem& files) {
    SaveResult result{.path = request.path, .error = {}, .written = {}};
    AtomicFile file(request.path, files);
    const auto note = [&](const std::expected<void, FileError>& done) {
        if (!done) result.error = done.error();
        return done.has_value();
    };
    if (!note(file.open())) return result;

    const auto write = [&] {
        std::vector<WrittenColumn> columns;
        columns.reserve(request.columns.size());
        for (const Operand& column : request.columns)
            columns.push_back(writtenColumn(*request.table, column, request.revealSecrets));
        const CsvOptions options{.spreadsheet = request.spreadsheet, .revealSecrets = request.revealSecrets};
        const auto written = writeCsv(
            *request.table, listOf(request.rows, *request.table), columns, options,
            [&](std::string_view bytes) { return note(file.write(bytes)); }, stop, progress);
        if (written) {
            if (note(file.commit())) result.written = *written;
        } else {
            result.cancelled = written.error() == CsvWriteError::Cancelled;
        }
    };
    withinMemory(write, [&] {
        note(std::unexpected(
            FileError{.kind = FileErrorKind::CannotWrite, .file = request.path, .systemError = ENOMEM}));
    });
    return result;
}

} // namespace idscope
