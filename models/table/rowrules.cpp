#include "models/table/rowrules.h"

#include "models/relations/brn.h"

#include <algorithm>

namespace idscope {

namespace {

/// The entry of a memo by code, which grows with its codes.
std::uint32_t& entry(std::vector<std::uint32_t>& memo, std::uint32_t code) {
    if (code >= memo.size()) memo.resize(std::max<std::size_t>(code + std::size_t{1}, 2 * memo.size()));
    return memo[code];
}

} // namespace

std::uint32_t DerivedColumn::code(std::uint32_t first, std::uint32_t second, std::span<ValuePool* const> pools) {
    if (!place_.inputs[1]) {
        std::uint32_t& known = entry(byFirst_, first);
        if (known == 0) known = compute(first, second, pools) + 1;
        return known - 1;
    }
    const auto [known, isNew] = byPair_.try_emplace(std::uint64_t{first} << 32U | second);
    if (isNew) known->second = compute(first, second, pools);
    return known->second;
}

std::uint32_t DerivedColumn::compute(std::uint32_t first, std::uint32_t second,
                                     std::span<ValuePool* const> pools) const {
    const auto text = [&](std::size_t input, std::uint32_t code) {
        const auto column = place_.inputs[input];
        return column ? pools[column->value]->at(Code{code}) : std::string_view();
    };
    return pools[place_.column.value]->intern(spec_.compute(text(0, first), text(1, second))).value;
}

bool TypeClaimCheck::contradicts(std::uint32_t claim, std::uint32_t brn, std::span<ValuePool* const> pools) {
    std::uint32_t& agreeing = entry(agreeing_, brn);
    if (agreeing == claim + 1) return false;
    const std::string_view type = brnType(pools[place_.brn.value]->at(Code{brn}));
    const std::string_view claimed = pools[place_.type.value]->at(Code{claim});
    if (!type.empty() && !claimed.empty() && type != claimed) return true;
    agreeing = claim + 1;
    return false;
}

} // namespace idscope
