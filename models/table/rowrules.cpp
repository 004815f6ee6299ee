#include "models/table/rowrules.h"

#include "models/relations/brn.h"

#include <algorithm>

namespace idscope {

namespace {

/// The entry of a memo by code, which grows with its pool.
std::uint32_t& entry(std::vector<std::uint32_t>& memo, std::uint32_t code, const ValuePool& pool) {
    if (code >= memo.size()) memo.resize(std::max<std::size_t>(pool.size(), 2 * memo.size()));
    return memo[code];
}

} // namespace

std::uint32_t DerivedColumn::code(std::span<const std::uint32_t> row, std::span<ValuePool* const> pools) {
    const ColumnId first = *place_.inputs[0];
    const std::uint32_t code = row[first.value];
    if (!place_.inputs[1]) {
        std::uint32_t& known = entry(byFirst_, code, *pools[first.value]);
        if (known == 0) known = compute(row, pools) + 1;
        return known - 1;
    }
    const std::uint64_t pair = std::uint64_t{code} << 32U | row[place_.inputs[1]->value];
    const auto [known, isNew] = byPair_.try_emplace(pair);
    if (isNew) known->second = compute(row, pools);
    return known->second;
}

std::uint32_t DerivedColumn::compute(std::span<const std::uint32_t> row, std::span<ValuePool* const> pools) const {
    std::string_view inputs[2];
    for (std::size_t i = 0; i < place_.inputs.size(); ++i)
        if (const auto input = place_.inputs[i]) inputs[i] = pools[input->value]->at(Code{row[input->value]});
    return pools[place_.column.value]->intern(spec_.compute(inputs[0], inputs[1])).value;
}

bool TypeClaimCheck::contradicts(std::span<const std::uint32_t> row, std::span<ValuePool* const> pools) {
    const ValuePool& brns = *pools[place_.brn.value];
    const std::uint32_t brn = row[place_.brn.value];
    const std::uint32_t claim = row[place_.type.value];
    std::uint32_t& agreeing = entry(agreeing_, brn, brns);
    if (agreeing == claim + 1) return false;
    const std::string_view type = brnType(brns.at(Code{brn}));
    const std::string_view claimed = pools[place_.type.value]->at(Code{claim});
    if (!type.empty() && !claimed.empty() && type != claimed) return true;
    agreeing = claim + 1;
    return false;
}

} // namespace idscope
