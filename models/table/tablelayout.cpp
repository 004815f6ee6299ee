#include "models/table/tablelayout.h"

#include "models/base/randomhash.h"
#include "models/schema/recognise.h"
#include "models/table/valuepool.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace idscope {

namespace {

std::vector<std::string> texts(const FileHeader& header) {
    std::vector<std::string> cells;
    cells.reserve(header.cells.size());
    for (const FileHeader::Cell& cell : header.cells)
        cells.push_back(cell.text);
    return cells;
}

std::string joined(const std::vector<std::string>& cells) {
    std::string text;
    for (const std::string& cell : cells)
        text += text.empty() ? cell : "," + cell;
    return text;
}

/// Makes labels that are unique within a table, folded as people write them: " (2)", " (3)"… behind repeated ones.
class Labels {
public:
    std::string unique(const std::string& text) {
        std::string label = text;
        while (!taken_.insert(foldedName(label)).second)
            label = text + " (" + std::to_string(++count_.try_emplace(foldedName(text), 1).first->second) + ")";
        return label;
    }

private:
    std::unordered_set<std::string, RandomHash> taken_; ///< folded, as the next
    std::unordered_map<std::string, std::size_t, RandomHash> count_;
};

class Layouter {
public:
    Layouter(const Schema* schema, NoticeLog& notices) : notices_(notices) { layout_.schema = schema; }

    void addFile(const FileHeader& header, const HeaderMatch& match) {
        std::map<std::string, std::uint32_t> seen;
        auto& places = layout_.places.emplace_back();
        for (std::size_t i = 0; i < header.cells.size(); ++i) {
            const FileHeader::Cell& cell = header.cells[i];
            const std::string name = foldedName(cell.text);
            const std::uint32_t repetition = seen[name]++;
            const auto [known, isNew] = byName_.try_emplace({name, repetition}, nextColumn());
            places.push_back(known->second);
            if (!isNew) continue;
            // A repetition is no column of the schema, but its cells are of the same type (and may hold secrets, too).
            const ColumnId first = byName_.at({name, 0});
            const ColumnType type = repetition > 0                ? layout_.columns[first.value].type
                                    : match.columns[i] != nullptr ? match.columns[i]->type
                                                                  : ColumnType::Text;
            layout_.columns.push_back(
                {.header = cell.text, .label = labels_.unique(cell.text), .type = type, .spec = match.columns[i]});
            report(cell, known->second, repetition > 0);
            if (header.cells.size() == 1) reportSeparator(cell);
        }
        for (const ColumnSpec* missing : match.missingRequired)
            if (missing_.insert(missing).second)
                notices_.add(NoticeKind::MissingRequiredColumn, [&] {
                    return Notice{.kind = NoticeKind::MissingRequiredColumn, .text = std::string(missing->name)};
                });
    }

    TableLayout finish(bool severalFiles) {
        if (layout_.schema != nullptr) {
            for (const DerivedSpec& derived : layout_.schema->derived)
                addDerived(derived);
            const auto type = find(layout_.schema->typeClaim.type);
            const auto brn = find(layout_.schema->typeClaim.brn);
            if (type && brn) layout_.typeClaim = TypeClaimPlace{*type, *brn};
        }
        if (severalFiles) {
            layout_.source = nextColumn();
            layout_.columns.push_back(
                {.header = sourceColumn, .label = labels_.unique(sourceColumn), .fromSource = true});
        }
        return std::move(layout_);
    }

private:
    static constexpr const char* sourceColumn = "source";

    ColumnId nextColumn() const { return ColumnId{static_cast<std::uint32_t>(layout_.columns.size())}; }

    std::optional<ColumnId> find(std::string_view name) const {
        if (name.empty()) return std::nullopt;
        const auto found = byName_.find({foldedName(name), 0});
        return found == byName_.end() ? std::nullopt : std::optional(found->second);
    }

    void addDerived(const DerivedSpec& derived) {
        DerivedPlace place{.column = nextColumn(), .inputs = {}};
        for (std::size_t i = 0; i < place.inputs.size(); ++i) {
            place.inputs[i] = find(derived.inputs[i]);
            if (!derived.inputs[i].empty() && !place.inputs[i]) return;
        }
        const std::string name(derived.name);
        layout_.columns.push_back(
            {.header = name, .label = labels_.unique(name), .type = derived.type, .derived = &derived});
        layout_.derived.push_back(place);
    }

    void report(const FileHeader::Cell& cell, ColumnId column, bool repeated) {
        const auto add = [&](NoticeKind kind, std::uint64_t count = 0) {
            notices_.add(kind, [&] {
                return Notice{.kind = kind, .column = column, .byte = cell.begin, .count = count, .text = cell.text};
            });
        };
        if (repeated) add(NoticeKind::DuplicateColumn);
        for (const auto& [mark, kind] : markNotices)
            if (has(cell.marks, mark)) add(kind);
        for (const Oddity& oddity : textOddities(cell.text))
            add(oddity.kind, oddity.byte);
    }

    /// Other programs write tables so. Read as what it is, it is one column.
    void reportSeparator(const FileHeader::Cell& cell) {
        constexpr int manyInAName = 2;
        for (const char separator : {';', '\t'})
            if (std::ranges::count(cell.text, separator) >= manyInAName)
                notices_.add(NoticeKind::OtherSeparator, [&] {
                    return Notice{.kind = NoticeKind::OtherSeparator, .byte = cell.begin, .text = {separator}};
                });
    }

    NoticeLog& notices_;
    TableLayout layout_;
    Labels labels_;
    std::map<std::pair<std::string, std::uint32_t>, ColumnId> byName_;
    std::unordered_set<const ColumnSpec*> missing_;
};

std::vector<std::string> sortedNames(const FileHeader& header) {
    std::vector<std::string> names;
    names.reserve(header.cells.size());
    for (const FileHeader::Cell& cell : header.cells)
        names.push_back(foldedName(cell.text));
    std::ranges::sort(names);
    return names;
}

} // namespace

CellPlaces cellPlaces(const TableLayout& layout, std::size_t file) {
    CellPlaces places(layout.columns.size());
    const std::vector<ColumnId>& columns = layout.places[file];
    for (std::uint32_t cell = 0; cell < columns.size(); ++cell)
        places[columns[cell].value] = cell;
    return places;
}

std::expected<TableLayout, TableError> layOut(const std::vector<FileHeader>& headers, const LoadOptions& options,
                                              NoticeLog& notices) {
    const auto matchOf = [&options](const std::vector<std::string>& cells) {
        return options.schema != nullptr ? matchHeader(cells, *options.schema) : recognise(cells, options.schemas);
    };
    const Schema* schema = matchOf(texts(headers.front())).schema;
    Layouter layouter(schema, notices);
    for (const FileHeader& header : headers) {
        const std::vector<std::string> cells = texts(header);
        const HeaderMatch match = matchOf(cells);
        if (match.schema != schema || (schema == nullptr && sortedNames(header) != sortedNames(headers.front())))
            return std::unexpected(
                TableError{.kind = TableErrorKind::DifferentResource, .file = header.file, .detail = joined(cells)});
        layouter.addFile(header, match);
    }
    return layouter.finish(headers.size() > 1);
}

} // namespace idscope
