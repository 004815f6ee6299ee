#include "models/quality/quality.h"

#include "models/filter/exacttext.h"
#include "models/filter/valuechoice.h"
#include "models/quality/repeatedrows.h"
#include "models/query/fold.h"
#include "models/query/jsontests.h"
#include "models/query/makeexpression.h"
#include "models/query/operandvalues.h"
#include "models/relations/brn.h"
#include "models/relations/relationquality.h"
#include "models/schema/values.h"

#include <algorithm>
#include <map>
#include <utility>

namespace idscope {

namespace {

/// Looks for one kind of fault after the other.
class Checker {
public:
    Checker(const Table& table, const std::stop_token& stop) : table_(table), stop_(stop) {}

    std::optional<std::vector<QualityCheck>> run() {
        for (const Notice& notice : table_.notices().notices)
            if (notice.kind == NoticeKind::MissingRequiredColumn)
                found_.push_back({.kind = QualityKind::MissingColumn, .column = {}, .text = notice.text});
        findRagged();
        for (std::uint32_t i = 0; i < table_.columnCount() && !stop_.stop_requested(); ++i)
            count(ColumnId{i});
        addRows(QualityKind::BadText, std::move(badText_));
        for (auto* found : {&invalid_, &empty_})
            found_.insert(found_.end(), found->begin(), found->end());
        findMismatches();
        addRows(QualityKind::RepeatedRow, repeatedRows(table_, stop_));
        found_.insert(found_.end(), repeatedIds_.begin(), repeatedIds_.end());
        findInGraph();
        return stop_.stop_requested() ? std::nullopt : std::optional(std::move(found_));
    }

private:
    void addRows(QualityKind kind, std::vector<RowId> rows, std::optional<ColumnId> column = {}) {
        if (rows.empty()) return;
        std::ranges::sort(rows);
        rows.erase(std::ranges::unique(rows).begin(), rows.end());
        const std::uint64_t count = rows.size();
        rows.resize(std::min(rows.size(), QualityCheck::keptRows));
        found_.push_back({.kind = kind, .column = column, .count = count, .rows = std::move(rows)});
    }

    void findRagged() {
        std::vector<RowId> rows;
        for (const auto& block : table_.blocks())
            for (const RaggedRow& ragged : block->ragged)
                if (ragged.row.value < table_.rowCount()) rows.push_back(ragged.row);
        addRows(QualityKind::RaggedRow, std::move(rows));
    }

    [[nodiscard]] Operand cellsOf(ColumnId column) const { return column; }

    [[nodiscard]] QualityCheck byState(QualityKind kind, ColumnId column, StateOp state, std::uint64_t count) const {
        return {.kind = kind,
                .column = column,
                .count = count,
                .filter = makeExpression(HasState{operandName(cellsOf(column), table_), state})};
    }

    /// What can be told from the distinct values of a column and how many rows have each.
    void count(ColumnId id) {
        const Column& column = table_.column(id);
        if (column.isDerived()) return;
        const std::vector<std::uint32_t> rows = countCodes(table_, id);
        const bool isId = column.spec != nullptr && column.spec->name == "ID";
        std::uint64_t invalid = 0;
        std::uint64_t empty = 0;
        std::uint64_t repeated = 0;
        ValueChoice repeatedIds;
        std::vector<bool> isBad(rows.size());
        bool anyBad = false;
        for (std::uint32_t code = 0; code < rows.size() && !stop_.stop_requested(); ++code) {
            if (rows[code] == 0) continue;
            const std::string_view cell = table_.value(id, Code{code});
            if (isInvalid(column.type, cell)) invalid += rows[code];
            const bool isEmpty = cell.empty() || (column.type == ColumnType::Json && isJsonNull(cell));
            if (isEmpty) empty += rows[code];
            isBad[code] = !isUtf8(cell);
            anyBad = anyBad || isBad[code];
            if (!isId || isEmpty || rows[code] == 1) continue;
            repeated += rows[code];
            if (repeatedIds.values.size() <= maximumFilterValues)
                repeatedIds.values.push_back({.kind = ChosenValue::Kind::Text, .text = std::string(cell)});
        }
        if (anyBad) findRows(id, badText_, [&](std::uint32_t code) { return isBad[code]; });
        if (invalid > 0) invalid_.push_back(byState(QualityKind::InvalidCell, id, StateOp::Invalid, invalid));
        const bool isRequired = column.spec != nullptr && column.spec->presence == Presence::Required;
        if (isRequired && empty > 0) empty_.push_back(byState(QualityKind::EmptyCell, id, StateOp::Empty, empty));
        if (repeated == 0) return;
        QualityCheck check{.kind = QualityKind::RepeatedId, .column = id, .count = repeated};
        if (auto filter = choiceExpression(repeatedIds, cellsOf(id), table_)) {
            check.filter = *filter;
        } else {
            findRows(id, check.rows,
                     [&](std::uint32_t code) { return rows[code] > 1 && !table_.value(id, Code{code}).empty(); });
            check.rows.resize(std::min(check.rows.size(), QualityCheck::keptRows));
        }
        repeatedIds_.push_back(std::move(check));
    }

