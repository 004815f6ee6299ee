#include "models/query/operandcolumn.h"

#include "models/table/tablewriter.h"

namespace idscope {

WrittenColumn writtenColumn(const Table& table, const Operand& operand, bool revealSecrets) {
    if (operand.kind == Operand::Kind::Cell) return writtenColumn(table, operand.column);
    return {
        .header = canonicalText(operandName(operand, table)), .column = operand.column, .text = [=, &table](Code code) {
            return operandText(operand, table, code, revealSecrets).value_or(std::string());
        }};
}

} // namespace idscope
