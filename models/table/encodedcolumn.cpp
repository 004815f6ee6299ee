#include "models/table/encodedcolumn.h"

#include "models/json/secrets.h"

#include <algorithm>

namespace idscope {

namespace {

constexpr std::size_t mostKeptBytes = std::size_t{16} << 20U;

} // namespace

EncodedColumn::EncodedColumn(const Table& table, const WrittenColumn& column, CellEncoder encoder, bool revealSecrets)
    : table_(table), column_(column), encoder_(encoder),
      masks_(!revealSecrets && table.column(column.column).type == ColumnType::Json),
      states_(table.distinct(column.column), unknown) {}

std::string_view EncodedColumn::at(RowId row) {
    const Code code = table_.code(row, column_.column);
    const std::uint32_t& state = states_[code.value];
    if (state == unknown) make(code);
    if (!toldOf_.empty())
        if (const auto told = toldOf_.find(code.value); told != toldOf_.end()) told_ += told->second;
    return state == asItIs ? table_.value(column_.column, code) : made_[state - firstMade];
}

void EncodedColumn::make(Code code) {
    if (keptBytes_ > mostKeptBytes) forget();
    const std::string_view value = table_.value(column_.column, code);
    text_.clear();
    const std::uint64_t told = column_.text ? encoder_(text_, column_.text(code))
                               : masks_     ? encoder_(text_, masked(value))
                                            : encoder_(text_, value);
    if (told > 0) toldOf_[code.value] = told;
    if (text_ == value) {
        states_[code.value] = asItIs;
    } else {
        made_.push_back(text_);
        keptBytes_ += text_.size();
        states_[code.value] = firstMade + static_cast<std::uint32_t>(made_.size()) - 1;
    }
}

void EncodedColumn::forget() {
    made_.clear();
    keptBytes_ = 0;
    std::ranges::replace_if(states_, [](std::uint32_t state) { return state >= firstMade; }, unknown);
}

} // namespace idscope