    template <class Holds>
    void findRows(ColumnId column, std::vector<RowId>& found, Holds holds) const {
        for (std::uint32_t row = 0; row < table_.rowCount(); ++row)
            if (holds(table_.code(RowId{row}, column).value)) found.push_back(RowId{row});
    }

    /// Rows whose type is not that of their BRN: an empty cell claims nothing, an opaque name has no type.
    void findMismatches() {
        if (table_.schema() == nullptr || table_.schema()->typeClaim.type.empty()) return;
        const auto claims = table_.find(table_.schema()->typeClaim.type);
        const auto brns = table_.find(table_.schema()->typeClaim.brn);
        if (!claims || !brns) return;
        const auto typeOf = numbered(*brns, [](std::string_view brn) { return brnType(brn); });
        const auto claimOf = numbered(*claims, [](std::string_view claim) { return claim; });
        std::uint64_t count = 0;
        std::map<std::uint32_t, bool> claimed; // types claimed wrongly
        for (std::uint32_t row = 0; row < table_.rowCount(); ++row) {
            const std::uint32_t type = typeOf[table_.code(RowId{row}, *brns).value];
            const std::uint32_t claim = claimOf[table_.code(RowId{row}, *claims).value];
            if (type == 0 || claim == 0 || type == claim) continue;
            ++count;
            claimed[table_.code(RowId{row}, *claims).value] = true;
        }
        if (count == 0) return;
        found_.push_back({.kind = QualityKind::TypeMismatch,
                          .column = claims,
                          .count = count,
                          .filter = mismatchFilter(*claims, *brns, claimed)});
        if (!found_.back().filter)
            for (std::uint32_t row = 0; row < table_.rowCount() && found_.back().rows.size() < QualityCheck::keptRows;
                 ++row) {
                const std::uint32_t type = typeOf[table_.code(RowId{row}, *brns).value];
                const std::uint32_t claim = claimOf[table_.code(RowId{row}, *claims).value];
                if (type != 0 && claim != 0 && type != claim) found_.back().rows.push_back(RowId{row});
            }
    }

    /// A number per text that the cells of a column stand for; 0 for none.
    template <class TextOf>
    std::vector<std::uint32_t> numbered(ColumnId column, TextOf textOf) {
        std::vector<std::uint32_t> byCode;
        for (std::uint32_t code = 0; code < table_.distinct(column); ++code) {
            const std::string_view text = textOf(table_.value(column, Code{code}));
            byCode.push_back(text.empty() ? 0 : names_.try_emplace(text, names_.size() + 1).first->second);
        }
        return byCode;
    }

    /// `(entity_type = x and entity_brn.type is not empty and entity_brn.type != x) or …`; null when there are too
    /// many.
    [[nodiscard]] ExpressionPtr mismatchFilter(ColumnId claims, ColumnId brns,
                                               const std::map<std::uint32_t, bool>& claimed) const {
        constexpr std::size_t mostTypes = 12;
        const Operand type(brns, Operand::Kind::BrnType, {});
        Or any;
        for (const auto& [code, isClaimed] : claimed) {
            const ValueChoice claim{
                .excluded = false,
                .values = {{.kind = ChosenValue::Kind::Text, .text = std::string(table_.value(claims, Code{code}))}}};
            const auto is = choiceExpression(claim, cellsOf(claims), table_);
            const auto same = choiceExpression(claim, type, table_);
            if (!is || !same || any.parts.size() == mostTypes) return nullptr;
            any.parts.push_back(makeExpression(
                And{{*is, makeExpression(HasState{operandName(type, table_), StateOp::NotEmpty}), inverted(*same)}}));
        }
        return any.parts.size() == 1 ? any.parts.front() : makeExpression(std::move(any));
    }

    void findInGraph() {
        if (!relationColumns(table_)) return;
        const auto quality = relationQuality(table_, stop_);
        if (!quality) return;
        addRows(QualityKind::OrphanRelation, quality->orphanRelations);
        std::vector<RowId> rows;
        for (const Cycle& cycle : quality->cycles)
            rows.insert(rows.end(), cycle.relations.begin(), cycle.relations.end());
        addRows(QualityKind::CyclicRelation, std::move(rows));
    }

    const Table& table_;
    std::stop_token stop_;
    std::vector<QualityCheck> found_;
    std::vector<QualityCheck> invalid_;
    std::vector<QualityCheck> empty_;
    std::vector<QualityCheck> repeatedIds_;
    std::vector<RowId> badText_;
    std::map<std::string_view, std::uint32_t> names_;
};

} // namespace

std::optional<std::vector<QualityCheck>> checkQuality(const Table& table, const std::stop_token& stop) {
    return Checker(table, stop).run();
}

} // namespace idscope
