#include "models/table/tablebuilder.h"

#include "models/relations/brn.h"

#include <algorithm>
#include <limits>
#include <stdexcept>
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

TableBuilder::TableBuilder(TableLayout layout, NoticeLog notices, std::uint64_t seed, std::function<void()> snapshotDue)
    : layout_(std::move(layout)), notices_(std::move(notices)), snapshotDue_(std::move(snapshotDue)),
      codes_(layout_.columns.size()), builder_(layout_.columns.size()) {
    ValuePool* brns = nullptr;
    for (const Column& column : layout_.columns) {
        const bool isBrn = column.type == ColumnType::Brn;
        if (!isBrn || brns == nullptr)
            ownedPools_.push_back(
                std::make_unique<ValuePool>(column.isDerived() ? ValueRules{} : rulesOf(column), seed));
        ValuePool* const pool = isBrn && brns != nullptr ? brns : ownedPools_.back().get();
        if (isBrn) brns = pool;
        pools_.push_back(pool);
    }
    for (const DerivedPlace& place : layout_.derived)
        derived_.emplace_back(*layout_.columns[place.column.value].derived, place);
    if (layout_.typeClaim) typeClaim_.emplace(*layout_.typeClaim);
}

void TableBuilder::beginFile(std::size_t file, const std::string& name) {
    sources_.push_back({name, rows_});
    places_ = &layout_.places[file];
    inHeader_ = true;
    std::vector<bool> isPresent(layout_.columns.size());
    for (const ColumnId column : *places_)
        isPresent[column.value] = true;
    absent_.clear();
    for (std::uint32_t i = 0; i < layout_.columns.size(); ++i)
        if (!isPresent[i] && !layout_.columns[i].isDerived()) absent_.push_back(ColumnId{i});
    if (layout_.source) codes_[layout_.source->value] = pools_[layout_.source->value]->intern(name).value;
}

void TableBuilder::add(const std::vector<CsvCell>& cells) {
    for (std::span<const CsvCell> rest = cells; !rest.empty();) {
        const auto some = rest.first(std::min(rest.size(), ahead_.size()));
        lookAhead(some);
        for (std::size_t i = 0; i < some.size(); ++i) {
            const CsvCell& cell = some[i];
            if (inHeader_) {
                inHeader_ = !cell.endsRecord;
                continue;
            }
            if (cells_ == 0) begin_ = cell.begin;
            if (ahead_[i].pool != nullptr)
                addCell(cell, ahead_[i].hash);
            else
                addSurplus(cell);
            ++cells_;
            if (cell.endsRecord) endRow();
        }
        rest = rest.subspan(some.size());
    }
}

/// Brings what interning the next cells will need into the cache, for all of them at once: the dictionaries are larger
/// than it, and each look-up alone would wait for three places of memory, one after the other.
void TableBuilder::lookAhead(std::span<const CsvCell> cells) {
    bool inHeader = inHeader_;
    std::size_t index = cells_;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        ahead_[i] = {};
        if (!inHeader && index < places_->size()) {
            ValuePool* const pool = pools_[(*places_)[index].value];
            ahead_[i] = {pool, pool->dictionary()->hash(cells[i].text)};
            pool->dictionary()->warmSlot(ahead_[i].hash);
        }
        index = cells[i].endsRecord || inHeader ? 0 : index + 1;
        inHeader = inHeader && !cells[i].endsRecord;
    }
    const auto known = std::span(ahead_).first(cells.size());
    for (const Ahead& cell : known)
        if (cell.pool != nullptr) cell.pool->dictionary()->warmPlace(cell.hash);
    for (const Ahead& cell : known)
        if (cell.pool != nullptr) cell.pool->dictionary()->warmValue(cell.hash);
}

void TableBuilder::addCell(const CsvCell& cell, std::uint32_t hash) {
    const ColumnId column = (*places_)[cells_];
    ValuePool& pool = *pools_[column.value];
    const Code code = pool.intern(cell.text, hash);
    codes_[column.value] = code.value;
    if (pool.isOdd(code) || cell.marks != CsvMark::None) report(cell, column, pool.odditiesOf(code));
}

void TableBuilder::addSurplus(const CsvCell& cell) {
    surplus_.emplace_back(cell.text);
    report(cell, std::nullopt, textOddities(cell.text));
}

void TableBuilder::endRow() {
    if (rows_ == std::numeric_limits<std::uint32_t>::max()) throw std::length_error("more rows than row numbers");
    fillMissing();
    for (DerivedColumn& derived : derived_)
        codes_[derived.column().value] = derived.code(codes_, pools_);
    if (typeClaim_ && typeClaim_->contradicts(codes_, pools_)) {
        const auto& [type, brn] = typeClaim_->place();
        notices_.add(NoticeKind::TypeMismatch, [&] {
            return Notice{.kind = NoticeKind::TypeMismatch,
                          .row = row(),
                          .column = type,
                          .byte = begin_,
                          .text = quoted(brnType(pools_[brn.value]->at(Code{codes_[brn.value]})))};
        });
    }
    builder_.add(codes_, begin_);
    if (cells_ != places_->size()) {
        reportRow(cells_ < places_->size() ? NoticeKind::ShortRow : NoticeKind::LongRow, places_->size());
        builder_.addRagged({.row = row(), .cells = cells_, .surplus = std::exchange(surplus_, {})});
    }
    ++rows_;
    cells_ = 0;
    if (builder_.isFull()) blocks_.push_back(builder_.take());
    if (rows_ == firstSnapshotRows || builder_.rows() == 0) snapshotDue_();
}

/// Gives the columns that the row or its whole file lacks the empty value.
void TableBuilder::fillMissing() {
    for (const ColumnId column : absent_)
        codes_[column.value] = empty(column);
    for (std::size_t i = cells_; i < places_->size(); ++i) {
        const ColumnId column = (*places_)[i];
        codes_[column.value] = empty(column);
        report({.begin = begin_}, column, pools_[column.value]->odditiesOf(Code{codes_[column.value]}));
    }
}

void TableBuilder::report(const CsvCell& cell, std::optional<ColumnId> column, std::span<const Oddity> oddities) {
    const auto add = [&](NoticeKind kind, std::uint64_t byte) {
        notices_.add(kind, [&] {
            return Notice{.kind = kind,
                          .row = row(),
                          .column = column,
                          .byte = cell.begin,
                          .count = byte,
                          .text = quotesValue(kind) ? quoted(cell.text) : std::string()};
        });
    };
    for (const auto& [mark, kind] : markNotices)
        if (has(cell.marks, mark)) add(kind, 0);
    for (const Oddity& oddity : oddities)
        add(oddity.kind, oddity.byte);
}

void TableBuilder::reportRow(NoticeKind kind, std::uint64_t expected) {
    notices_.add(kind, [&] {
        return Notice{.kind = kind, .row = row(), .byte = begin_, .count = cells_, .expected = expected, .text = {}};
    });
}

TablePtr TableBuilder::snapshot(std::uint64_t bytes, bool complete) {
    Table::Parts parts;
    parts.schema = layout_.schema;
    parts.columns = layout_.columns;
    for (const ValuePool* pool : pools_) {
        parts.dictionaries.push_back(pool->dictionary());
        parts.distinct.push_back(pool->size());
    }
    parts.blocks = blocks_;
    if (builder_.rows() > 0) parts.blocks.push_back(complete ? builder_.take() : builder_.copy());
    parts.rows = rows_;
    parts.sources = sources_;
    parts.notices = notices_.list();
    parts.bytes = bytes;
    parts.complete = complete;
    return std::make_shared<const Table>(std::move(parts));
}

} // namespace idscope
