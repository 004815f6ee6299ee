#pragma once

#include "models/table/blockbuilder.h"
#include "models/table/cellinterner.h"
#include "models/table/noticelog.h"
#include "models/table/piece.h"
#include "models/table/rawrows.h"
#include "models/table/rowrules.h"
#include "models/table/table.h"
#include "models/table/tablelayout.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace idscope {

/// Makes a table out of pieces: each goes through intern() for every lane, in any order of lanes, then through
/// append(). Every lane, and append(), takes the pieces in their order, so that the table does not depend on how many
/// threads there are; different lanes, and append(), may run at the same time.
class TableBuilder {
public:
    /// Rows after which the first snapshot is due; from then on one is due whenever a block is full.
    static constexpr std::uint32_t firstSnapshotRows = 2000;
    /// How many rows the piece that begins at this row may have: no piece goes beyond a snapshot.
    static constexpr std::uint32_t rowsFrom(std::uint32_t row) {
        return row < firstSnapshotRows ? firstSnapshotRows - row : Block::capacity - (row & Block::mask);
    }

    /// `names` of the layout's files: see SourceRange.
    /// `spill`: see CellInterner.
    TableBuilder(TableLayout layout, std::vector<std::string> names, NoticeLog notices, std::uint64_t seed,
                 const std::shared_ptr<SpillFile>& spill);

    /// Rows that are listed although they are not appended yet: part of all snapshots but the complete one.
    void listRaw(std::shared_ptr<const RawRows> rows) { raw_ = std::move(rows); }
    [[nodiscard]] const TableLayout& layout() const { return layout_; }
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

    [[nodiscard]] Piece emptyPiece() const;
    /// Into how many parts interning is divided.
    [[nodiscard]] std::size_t lanes() const { return std::min(interners_.size(), mostLanes); }
    void intern(std::size_t lane, Piece& piece);

    /// Completes ragged rows, computes derived columns, notes what is odd. Whether a snapshot is due.
    bool append(Piece& piece);

    /// The rows appended so far as a table. `bytes`: of the sources read. O(columns + notices), and rows of the last
    /// block. Not during append(), which nothing may follow once it is complete.
    [[nodiscard]] TablePtr snapshot(std::uint64_t bytes, bool complete);

private:
    static constexpr std::size_t mostLanes = 32; ///< enough to share among threads, however many columns there are

    [[nodiscard]] std::uint32_t distinct(ColumnId column) const;
    void derive(Piece& piece);
    void checkClaims(const Piece& piece);
    void checkLengths(const Piece& piece);
    void addSurplus(const Piece& piece, std::uint32_t record);
    void note(const Piece& piece);
    void beginFiles(std::size_t count);

    TableLayout layout_;
    std::vector<std::string> names_;
    std::shared_ptr<const ColumnNames> columnNames_; ///< of all snapshots
    std::vector<CellPlaces> places_;                 ///< by file
    NoticeLog notices_;

    std::vector<std::unique_ptr<CellInterner>> interners_;
    std::vector<std::unique_ptr<ValuePool>> computed_;   ///< pools of derived columns
    std::vector<ValuePool*> pools_;                      ///< by column; BRN columns share one
    std::vector<std::optional<std::size_t>> internerOf_; ///< by column; nothing for derived ones
    std::vector<DerivedColumn> derived_;
    std::optional<TypeClaimCheck> typeClaim_;

    std::uint32_t rows_ = 0;
    std::vector<std::uint32_t> distinct_; ///< by interner, behind the last piece
    std::vector<Finding> findings_;       ///< of the piece
    std::vector<std::uint64_t> offsets_;  ///< of the piece
    BlockBuilder builder_;
    std::vector<std::shared_ptr<const Block>> blocks_;
    std::vector<SourceRange> sources_;
    std::shared_ptr<const RawRows> raw_;
};

} // namespace idscope
