#include "models/table/tablewriter.h"

#include "models/csv/writer.h"
#include "models/json/secrets.h"

#include <deque>
#include <unordered_map>
#include <utility>

namespace idscope {

namespace {

constexpr std::size_t chunkBytes = 256 * 1024;
constexpr std::uint64_t rowsPerCheck = 4096;
constexpr std::size_t keptValues = 65536;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// The texts of one column's cells; those that are not simply the cell's bytes are made once per distinct value.
class ColumnTexts {
public:
    ColumnTexts(const Table& table, const CsvColumn& column, bool revealSecrets)
        : table_(table), column_(column),
          masks_(!column.text && !revealSecrets && table.column(column.column).type == ColumnType::Json) {}

    std::string_view at(RowId row) {
        if (!column_.text && !masks_) return table_.cell(row, column_.column);
        const Code code = table_.code(row, column_.column);
        if (known_.size() == keptValues) known_.clear(); // (almost) unique cells: no use keeping them all
        const auto [known, isNew] = known_.try_emplace(code);
        if (isNew) known->second = column_.text ? column_.text(code) : masked(table_.value(column_.column, code));
        return known->second;
    }

private:
    const Table& table_;
    const CsvColumn& column_;
    bool masks_;
    std::unordered_map<Code, std::string> known_;
};

class Writer {
public:
    Writer(const CsvOptions& options, const CsvSink& sink) : options_(options), sink_(sink) {
        out_.reserve(chunkBytes + chunkBytes / 4);
        if (options_.spreadsheet) out_ = byteOrderMark;
    }

    void cell(std::string_view text) {
        if (!atLineStart_) out_ += ',';
        atLineStart_ = false;
        if (!options_.spreadsheet)
            appendCsvCell(out_, text);
        else if (appendSpreadsheetCell(out_, text))
            ++written_.changed;
    }
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
    const CsvOptions& options_;
    const CsvSink& sink_;
    std::string out_;
    bool atLineStart_ = true;
    CsvWritten written_;
};

} // namespace

CsvColumn csvColumn(const Table& table, ColumnId column) {
    const Column& described = table.column(column);
    return {.header = described.isDerived() ? described.label : described.header, .column = column};
}

std::vector<CsvColumn> fileColumns(const Table& table) {
    std::vector<CsvColumn> columns;
    for (std::uint32_t i = 0; i < table.columnCount(); ++i)
        if (!table.column(ColumnId{i}).isDerived()) columns.push_back(csvColumn(table, ColumnId{i}));
    return columns;
}

std::expected<CsvWritten, CsvWriteError> writeCsv(const Table& table, std::optional<std::span<const RowId>> rows,
                                                  std::span<const CsvColumn> columns, const CsvOptions& options,
                                                  const CsvSink& sink, std::stop_token stop,
                                                  const CsvProgress& progress) {
    Writer writer(options, sink);
    for (const CsvColumn& column : columns)
        writer.cell(column.header);
    if (!writer.endLine()) return std::unexpected(CsvWriteError::SinkFailed);

    std::deque<ColumnTexts> texts;
    for (const CsvColumn& column : columns)
        texts.emplace_back(table, column, options.revealSecrets);

    const std::uint64_t count = rows ? rows->size() : table.rowCount();
    for (std::uint64_t i = 0; i < count; ++i) {
        if (i % rowsPerCheck == 0) {
            if (stop.stop_requested()) return std::unexpected(CsvWriteError::Cancelled);
            if (progress) progress(i);
        }
        const RowId row = rows ? (*rows)[i] : RowId{static_cast<std::uint32_t>(i)};
        for (ColumnTexts& column : texts)
            writer.cell(column.at(row));
        if (const RaggedRow* ragged = options.surplus ? table.raggedAt(row) : nullptr)
            for (const std::string& surplus : ragged->surplus)
                writer.cell(surplus);
        if (!writer.endLine()) return std::unexpected(CsvWriteError::SinkFailed);
    }
    if (!writer.flush()) return std::unexpected(CsvWriteError::SinkFailed);
    if (progress) progress(count);
    writer.written().rows = count;
    return writer.written();
}

} // namespace idscope
