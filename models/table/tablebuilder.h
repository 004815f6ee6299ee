#pragma once

#include "models/csv/scanner.h"
#include "models/table/blockbuilder.h"
#include "models/table/noticelog.h"
#include "models/table/rowrules.h"
#include "models/table/table.h"
#include "models/table/tablelayout.h"
#include "models/table/valuepool.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace idscope {

/// Makes a table out of cells as a scanner gives them: interns them, completes ragged rows, computes derived columns,
/// notes what is odd. One thread.
class TableBuilder {
public:
    /// Rows after which the first snapshot is due; from then on one is due whenever a block is full.
    static constexpr std::uint32_t firstSnapshotRows = 2000;

    /// `snapshotDue` is called between two rows and may call snapshot().
    TableBuilder(TableLayout layout, NoticeLog notices, std::uint64_t seed, std::function<void()> snapshotDue);

    /// The cells that follow are those of this file of the layout, its header first. `name`: see SourceRange.
    void beginFile(std::size_t file, const std::string& name);

    /// Takes the next cells. Throws std::bad_alloc, and std::length_error beyond the number of rows a RowId can tell.
    void add(const std::vector<CsvCell>& cells);

    /// The rows so far as a table. `bytes`: of the sources read. O(columns + notices), and rows of the last block.
    [[nodiscard]] TablePtr snapshot(std::uint64_t bytes, bool complete);

private:
    /// A cell about to be added; without a pool it belongs to a header or to the surplus of a row.
    struct Ahead {
        ValuePool* pool = nullptr;
        std::uint32_t hash = 0;
    };
    void lookAhead(std::span<const CsvCell> cells);
    void addCell(const CsvCell& cell, std::uint32_t hash);
    void addSurplus(const CsvCell& cell);
    void endRow();
    void fillMissing();
    void report(const CsvCell& cell, std::optional<ColumnId> column, std::span<const Oddity> oddities);
    void reportRow(NoticeKind kind, std::uint64_t expected);
    [[nodiscard]] RowId row() const { return RowId{rows_}; }
    [[nodiscard]] std::uint32_t empty(ColumnId column) { return pools_[column.value]->intern({}).value; }

    TableLayout layout_;
    NoticeLog notices_;
    std::function<void()> snapshotDue_;

    std::vector<std::unique_ptr<ValuePool>> ownedPools_;
    std::vector<ValuePool*> pools_; ///< by column; BRN columns share one
    std::vector<DerivedColumn> derived_;
    std::optional<TypeClaimCheck> typeClaim_;

    // The file being read.
    const std::vector<ColumnId>* places_ = nullptr; ///< of its cells
    std::vector<ColumnId> absent_;                  ///< columns it has not
    bool inHeader_ = false;

    // The record being read.
    std::uint32_t cells_ = 0;
    std::uint64_t begin_ = 0;
    std::vector<std::uint32_t> codes_; ///< by column
    std::vector<std::string> surplus_;
    std::array<Ahead, 64> ahead_;

    std::uint32_t rows_ = 0;
    BlockBuilder builder_;
    std::vector<std::shared_ptr<const Block>> blocks_;
    std::vector<SourceRange> sources_;
};

} // namespace idscope
