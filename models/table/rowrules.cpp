#include "models/table/rowrules.h"

#include "models/relations/brn.h"

namespace idscope {

void DerivedColumn::codes(std::span<const std::uint32_t> first, const std::uint32_t* second, std::uint32_t distinct,
                          std::span<ValuePool* const> pools, std::uint32_t* out) {
    if (!place_.inputs[1]) {
        if (byFirst_.size() < distinct) byFirst_.resize(distinct);
        for (const std::uint32_t code : first) {
            std::uint32_t& known = byFirst_[code];
            if (known == 0) known = compute(code, 0, pools) + 1;
            *out++ = known - 1;
        }
        return;
    }
    for (const std::uint32_t code : first) {
        const auto [known, isNew] = byPair_.try_emplace(std::uint64_t{code} << 32U | *second);
        if (isNew) known->second = compute(code, *second, pools);
        *out++ = known->second;
        ++second;
    }
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
    const std::string_view type = brnType(pools[place_.brn.value]->at(Code{brn}));
    const std::string_view claimed = pools[place_.type.value]->at(Code{claim});
    if (!type.empty() && !claimed.empty() && type != claimed) return true;
    agreeing_[brn] = claim + 1;
    return false;
}

} // namespace idscope
