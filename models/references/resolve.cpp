#include "models/references/resolve.h"

#include <array>

namespace idscope {

namespace {

constexpr std::uint32_t stopPace = 1024; ///< rows or values between looks at the stop token

/// The rule of who is named; `look` gives the rows whose cell in a column holds a text.
template <class Look>
ResolvedReference resolveBy(const Table& target, const Reference& reference, std::string_view text, Look look) {
    if (text.empty()) return {};
    const std::size_t slash = text.rfind('/');
    const bool hasPart = reference.lastPart && slash != std::string_view::npos && slash + 1 < text.size();
    const std::array texts{text, hasPart ? text.substr(slash + 1) : std::string_view()};
    for (const std::string_view name : reference.columns) {
        const auto column = name.empty() ? std::nullopt : target.find(name);
        if (!column) continue;
        for (const std::string_view wanted : texts) {
            if (wanted.empty()) continue;
            if (std::vector<RowId> rows = look(*column, wanted); !rows.empty()) return {std::move(rows), column};
        }
    }
    return {};
}

std::vector<RowId> rowsHolding(const Table& table, ColumnId column, std::string_view text,
                               const std::stop_token& stop) {
    std::uint32_t code = 0;
    for (; code < table.distinct(column) && table.value(column, Code{code}) != text; ++code)
        if (code % stopPace == 0 && stop.stop_requested()) return {};
    std::vector<RowId> rows;
    if (code == table.distinct(column)) return rows;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
        if (row % stopPace == 0 && stop.stop_requested()) break;
        if (table.code(RowId{row}, column) == Code{code}) rows.push_back(RowId{row});
    }
    return rows;
}

} // namespace

const Reference* referenceOf(const Column& column) {
    const bool refers = column.spec != nullptr && !column.spec->reference.resource.empty();
    return refers ? &column.spec->reference : nullptr;
}

ResolvedReference resolve(const Table& target, const Reference& reference, std::string_view text,
                          const std::stop_token& stop) {
    return resolveBy(target, reference, text, [&](ColumnId column, std::string_view wanted) {
        return rowsHolding(target, column, wanted, stop);
    });
}

ReferenceIndex::ReferenceIndex(const Table& target, const Reference& reference, const std::stop_token& stop)
    : reference_(reference), target_(target) {
    for (const std::string_view name : reference.columns) {
        const auto column = name.empty() ? std::nullopt : target.find(name);
        if (!column) continue;
        Rows& rows = columns_[*column];
        for (std::uint32_t row = 0; row < target.rowCount(); ++row) {
            if (row % stopPace == 0 && stop.stop_requested()) break;
            rows[target.cell(RowId{row}, *column)].push_back(RowId{row});
        }
    }
}

ResolvedReference ReferenceIndex::find(std::string_view text) const {
    return resolveBy(target_, reference_, text, [&](ColumnId column, std::string_view wanted) {
        const Rows& rows = columns_.at(column);
        const auto found = rows.find(wanted);
        return found == rows.end() ? std::vector<RowId>() : found->second;
    });
}

} // namespace idscope
