#include "models/table/tablewriter.h"

#include "models/csv/writer.h"

#include <utility>

namespace idscope {

namespace {

constexpr std::size_t chunkBytes = 256 * 1024;
constexpr std::uint64_t rowsPerCheck = 4096;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::uint64_t encodeExact(std::string& out, std::string_view text) {
    appendCsvCell(out, text);
    return wouldRunInSpreadsheet(text) ? 1 : 0;
}

std::uint64_t encodeForSpreadsheets(std::string& out, std::string_view text) {
    return appendSpreadsheetCell(out, text) ? 1 : 0;
}

class Writer {
public:
    Writer(const CsvOptions& options, const CsvSink& sink) : options_(options), sink_(sink) {
        out_.reserve(chunkBytes + chunkBytes / 4);
        if (options_.spreadsheet) out_ = byteOrderMark;
    }

    void cell(std::string_view text) {
        separate();
        told(encoder()(out_, text));
    }
    void encodedCell(std::string_view text) {
        separate();
        out_ += text;
    }
    /// Notes what the encoder had to tell.
    void told(std::uint64_t cells) { (options_.spreadsheet ? written_.changed : written_.formulas) += cells; }
    [[nodiscard]] CellEncoder encoder() const { return options_.spreadsheet ? encodeForSpreadsheets : encodeExact; }
    [[nodiscard]] bool endLine() {
        out_ += options_.spreadsheet ? "\r\n" : "\n";
        atLineStart_ = true;
        return out_.size() < chunkBytes || flush();
    }
    [[nodiscard]] bool flush() {
        if (!out_.empty() && !sink_(out_)) return false;
        written_.bytes += out_.size();
        out_.clear();
        return true;
    }
    CsvWritten& written() { return written_; }

private:
    void separate() {
        if (!atLineStart_) out_ += ',';
        atLineStart_ = false;
    }

    const CsvOptions& options_;
    const CsvSink& sink_;
    std::string out_;
    bool atLineStart_ = true;
    CsvWritten written_;
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
    Writer writer(options, sink);
    for (const WrittenColumn& column : columns)
        writer.cell(column.header);
    if (!writer.endLine()) return std::unexpected(CsvWriteError::SinkFailed);

    std::vector<EncodedColumn> cells;
    for (const WrittenColumn& column : columns)
        cells.emplace_back(table, column, writer.encoder(), options.revealSecrets);

    const std::uint64_t count = rows ? rows->size() : table.rowCount();
    for (std::uint64_t i = 0; i < count; ++i) {
        if (i % rowsPerCheck == 0) {
            if (stop.stop_requested()) return std::unexpected(CsvWriteError::Cancelled);
            if (progress) progress(i);
        }
        const RowId row = rows ? (*rows)[i] : RowId{static_cast<std::uint32_t>(i)};
        for (EncodedColumn& column : cells)
            writer.encodedCell(column.at(row));
        if (const RaggedRow* ragged = options.surplus ? table.raggedAt(row) : nullptr)
            for (const std::string& surplus : ragged->surplus)
                writer.cell(surplus);
        if (!writer.endLine()) return std::unexpected(CsvWriteError::SinkFailed);
    }
    if (!writer.flush()) return std::unexpected(CsvWriteError::SinkFailed);
    if (progress) progress(count);
    writer.written().rows = count;
    for (const EncodedColumn& column : cells)
        writer.told(column.told());
    return writer.written();
}

} // namespace idscope
