#include "models/table/encodedcolumn.h"

#include "models/json/secrets.h"
#include "models/table/rowcodes.h"

namespace idscope {

namespace {

constexpr std::size_t mostKeptBytes = std::size_t{16} << 20U;

} // namespace

EncodedColumn::EncodedColumn(const Table& table, const WrittenColumn& column, CellEncoder encoder, bool revealSecrets)
    : table_(table), column_(column), encoder_(encoder),
      masks_(!revealSecrets && table.column(column.column).type == ColumnType::Json),
      states_(table.distinct(column.column)) {}

void EncodedColumn::at(std::span<const RowId> rows, std::span<std::string_view> cells) {
    if (keptBytes_ > mostKeptBytes) forget();
    forEachCode(table_, column_.column, rows, [&](std::size_t i, std::uint32_t code) {
        State state = states_[code];
        if (state.form == State::unknown) state = make(Code{code});
        if (state.tells != 0) told_ += toldOf_.at(code);
        cells[i] = state.form == State::asItIs ? table_.value(column_.column, Code{code})
                                               : std::string_view(made_[state.form - State::firstMade]);
        __builtin_prefetch(cells[i].data()); // of many values, the next ones lie outside the cache
    });
}

EncodedColumn::State EncodedColumn::make(Code code) {
    const std::string_view value = table_.value(column_.column, code);
    text_.clear();
    const std::uint64_t told = column_.text ? encoder_(text_, column_.text(code))
                               : masks_     ? encoder_(text_, masked(value))
                                            : encoder_(text_, value);
    State state{.form = State::asItIs, .tells = told > 0};
    if (told > 0) toldOf_[code.value] = told;
    if (text_ != value) {
        made_.push_back(text_);
        keptBytes_ += text_.size();
        state.form = (State::firstMade + static_cast<std::uint32_t>(made_.size()) - 1) & 0x7FFFFFFFU;
    }
    return states_[code.value] = state;
}

void EncodedColumn::forget() {
    made_.clear();
    keptBytes_ = 0;
    for (State& state : states_)
        if (state.form >= State::firstMade) state.form = State::unknown;
}

} // namespace idscope
