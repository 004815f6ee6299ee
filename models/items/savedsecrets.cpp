#include "models/items/savedsecrets.h"

#include "models/json/secrets.h"

#include <vector>

namespace idscope {

namespace {

constexpr std::uint32_t stepsUntilLook = 4096; ///< at whether to stop

bool holdsSecret(const Table& table, const Operand& operand, Code code) {
    if (secretSpans(table.value(operand.column, code)).empty()) return false;
    // A path may lead past them.
    return operandText(operand, table, code, true) != operandText(operand, table, code);
}

std::optional<bool> holdSecrets(const Table& table, const ShownRows& rows, const Operand& operand,
                                const std::stop_token& stop) {
    std::vector<bool> looked(table.distinct(operand.column));
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        if (i % stepsUntilLook == 0 && stop.stop_requested()) return std::nullopt;
        const RowId row = rows.at(i);
        if (row.value >= table.rowCount()) continue; // only listed: not saved
        const Code code = table.code(row, operand.column);
        if (looked[code.value]) continue;
        looked[code.value] = true;
        if (holdsSecret(table, operand, code)) return true;
    }
    return false;
}

} // namespace

std::optional<bool> holdSecrets(const Table& table, const ShownRows& rows, std::span<const Operand> columns,
                                const std::stop_token& stop) {
    for (const Operand& operand : columns) {
        if (table.column(operand.column).type != ColumnType::Json) continue;
        const auto found = holdSecrets(table, rows, operand, stop);
        if (found != false) return found;
    }
    return false;
}

} // namespace idscope
