#pragma once

#include "models/base/ids.h"
#include "models/base/randomhash.h"
#include "models/schema/schema.h"
#include "models/table/tablelayout.h"
#include "models/table/valuepool.h"

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace idscope {

/// Computes a derived column, each distinct input (or pair of inputs) once. One thread.
class DerivedColumn {
public:
    DerivedColumn(const DerivedSpec& spec, DerivedPlace place) : spec_(spec), place_(place) {}

    /// For each row its code, in the column's own pool, from the codes of its inputs: those of the first are below
    /// `distinct`, the second may be left out. O(1) for inputs seen before.
    void codes(std::span<const std::uint32_t> first, const std::uint32_t* second, std::uint32_t distinct,
               std::span<ValuePool* const> pools, std::uint32_t* out);
    [[nodiscard]] const DerivedPlace& place() const { return place_; }

private:
    std::uint32_t compute(std::uint32_t first, std::uint32_t second, std::span<ValuePool* const> pools) const;

    const DerivedSpec& spec_;
    DerivedPlace place_;
    std::vector<std::uint32_t> byFirst_; ///< with one input: by its code, the derived code + 1 (0: not yet)
    std::unordered_map<std::uint64_t, std::uint32_t, RandomHash> byPair_; ///< by both codes
};

/// Holds a column that repeats the type of a BRN against it. One thread.
class TypeClaimCheck {
public:
    explicit TypeClaimCheck(TypeClaimPlace place) : place_(place) {}

    /// Calls `found(row)` for rows that claim another type than their BRN, of codes below `distinct`, has. An empty
    /// cell claims nothing, an opaque name has no type. O(1) for pairs that agreed before.
    template <class Found>
    void check(std::span<const std::uint32_t> claims, const std::uint32_t* brns, std::uint32_t distinct,
               std::span<ValuePool* const> pools, const Found& found) {
        if (agreeing_.size() < distinct) agreeing_.resize(distinct);
        for (std::uint32_t row = 0; row < claims.size(); ++row)
            if (agreeing_[brns[row]] != claims[row] + 1 && contradicts(claims[row], brns[row], pools)) found(row);
    }
    [[nodiscard]] const TypeClaimPlace& place() const { return place_; }

private:
    bool contradicts(std::uint32_t claim, std::uint32_t brn, std::span<ValuePool* const> pools);

    TypeClaimPlace place_;
    std::vector<std::uint32_t> agreeing_; ///< by BRN: the code + 1 of a type that agrees with it (0: none yet)
};

} // namespace idscope
