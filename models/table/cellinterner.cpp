#include "models/table/cellinterner.h"

#include "models/table/noticelog.h"

#include <array>

namespace idscope {

namespace {

/// Escaped forms are kept up to so many bytes, and at all only if each comes so often until then. (One huge cell says
/// nothing about the others.)
constexpr std::size_t mostFormBytes = std::size_t{8} << 20U;
constexpr std::size_t usesOfForm = 2;
/// Dictionaries with fewer values stay in the cache by themselves.
constexpr std::size_t cachedValues = 2048;
/// Values of a pool that stay in memory however little they repeat.
constexpr std::size_t mostMemory = std::size_t{16} << 20U;

} // namespace

void CellInterner::intern(Piece& piece, Piece::Interned& result, const CellPlaces& places) {
    result.findings.clear();
    for (const ColumnId column : columns_)
        piece.codes[column.value].resize(piece.rows);
    const bool fewValues = pool_.size() <= ShortTexts::places;
    std::array<Waiting, 64> waiting;
    std::size_t count = 0;
    for (std::uint32_t record = 0; record < piece.rows; ++record) {
        const std::uint32_t cells = piece.cells.cells(record);
        for (const ColumnId column : columns_) {
            const auto& place = places[column.value];
            const auto cell = place && *place < cells ? piece.cells.at(record, *place) : CsvCells::Cell();
            Waiting& next = waiting[count];
            next.text = cell.text;
            next.record = record;
            next.column = column;
            next.escaped = cell.escaped;
            cells_ += cell.text.empty() ? 0U : 1U;
            if (const Code* code = fewValues && !cell.escaped ? known_.find(cell.text) : nullptr) {
                take(*code, next, piece, result, place);
                continue;
            }
            if (++count < waiting.size()) continue;
            internWaiting(waiting, piece, result, places);
            count = 0;
        }
    }
    internWaiting(std::span(waiting).first(count), piece, result, places);
    result.distinct = pool_.size();
    if (spill_) spillWhatHardlyRepeats();
}

/// Values of which each came less than twice are most of the file, and looked at seldom: they are for the page cache to
/// keep. Those that repeat are few, or looked for again and again while the rest is interned.
void CellInterner::spillWhatHardlyRepeats() {
    if (pool_.dictionary()->valueBytes() < mostMemory || cells_ >= 2 * std::uint64_t{pool_.size()}) return;
    pool_.dictionary()->spillTo(std::exchange(spill_, nullptr));
}

/// Brings what interning will need into the cache, for all cells at once: a large dictionary lies outside, and each
/// look-up alone would wait for two places of memory, one after the other.
void CellInterner::internWaiting(std::span<Waiting> cells, Piece& piece, Piece::Interned& result,
                                 const CellPlaces& places) {
    const Dictionary& dictionary = *pool_.dictionary();
    if (!forms_) unescape(cells);
    const auto lookedIn = [&](const Waiting& cell) -> const Dictionary& {
        return cell.escaped ? forms_->texts : dictionary;
    };
    for (Waiting& cell : cells) {
        cell.hash = dictionary.hash(cell.text); // as any dictionary of this seed
        lookedIn(cell).warmSlot(cell.hash);
    }
    if (dictionary.size() > cachedValues)
        for (const Waiting& cell : cells)
            lookedIn(cell).warmValue(cell.hash, cell.text.size());
    for (const Waiting& cell : cells) {
        const Code code = cell.escaped ? internEscaped(cell.text, cell.hash) : pool_.intern(cell.text, cell.hash);
        if (!cell.escaped) known_.put(cell.text, code);
        take(code, cell, piece, result, places[cell.column.value]);
    }
}

void CellInterner::take(Code code, const Waiting& cell, Piece& piece, Piece::Interned& result,
                        std::optional<std::uint32_t> place) const {
    piece.codes[cell.column.value][cell.record] = code.value;
    if (place && (pool_.isOdd(code) || piece.cells.hasMarks())) report(code, cell, piece, result, *place);
}

void CellInterner::unescape(std::span<Waiting> cells) {
    std::size_t bytes = 0;
    for (const Waiting& cell : cells)
        bytes += cell.escaped ? cell.text.size() : 0;
    if (unescaped_.size() < bytes) unescaped_.resize(bytes);
    char* at = unescaped_.data();
    for (Waiting& cell : cells) {
        if (!cell.escaped) continue;
        char* const end = CsvCells::unescape(cell.text, at);
        cell.text = {at, end};
        cell.escaped = false;
        at = end;
    }
}

Code CellInterner::internEscaped(std::string_view text, std::uint32_t hash) {
    Code form;
    if (forms_ && forms_->texts.find(text, hash, form)) {
        ++forms_->found;
        return forms_->codes[form.value];
    }
    const Code code = pool_.intern(CsvCells::unescape(text, unescaped_));
    if (!forms_) return code;
    if (forms_->bytes + text.size() <= mostFormBytes) {
        forms_->bytes += text.size();
        forms_->texts.intern(text, hash);
        forms_->codes.push_back(code);
    } else if (text.size() < mostFormBytes / 8 && forms_->found < usesOfForm * forms_->codes.size()) {
        forms_.reset();
    }
    return code;
}

void CellInterner::report(Code code, const Waiting& cell, const Piece& piece, Piece::Interned& result,
                          std::uint32_t place) const {
    const bool exists = place < piece.cells.cells(cell.record);
    Finding finding{.record = cell.record,
                    .cell = place,
                    .column = cell.column,
                    .byte = piece.cells.begin(cell.record, exists ? place : 0)};
    const CsvMark marks = exists ? piece.cells.marks(cell.record, place) : CsvMark::None;
    for (const auto& [mark, kind] : markNotices) {
        if (!has(marks, mark)) continue;
        finding.kind = kind;
        result.findings.push_back(finding);
    }
    for (const Oddity& oddity : pool_.odditiesOf(code)) {
        finding.kind = oddity.kind;
        finding.count = oddity.byte;
        finding.value = quotesValue(oddity.kind) ? pool_.at(code) : std::string_view();
        result.findings.push_back(finding);
    }
}

} // namespace idscope
