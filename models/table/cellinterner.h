#pragma once

#include "models/table/piece.h"
#include "models/table/shorttexts.h"
#include "models/table/tablelayout.h"
#include "models/table/valuepool.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace idscope {

/// Interns the cells of the columns that share one pool, piece after piece. One thread at a time.
class CellInterner {
public:
    /// `spill`, if any, takes values that hardly repeat, and are many.
    CellInterner(ValueRules rules, std::uint64_t seed, std::shared_ptr<SpillFile> spill)
        : pool_(rules, seed), spill_(std::move(spill)), forms_(std::in_place, seed) {}
    CellInterner(const CellInterner&) = delete;
    CellInterner& operator=(const CellInterner&) = delete;

    void addColumn(ColumnId column) { columns_.push_back(column); }

    /// Gives the piece the codes of the columns, row by row in order of first appearance, and says what is odd. Missing
    /// cells are empty ones. O(bytes of the cells).
    void intern(Piece& piece, Piece::Interned& result, const CellPlaces& places);

    [[nodiscard]] ValuePool& pool() { return pool_; }

private:
    /// A cell about to be interned.
    struct Waiting {
        std::string_view text;
        std::uint32_t hash = 0;
        std::uint32_t record = 0;
        ColumnId column;
        bool escaped = false;
    };
    void spillWhatHardlyRepeats();
    void internWaiting(std::span<Waiting> cells, Piece& piece, Piece::Interned& result, const CellPlaces& places);
    void take(Code code, const Waiting& cell, Piece& piece, Piece::Interned& result,
              std::optional<std::uint32_t> place) const;
    void unescape(std::span<Waiting> cells);
    Code internEscaped(std::string_view text, std::uint32_t hash);
    void report(Code code, const Waiting& cell, const Piece& piece, Piece::Interned& result, std::uint32_t place) const;

    ValuePool pool_;
    std::vector<ColumnId> columns_;
    std::uint64_t cells_ = 0;          ///< interned so far that are not empty
    std::shared_ptr<SpillFile> spill_; ///< null once it is in use
    ShortTexts known_;                 ///< while the pool has few values

    /// Escaped cells as they are written: those seen before need not be unescaped to be known. Nothing once it has
    /// turned out that cells hardly repeat: they are unescaped before they are looked for.
    struct Forms {
        explicit Forms(std::uint64_t seed) : texts(seed) {}
        Dictionary texts;
        std::vector<Code> codes; ///< by text
        std::size_t bytes = 0;
        std::size_t found = 0; ///< cells that were among them
    };
    std::optional<Forms> forms_;
    std::vector<char> unescaped_;
};

} // namespace idscope
