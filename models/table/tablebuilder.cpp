#include "models/table/tablebuilder.h"

#include "models/relations/brn.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace idscope {

namespace {

ValueRules rulesOf(const Column& column) {
    return {.type = column.type,
            .requiresId = column.spec != nullptr && column.type == ColumnType::Id && column.spec->name == "ID"};
}

/// What a notice quotes: the beginning of a value is enough to know it by.
std::string quoted(std::string_view value) {
    std::size_t length = 200;
    if (value.size() <= length) return std::string(value);
    while (length > 0 && (static_cast<unsigned char>(value[length]) & 0xC0U) == 0x80)
        --length;
    return std::string(value.substr(0, length));
}

} // namespace

TableBuilder::TableBuilder(TableLayout layout, std::vector<std::string> names, NoticeLog notices, std::uint64_t seed,
                           const std::shared_ptr<SpillFile>& spill)
    : layout_(std::move(layout)), names_(std::move(names)), notices_(std::move(notices)),
      builder_(layout_.columns.size()) {
    std::optional<std::size_t> brns;
    for (std::uint32_t i = 0; i < layout_.columns.size(); ++i) {
        const Column& column = layout_.columns[i];
        if (column.isDerived()) {
            pools_.push_back(computed_.emplace_back(std::make_unique<ValuePool>(ValueRules{}, seed)).get());
            internerOf_.push_back(std::nullopt);
            continue;
        }
        const bool isBrn = column.type == ColumnType::Brn;
        const std::size_t interner = isBrn && brns ? *brns : interners_.size();
        if (isBrn) brns = interner;
        if (interner == interners_.size())
            interners_.push_back(std::make_unique<CellInterner>(rulesOf(column), seed, spill));
        interners_[interner]->addColumn(ColumnId{i});
        pools_.push_back(&interners_[interner]->pool());
        internerOf_.push_back(interner);
    }
    for (std::size_t file = 0; file < layout_.places.size(); ++file)
        places_.push_back(cellPlaces(layout_, file));
    for (const DerivedPlace& place : layout_.derived)
        derived_.emplace_back(*layout_.columns[place.column.value].derived, place);
    if (layout_.typeClaim) typeClaim_.emplace(*layout_.typeClaim);
    distinct_.resize(interners_.size());
    columnNames_ = Table::namesOf(layout_.columns);
}

void TableBuilder::intern(std::size_t lane, Piece& piece) {
    for (std::size_t pool = lane; pool < interners_.size(); pool += lanes())
        interners_[pool]->intern(piece, piece.pools[pool], places_[piece.file]);
}

Piece TableBuilder::emptyPiece() const {
    Piece piece;
    piece.pools.resize(interners_.size());
    piece.codes.resize(layout_.columns.size());
    return piece;
}

bool TableBuilder::append(Piece& piece) {
    beginFiles(piece.file + 1);
    findings_.clear();
    for (std::size_t pool = 0; pool < interners_.size(); ++pool) {
        distinct_[pool] = piece.pools[pool].distinct;
        std::ranges::copy(piece.pools[pool].findings, std::back_inserter(findings_));
    }
    derive(piece);
    checkClaims(piece);
    checkLengths(piece);
    note(piece);
    offsets_.resize(piece.rows);
    for (std::uint32_t record = 0; record < piece.rows; ++record)
        offsets_[record] = piece.cells.begin(record, 0);
    builder_.add(piece.codes, offsets_);
    rows_ += piece.rows;
    const bool isFull = builder_.isFull();
    if (isFull) blocks_.push_back(builder_.take());
    return isFull || rows_ == firstSnapshotRows;
}

void TableBuilder::beginFiles(std::size_t count) {
    while (sources_.size() < count)
        sources_.push_back({names_[sources_.size()], rows_});
}

/// How many values a column has up to the piece that is being appended: interning may have gone on.
std::uint32_t TableBuilder::distinct(ColumnId column) const {
    const auto interner = internerOf_[column.value];
    return interner ? distinct_[*interner] : pools_[column.value]->size();
}

void TableBuilder::derive(Piece& piece) {
    for (DerivedColumn& derived : derived_) {
        const auto& [column, inputs] = derived.place();
        const std::uint32_t* second = inputs[1] ? piece.codes[inputs[1]->value].data() : nullptr;
        std::vector<std::uint32_t>& codes = piece.codes[column.value];
        codes.resize(piece.rows);
        derived.codes(std::span(piece.codes[inputs[0]->value]).first(piece.rows), second, distinct(*inputs[0]), pools_,
                      codes.data());
    }
    if (!layout_.source) return;
    const std::uint32_t name = pools_[layout_.source->value]->intern(names_[piece.file]).value;
    piece.codes[layout_.source->value].assign(piece.rows, name);
}

