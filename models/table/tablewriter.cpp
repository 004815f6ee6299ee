#include "models/table/tablewriter.h"

#include "models/csv/writer.h"
#include "models/json/secrets.h"

#include <utility>
#include <vector>

namespace idscope {

namespace {

constexpr std::size_t chunkBytes = 256 * 1024;
constexpr std::uint64_t rowsPerCheck = 4096;
constexpr std::size_t mostKeptBytes = std::size_t{16} << 20U;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// The cells of one column as they are written, made once per distinct value as far as there is room to keep them.
class WrittenColumn {
public:
    WrittenColumn(const Table& table, const CsvColumn& column, const CsvOptions& options)
        : table_(table), column_(column), spreadsheet_(options.spreadsheet),
          masks_(!column.text && !options.revealSecrets && table.column(column.column).type == ColumnType::Json),
          forms_(table.distinct(column.column)) {}

    /// Whether the cell was neutralised for spreadsheets.
    bool append(std::string& out, RowId row) {
        const Code code = table_.code(row, column_.column);
        std::uint32_t& form = forms_[code.value];
        if (form == unknown) form = formOf(code);
        if (form == asItIs) {
            out += table_.value(column_.column, code);
            return false;
        }
        if (form == notKept) return make(out, code);
        const Kept& kept = kept_[form - firstKept];
        out += kept.text;
        return kept.changed;
    }

private:
    struct Kept {
        std::string text;
        bool changed = false;
    };
    static constexpr std::uint32_t unknown = 0;
    static constexpr std::uint32_t asItIs = 1;
    static constexpr std::uint32_t notKept = 2;
    static constexpr std::uint32_t firstKept = 3;

    bool make(std::string& out, Code code) const {
        const auto write = [&](std::string_view text) {
            if (spreadsheet_) return appendSpreadsheetCell(out, text);
            appendCsvCell(out, text);
            return false;
        };
        if (column_.text) return write(column_.text(code));
        const std::string_view value = table_.value(column_.column, code);
        return masks_ ? write(masked(value)) : write(value);
    }

    std::uint32_t formOf(Code code) {
        Kept made;
        made.changed = make(made.text, code);
        if (made.text == table_.value(column_.column, code)) return asItIs;
        if (keptBytes_ + made.text.size() > mostKeptBytes) return notKept;
        keptBytes_ += made.text.size();
        kept_.push_back(std::move(made));
        return firstKept + static_cast<std::uint32_t>(kept_.size() - 1);
    }

    const Table& table_;
    const CsvColumn& column_;
    bool spreadsheet_;
    bool masks_;
    std::vector<std::uint32_t> forms_; ///< by code
    std::vector<Kept> kept_;
    std::size_t keptBytes_ = 0;
};

class Writer {
public:
    Writer(const CsvOptions& options, const CsvSink& sink) : options_(options), sink_(sink) {
        out_.reserve(chunkBytes + chunkBytes / 4);
        if (options_.spreadsheet) out_ = byteOrderMark;
    }

    void cell(std::string_view text) {
        beginCell();
        if (!options_.spreadsheet)
            appendCsvCell(out_, text);
        else if (appendSpreadsheetCell(out_, text))
            ++written_.changed;
    }
    void cell(WrittenColumn& column, RowId row) {
        beginCell();
        if (column.append(out_, row)) ++written_.changed;
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
    void beginCell() {
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

    std::vector<WrittenColumn> written;
    written.reserve(columns.size());
    for (const CsvColumn& column : columns)
        written.emplace_back(table, column, options);

    const std::uint64_t count = rows ? rows->size() : table.rowCount();
    for (std::uint64_t i = 0; i < count; ++i) {
        if (i % rowsPerCheck == 0) {
            if (stop.stop_requested()) return std::unexpected(CsvWriteError::Cancelled);
            if (progress) progress(i);
        }
        const RowId row = rows ? (*rows)[i] : RowId{static_cast<std::uint32_t>(i)};
        for (WrittenColumn& column : written)
            writer.cell(column, row);
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
