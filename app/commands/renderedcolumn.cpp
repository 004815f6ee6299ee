#include "app/commands/renderedcolumn.h"

#include <utility>

namespace idscope {

RenderedColumn::RenderedColumn(const Table& table, Operand operand, CellWriter writer, bool revealSecrets)
    : table_(table), operand_(std::move(operand)), writer_(writer), revealSecrets_(revealSecrets),
      states_(table.distinct(operand_.column), unknown) {}

std::string_view RenderedColumn::at(RowId row) {
    const Code code = table_.code(row, operand_.column);
    std::uint32_t& state = states_[code.value];
    if (state == unknown) make(code);
    if (!toldOf_.empty())
        if (const auto told = toldOf_.find(code.value); told != toldOf_.end()) told_ += told->second;
    return state == asItIs ? table_.value(operand_.column, code) : made_[state - firstMade];
}

void RenderedColumn::make(Code code) {
    const std::string_view value = table_.value(operand_.column, code);
    const bool isOwnText = operand_.kind == Operand::Kind::Cell &&
                           (revealSecrets_ || table_.column(operand_.column).type != ColumnType::Json);
    text_.clear();
    const std::uint64_t told =
        isOwnText ? writer_(text_, value)
                  : writer_(text_, operandText(operand_, table_, code, revealSecrets_).value_or(std::string()));
    if (told > 0) toldOf_[code.value] = told;
    if (text_ == value) {
        states_[code.value] = asItIs;
    } else {
        made_.push_back(text_);
        states_[code.value] = firstMade + std::uint32_t(made_.size()) - 1;
    }
}

} // namespace idscope