void TableBuilder::checkClaims(const Piece& piece) {
    if (!typeClaim_) return;
    const ColumnId type = typeClaim_->place().type;
    const ColumnId brn = typeClaim_->place().brn;
    const std::uint32_t* brns = piece.codes[brn.value].data();
    const auto note = [&](std::uint32_t record) {
        findings_.push_back({.kind = NoticeKind::TypeMismatch,
                             .record = record,
                             .cell = Finding::endOfRow,
                             .column = type,
                             .byte = piece.cells.begin(record, 0),
                             .value = brnType(pools_[brn.value]->at(Code{brns[record]}))});
    };
    typeClaim_->check(std::span(piece.codes[type.value]).first(piece.rows), brns, distinct(brn), pools_, note);
}

void TableBuilder::checkLengths(const Piece& piece) {
    const auto expected = static_cast<std::uint32_t>(layout_.places[piece.file].size());
    for (std::uint32_t record = 0; record < piece.rows; ++record) {
        const std::uint32_t cells = piece.cells.cells(record);
        if (cells == expected) continue;
        findings_.push_back({.kind = cells < expected ? NoticeKind::ShortRow : NoticeKind::LongRow,
                             .record = record,
                             .cell = Finding::endOfRow,
                             .byte = piece.cells.begin(record, 0),
                             .count = cells});
        addSurplus(piece, record);
    }
}

void TableBuilder::addSurplus(const Piece& piece, std::uint32_t record) {
    const std::uint32_t cells = piece.cells.cells(record);
    RaggedRow ragged{.row = RowId{rows_ + record}, .cells = cells, .surplus = {}};
    std::vector<char> buffer;
    for (auto i = static_cast<std::uint32_t>(layout_.places[piece.file].size()); i < cells; ++i) {
        const CsvCells::Cell cell = piece.cells.at(record, i);
        const std::string& text =
            ragged.surplus.emplace_back(cell.escaped ? CsvCells::unescape(cell.text, buffer) : cell.text);
        Finding finding{.record = record, .cell = i, .byte = piece.cells.begin(record, i)};
        for (const auto& [mark, kind] : markNotices) {
            if (!has(piece.cells.marks(record, i), mark)) continue;
            finding.kind = kind;
            findings_.push_back(finding);
        }
        for (const Oddity& oddity : textOddities(text)) {
            finding.kind = oddity.kind;
            finding.count = oddity.byte;
            findings_.push_back(finding);
        }
    }
    builder_.addRagged(std::move(ragged));
}

/// Makes notices of the findings, in the order of the file.
void TableBuilder::note(const Piece& piece) {
    const auto place = [](const Finding& finding) { return std::tuple(finding.record, finding.cell); };
    std::ranges::stable_sort(findings_, {}, place);
    for (const Finding& finding : findings_) {
        const bool isRagged = finding.kind == NoticeKind::ShortRow || finding.kind == NoticeKind::LongRow;
        notices_.add(finding.kind, [&] {
            return Notice{.kind = finding.kind,
                          .row = RowId{rows_ + finding.record},
                          .column = finding.column,
                          .byte = finding.byte,
                          .count = finding.count,
                          .expected = isRagged ? layout_.places[piece.file].size() : 0,
                          .text = quoted(finding.value)};
        });
    }
}

TablePtr TableBuilder::snapshot(std::uint64_t bytes, bool complete) {
    if (complete) {
        beginFiles(names_.size());
        for (ValuePool* const pool : pools_)
            pool->dictionary()->settle();
    }
    Table::Parts parts;
    parts.schema = layout_.schema;
    parts.columns = layout_.columns;
    parts.names = columnNames_;
    for (std::size_t column = 0; column < pools_.size(); ++column) {
        parts.dictionaries.push_back(pools_[column]->dictionary());
        // What later pieces added to a dictionary is none of this table's.
        parts.distinct.push_back(distinct(ColumnId{static_cast<std::uint32_t>(column)}));
    }
    parts.blocks = blocks_;
    if (builder_.rows() > 0) parts.blocks.push_back(complete ? builder_.take() : builder_.copy());
    parts.rows = rows_;
    parts.sources = sources_;
    parts.notices = notices_.list();
    parts.bytes = bytes;
    parts.complete = complete;
    if (!complete) parts.raw = raw_;
    return std::make_shared<const Table>(std::move(parts));
}

} // namespace idscope
