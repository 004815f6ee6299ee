#include "models/items/copytext.h"

#include "models/csv/writer.h"
#include "models/json/json.h"
#include "models/query/operandcolumn.h"
#include "models/words/words.h"

#include <algorithm>
#include <span>
#include <string>

namespace idscope {

void appendTsvCell(std::string& out, std::string_view cell) {
    if (cell.find_first_of("\t\n\r\"") == std::string_view::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

namespace {

constexpr std::uint64_t rowsBetweenChecks = 2048;

/// Text as Markdown that reads as this text.
void appendMarkdown(std::string& out, std::string_view cell) {
    for (std::size_t at = 0; at < cell.size(); ++at) {
        const char c = cell[at];
        if (c == '\r' || c == '\n') {
            if (c == '\r' && at + 1 < cell.size() && cell[at + 1] == '\n') ++at;
            out += "<br>";
            continue;
        }
        if (std::string_view("\\|`*_<>[]~&#").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
}

std::uint64_t asItIs(std::string& out, std::string_view cell) {
    out += cell;
    return 0;
}

/// Writes row after row in one format.
class Writer {
public:
    explicit Writer(const CopyRequest& request) : request_(request) {
        const Table& table = *request.table;
        for (const Operand& operand : request.columns) {
            columns_.push_back(writtenColumn(table, operand, false));
            headers_.emplace_back(operand.kind == Operand::Kind::Cell ? table.column(operand.column).label
                                                                      : columns_.back().header);
        }
        for (const WrittenColumn& column : columns_)
            cells_.emplace_back(table, column, asItIs, false);
    }

    void begin() {
        if (request_.format == CopyFormat::Json) out_ += '[';
        const bool isMarkdown = request_.format == CopyFormat::Markdown;
        if (isMarkdown && !request_.headers) headers_.assign(headers_.size(), {});
        if (isMarkdown || (request_.headers && request_.format != CopyFormat::Json))
            line([this](std::size_t i) -> std::string_view { return headers_[i]; });
        if (!isMarkdown) return;
        for (std::size_t i = 0; i < headers_.size(); ++i)
            out_ += "| --- ";
        out_ += "|\n";
    }
    void row(RowId row) {
        if (request_.format == CopyFormat::Json) return object(row);
        line([&](std::size_t i) { return cells_[i].at(row); });
    }
    void end() {
        if (request_.format == CopyFormat::Json) out_ += first_ ? "]\n" : "\n]\n";
    }
    [[nodiscard]] const std::string& text() const { return out_; }

private:
    template <class Cell>
    void line(Cell textOf) {
        switch (request_.format) {
        case CopyFormat::Markdown:
            for (std::size_t i = 0; i < headers_.size(); ++i) {
                out_ += "| ";
                appendMarkdown(out_, textOf(i));
                out_ += ' ';
            }
            out_ += "|\n";
            break;
        case CopyFormat::Csv:
            separated(',', appendCsvCell, textOf);
            break;
        default:
            separated('\t', appendTsvCell, textOf);
            break;
        }
    }

    template <class Cell>
    void separated(char separator, void (*append)(std::string&, std::string_view), Cell textOf) {
        for (std::size_t i = 0; i < headers_.size(); ++i) {
            if (i > 0) out_ += separator;
            append(out_, textOf(i));
        }
        out_ += '\n';
    }

    void object(RowId row) {
        out_ += first_ ? "\n" : ",\n";
        first_ = false;
        out_ += request_.headers ? '{' : '[';
        for (std::size_t i = 0; i < headers_.size(); ++i) {
            if (i > 0) out_ += ", ";
            if (request_.headers) out_ += encodeJsonString(headers_[i]) + ": ";
            out_ += encodeJsonString(cells_[i].at(row));
        }
        out_ += request_.headers ? '}' : ']';
    }

    const CopyRequest& request_;
    std::vector<WrittenColumn> columns_;
    std::vector<EncodedColumn> cells_;
    std::vector<std::string> headers_;
    std::string out_;
    bool first_ = true;
};

} // namespace

std::uint64_t CopyRequest::rowCount() const {
    std::uint64_t count = 0;
    for (const RowRange& range : ranges)
        count += range.count;
    return count;
}

std::expected<QString, CopyError> copyText(const CopyRequest& request, const std::stop_token& stop,
                                           const std::function<void(std::uint64_t rows)>& progress) {
    Writer writer(request);
    writer.begin();
    std::uint64_t done = 0;
    bool isListed = false; // some row, only
    for (const RowRange& range : request.ranges)
        for (std::uint32_t i = 0; i < range.count; ++i) {
            const RowId row = request.rows.at(range.first + i);
            isListed = isListed || row.value >= request.table->rowCount();
            writer.row(row);
            if (writer.text().size() > maximumCopiedBytes) return std::unexpected(CopyError::TooLong);
            if (++done % rowsBetweenChecks != 0) continue;
            if (stop.stop_requested()) return std::unexpected(CopyError::Cancelled);
            progress(done);
        }
    if (isListed && request.table->hasLeftOut()) return std::unexpected(CopyError::StillLoading);
    writer.end();
    return words::fromUtf8(writer.text());
}

} // namespace idscope
