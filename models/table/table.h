#pragma once

#include "models/base/ids.h"
#include "models/schema/schema.h"
#include "models/table/block.h"
#include "models/table/dictionary.h"
#include "models/table/memo.h"
#include "models/table/notice.h"
#include "models/table/rawrows.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace idscope {

/// One column of a table. `header` is the file's own text after unquoting; `label` is unique within the table (repeated
/// headers get " (2)"…); `spec` is null for unknown and derived columns.
struct Column {
    std::string header;
    std::string label;
    ColumnType type = ColumnType::Text;
    const ColumnSpec* spec = nullptr;
    const DerivedSpec* derived = nullptr;
    [[nodiscard]] bool isDerived() const { return derived != nullptr || fromSource; }
    bool fromSource = false; ///< the derived column `source` of a table made of several exports
};

/// Where the rows of one file begin in a table made of several.
struct SourceRange {
    std::string name; ///< base name of the file, for people
    std::uint32_t firstRow = 0;
};

/// Which column has a folded label: the first that has it.
class ColumnNames;

/// An immutable snapshot of a table: shared, readable by any number of threads without locks. A later snapshot of the
/// same load shares all earlier blocks and the dictionaries.
class Table {
public:
    struct Parts {
        const Schema* schema = nullptr; ///< null: plain table
        std::vector<Column> columns;
        std::vector<std::shared_ptr<const Dictionary>> dictionaries; ///< one per column; BRN columns share one
        std::vector<std::uint32_t> distinct;                         ///< published size of each column's dictionary
        std::vector<std::shared_ptr<const Block>> blocks;            ///< all but the last hold Block::capacity rows
        std::uint32_t rows = 0;
        std::vector<SourceRange> sources;
        NoticeList notices;
        std::uint64_t bytes = 0;                  ///< of the source read, or searched, so far
        bool complete = false;                    ///< false: more rows are on their way
        std::shared_ptr<const RawRows> raw;       ///< rows as they stand in the files; null when `rows` are all
        bool fromIndex = false;                   ///< read from the index kept beside the file
        std::shared_ptr<const ColumnNames> names; ///< namesOf(columns), shared by snapshots; null: made by the table
    };
    explicit Table(Parts parts);
    /// O(bytes of the labels).
    static std::shared_ptr<const ColumnNames> namesOf(std::span<const Column> columns);

    [[nodiscard]] const Schema* schema() const { return parts_.schema; }
    [[nodiscard]] std::span<const Column> columns() const { return parts_.columns; }
    [[nodiscard]] const Column& column(ColumnId id) const { return parts_.columns[id.value]; }
    /// Rows whose cells are interned: those that have codes, and that questions are about.
    [[nodiscard]] std::uint32_t rowCount() const { return parts_.rows; }
    /// Rows whose cells can be read: the same, and, while a file is being loaded, those whose records are found.
    [[nodiscard]] std::uint32_t listedRows() const {
        return parts_.raw ? std::max(parts_.rows, parts_.raw->count()) : parts_.rows;
    }
    /// Whether cells were given as empty that will not be once they are interned: see RawRows.
    [[nodiscard]] bool hasLeftOut() const { return parts_.raw && parts_.raw->hasLeftOut(); }
    [[nodiscard]] std::uint32_t columnCount() const { return static_cast<std::uint32_t>(parts_.columns.size()); }
    [[nodiscard]] bool isFromIndex() const { return parts_.fromIndex; }
    [[nodiscard]] bool isComplete() const { return parts_.complete; }
    /// Of the source read so far; searched, where isSearch().
    [[nodiscard]] std::uint64_t bytes() const { return parts_.bytes; }
    /// Whether its source is still being searched for records, so that none is interned yet.
    [[nodiscard]] bool isSearch() const { return !parts_.complete && parts_.rows == 0 && parts_.bytes > 0; }
    [[nodiscard]] const NoticeList& notices() const { return parts_.notices; }
    [[nodiscard]] std::span<const SourceRange> sources() const { return parts_.sources; }

    /// The ragged row at `row`, or null. O(log of the ragged rows of its block).
    [[nodiscard]] const RaggedRow* raggedAt(RowId row) const;

    /// The column of this folded name or label (see foldedName), the first when repeated. O(bytes of the name).
    [[nodiscard]] std::optional<ColumnId> find(std::string_view name) const;
    /// The column that the schema documents under this name. O(columns).
    [[nodiscard]] std::optional<ColumnId> documented(std::string_view name) const;

    /// Code of an interned cell in its column's dictionary; a missing cell has the code of the empty value. O(1).
    [[nodiscard]] Code code(RowId row, ColumnId column) const {
        return parts_.blocks[row.value >> Block::shift]->code(row.value & Block::mask, column.value);
    }
    /// The bytes of a cell, after unquoting; empty when missing. They live as long as the table. O(1); O(bytes of the
    /// record) the first time when it is only listed.
    [[nodiscard]] std::string_view cell(RowId row, ColumnId column) const {
        if (row.value >= parts_.rows) return parts_.raw->cell(row, column);
        return parts_.dictionaries[column.value]->at(code(row, column));
    }
    /// Number of codes of the column's dictionary that this snapshot may use: its codes are all below.
    [[nodiscard]] std::uint32_t distinct(ColumnId column) const { return parts_.distinct[column.value]; }
    [[nodiscard]] std::string_view value(ColumnId column, Code code) const {
        return parts_.dictionaries[column.value]->at(code);
    }
    [[nodiscard]] const Dictionary& dictionary(ColumnId column) const { return *parts_.dictionaries[column.value]; }
    /// For what has to outlive the table.
    [[nodiscard]] std::shared_ptr<const Dictionary> sharedDictionary(ColumnId column) const {
        return parts_.dictionaries[column.value];
    }
    [[nodiscard]] std::span<const std::shared_ptr<const Block>> blocks() const { return parts_.blocks; }

    /// The same table, at most with the rows that are interned: when they will not become more.
    [[nodiscard]] std::shared_ptr<const Table> withoutRaw() const;

    /// What questions found out about this snapshot, kept as long as it lives.
    [[nodiscard]] Memo& memo() const { return *memo_; }

private:
    Parts parts_;
    std::unique_ptr<Memo> memo_ = std::make_unique<Memo>();
};

using TablePtr = std::shared_ptr<const Table>;

} // namespace idscope
