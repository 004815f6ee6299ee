#include "app/commands/printing.h"

#include "app/commands/console.h"
#include "models/base/utf8.h"
#include "models/json/json.h"
#include "models/json/secrets.h"
#include "models/table/tablewriter.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace idscope {

namespace {

/// Bad sequences are what becomes one U+FFFD each.
std::uint64_t writeJson(std::string& out, std::string_view text) {
    out += encodeJsonString(text);
    std::uint64_t bad = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Step step = decodeUtf8(text, at);
        bad += step.valid ? 0 : 1;
        at += step.length;
    }
    return bad;
}

std::uint64_t writeVisible(std::string& out, std::string_view text) {
    out += visibleText(text);
    return 0;
}

/// The columns of one print, in one format.
class Print {
public:
    Print(Output& output, const Table& table, const RowList& rows, const std::vector<WrittenColumn>& columns,
          const PrintOptions& options, CellEncoder encoder)
        : output_(output), table_(table), rows_(rows), options_(options), encoder_(encoder) {
        for (const WrittenColumn& column : columns) {
            headers_.push_back(column.header);
            columns_.emplace_back(table, column, encoder, options.revealSecrets);
        }
    }

    void json() {
        std::vector<std::string> keys;
        std::set<std::string> taken;
        std::map<std::string, std::size_t> last; // numbers behind a header: those up to it are taken
        for (const std::string& header : headers_) {
            std::string name = header;
            while (!taken.insert(name).second)
                name = header + " (" + std::to_string(++last.try_emplace(header, 1).first->second) + ')';
            std::string key = keys.empty() ? "{" : ",";
            told_ += encoder_(key, name);
            keys.push_back(key + ':');
        }
        std::string& out = output_.text();
        std::string_view separator = "[\n";
        for (const RowId row : rows_) {
            out += separator;
            for (std::size_t i = 0; i < columns_.size(); ++i)
                (out += keys[i]) += columns_[i].at(row);
            out += '}';
            separator = ",\n";
            leftOut_ += surplus(row).size();
            if (!output_.flushIfLong()) return;
        }
        out += rows_.empty() ? "[]\n" : "\n]\n";
    }

    void aligned() {
        std::vector<std::size_t> widths;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            std::size_t width = displayWidth(visibleText(headers_[i]));
            for (const RowId row : rows_)
                width = std::max(width, displayWidth(columns_[i].at(row)));
            widths.push_back(width);
        }
        std::string& out = output_.text();
        Line line;
        for (std::size_t i = 0; i < columns_.size(); ++i)
            line.add(out, visibleText(headers_[i]), widths[i]);
        out += '\n';
        for (const RowId row : rows_) {
            line = {};
            for (std::size_t i = 0; i < columns_.size(); ++i)
                line.add(out, columns_[i].at(row), widths[i]);
            for (const std::string& cell : surplus(row))
                line.add(out, visibleText(options_.revealSecrets ? cell : masked(cell)), 0);
            out += '\n';
            if (!output_.flushIfLong()) return;
        }
    }

    [[nodiscard]] std::uint64_t told() const {
        std::uint64_t sum = told_;
        for (const EncodedColumn& column : columns_)
            sum += column.told();
        return sum;
    }
    [[nodiscard]] std::uint64_t leftOut() const { return leftOut_; }

private:
    /// Cells side by side; no blanks after the last that holds something.
    struct Line {
        std::size_t owed = 0; ///< blanks before the next cell

        void add(std::string& out, std::string_view cell, std::size_t width) {
            if (!cell.empty()) {
                out.append(owed, ' ');
                out += cell;
                owed = 0;
            }
            const std::size_t used = displayWidth(cell);
            owed += 2 + (width > used ? width - used : 0);
        }
    };

    [[nodiscard]] std::span<const std::string> surplus(RowId row) const {
        const RaggedRow* ragged = options_.surplus ? table_.raggedAt(row) : nullptr;
        return ragged != nullptr ? std::span(ragged->surplus) : std::span<const std::string>();
    }

    Output& output_;
    const Table& table_;
    const RowList& rows_;
    const PrintOptions& options_;
    CellEncoder encoder_;
    std::vector<std::string> headers_;
    std::vector<EncodedColumn> columns_;
    std::uint64_t told_ = 0;
    std::uint64_t leftOut_ = 0;
};

/// As the window saves it.
PrintReport csv(Output& output, const Table& table, const RowList& rows, const std::vector<WrittenColumn>& columns,
                const PrintOptions& options) {
    const CsvOptions asked{.spreadsheet = options.format == PrintFormat::Spreadsheet,
                           .revealSecrets = options.revealSecrets,
                           .surplus = options.surplus};
    const auto written = writeCsv(table, rows, columns, asked, [&](std::string_view bytes) {
        output.text() += bytes;
        return output.flushIfLong();
    });
    return written ? PrintReport{.changedCells = written->changed} : PrintReport{};
}

} // namespace

PrintReport printRows(Output& output, const Table& table, const RowList& rows,
                      const std::vector<WrittenColumn>& columns, const PrintOptions& options) {
    const auto print = [&](CellEncoder encoder) { return Print(output, table, rows, columns, options, encoder); };
    switch (options.format) {
    case PrintFormat::Csv:
    case PrintFormat::Spreadsheet:
        return csv(output, table, rows, columns, options);
    case PrintFormat::Json: {
        Print array = print(writeJson);
        array.json();
        return {.replacedBytes = array.told(), .leftOutCells = array.leftOut()};
    }
    case PrintFormat::Table:
        print(writeVisible).aligned();
        return {};
    }
    return {};
}

} // namespace idscope
