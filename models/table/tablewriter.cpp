#include "models/table/tablewriter.h"

#include "models/base/handover.h"
#include "models/csv/writer.h"
#include "models/json/secrets.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>
#include <utility>

namespace idscope {

namespace {

constexpr std::size_t chunkBytes = std::size_t{256} * 1024;
/// So many rows are looked up at a time, column by column, before they are written row by row.
constexpr std::size_t batchRows = 256;
/// With fewer, a second thread would cost more than it saves.
constexpr std::uint64_t fewRows = 32768;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::uint64_t encodeExact(std::string& out, std::string_view text) {
    appendCsvCell(out, text);
    return wouldRunInSpreadsheet(text) ? 1 : 0;
}

std::uint64_t encodeForSpreadsheets(std::string& out, std::string_view text) {
    return appendSpreadsheetCell(out, text) ? 1 : 0;
}

/// Some lines of the file.
struct Chunk {
    std::string bytes;
    std::uint64_t rows = 0; ///< written up to its end
};

/// Makes the lines of a file, chunk after chunk.
class Lines {
public:
    using Rows = std::optional<std::span<const RowId>>;

    Lines(const Table& table, Rows rows, std::span<const WrittenColumn> columns, const CsvOptions& options)
        : table_(table), rows_(rows), options_(options),
          encoder_(options.spreadsheet ? encodeForSpreadsheets : encodeExact),
          lineEnd_(options.spreadsheet ? "\r\n" : "\n") {
        if (options.spreadsheet) header_ = byteOrderMark;
        for (const WrittenColumn& column : columns) {
            if (&column != &columns.front()) header_ += ',';
            told_ += encoder_(header_, column.header);
            columns_.emplace_back(table, column, encoder_, options.revealSecrets);
        }
        header_ += lineEnd_;
        cells_.resize(columns.size() * batchRows);
    }

    [[nodiscard]] std::uint64_t rowCount() const { return rows_ ? rows_->size() : table_.rowCount(); }

    /// The next chunk, the header before the first. False when everything has been made.
    bool next(Chunk& chunk) {
        if (header_.empty() && made_ == rowCount()) return false;
        chunk.bytes.assign(std::exchange(header_, {}));
        chunk.bytes.reserve(chunkBytes + chunkBytes / 4);
        while (made_ < rowCount() && chunk.bytes.size() < chunkBytes)
            addBatch(chunk.bytes);
        chunk.rows = made_;
        return true;
    }

    /// What the encoder had to tell about all cells.
    [[nodiscard]] std::uint64_t told() const {
        return std::accumulate(columns_.begin(), columns_.end(), told_,
                               [](std::uint64_t sum, const EncodedColumn& column) { return sum + column.told(); });
    }

private:
    void addBatch(std::string& out) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(batchRows, rowCount() - made_));
        std::array<RowId, batchRows> consecutive;
        if (!rows_)
            for (std::size_t i = 0; i < count; ++i)
                consecutive[i] = RowId{static_cast<std::uint32_t>(made_ + i)};
        const auto rows = rows_ ? rows_->subspan(static_cast<std::size_t>(made_), count)
                                : std::span<const RowId>(consecutive).first(count);
        for (std::size_t column = 0; column < columns_.size(); ++column)
            columns_[column].at(rows, std::span(cells_).subspan(column * batchRows, count));
        for (std::size_t i = 0; i < count; ++i) {
            addRow(out, i);
            if (const RaggedRow* ragged = options_.surplus ? table_.raggedAt(rows[i]) : nullptr)
                addSurplus(out, *ragged);
            out += lineEnd_;
        }
        made_ += count;
    }

    /// All at once, so that there is one look at how much room is left.
    void addRow(std::string& out, std::size_t row) const {
        if (columns_.empty()) return;
        std::size_t bytes = columns_.size() - 1;
        for (std::size_t at = row; at < cells_.size(); at += batchRows)
            bytes += cells_[at].size();
        const std::size_t before = out.size();
        out.resize(before + bytes);
        char* to = out.data() + before;
        for (std::size_t at = row; at < cells_.size(); at += batchRows) {
            if (at != row) *to++ = ',';
            std::memcpy(to, cells_[at].data(), cells_[at].size());
            to += cells_[at].size();
        }
    }

    void addSurplus(std::string& out, const RaggedRow& ragged) {
        for (const std::string& cell : ragged.surplus) {
            if (!columns_.empty() || &cell != &ragged.surplus.front()) out += ',';
            told_ += encoder_(out, options_.revealSecrets ? cell : masked(cell)); // of no column, it may be JSON
        }
    }

    const Table& table_;
    Rows rows_;
    const CsvOptions& options_;
    CellEncoder encoder_;
    std::string_view lineEnd_;
    std::string header_; ///< until it is written
    std::vector<EncodedColumn> columns_;
    std::vector<std::string_view> cells_; ///< of a batch, column by column
    std::uint64_t made_ = 0;              ///< rows
    std::uint64_t told_ = 0;              ///< about cells of no column
};

} // namespace

WrittenColumn writtenColumn(const Table& table, ColumnId column) {
    const Column& described = table.column(column);
    return {.header = described.isDerived() ? described.label : described.header, .column = column};
}

std::vector<WrittenColumn> fileColumns(const Table& table) {
    std::vector<WrittenColumn> columns;
    for (std::uint32_t i = 0; i < table.columnCount(); ++i)
        if (!table.column(ColumnId{i}).isDerived()) columns.push_back(writtenColumn(table, ColumnId{i}));
    return columns;
}

std::expected<CsvWritten, CsvWriteError> writeCsv(const Table& table, std::optional<std::span<const RowId>> rows,
                                                  std::span<const WrittenColumn> columns, const CsvOptions& options,
                                                  const CsvSink& sink, std::stop_token stop,
                                                  const CsvProgress& progress) {
    Lines lines(table, rows, columns, options);
    CsvWritten written{.rows = lines.rowCount()};
    std::optional<CsvWriteError> error;
    const auto make = [&](Chunk& chunk) { return !stop.stop_requested() && lines.next(chunk); };
    const auto write = [&](const Chunk& chunk) {
        if (stop.stop_requested())
            error = CsvWriteError::Cancelled;
        else if (!sink(chunk.bytes))
            error = CsvWriteError::SinkFailed;
        else if (progress)
            progress(chunk.rows);
        written.bytes += chunk.bytes.size();
        return !error;
    };
    if (progress) progress(0);
    if (written.rows > fewRows)
        handOver<Chunk>(make, write);
    else
        for (Chunk chunk; make(chunk) && write(chunk);) {
        }
    if (!error && stop.stop_requested()) error = CsvWriteError::Cancelled;
    if (error) return std::unexpected(*error);
    (options.spreadsheet ? written.changed : written.formulas) = lines.told();
    return written;
}

} // namespace idscope
