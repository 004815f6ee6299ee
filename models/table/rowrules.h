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

    /// The code, in the column's own pool, for the codes of its inputs (the second may be unused). O(1) for inputs
    /// seen before.
    std::uint32_t code(std::uint32_t first, std::uint32_t second, std::span<ValuePool* const> pools);
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

    /// Whether the row claims another type than its BRN has. An empty cell claims nothing, an opaque name has no type.
    /// O(1) for pairs that agreed before.
    bool contradicts(std::uint32_t claim, std::uint32_t brn, std::span<ValuePool* const> pools);
    [[nodiscard]] const TypeClaimPlace& place() const { return place_; }

private:
    TypeClaimPlace place_;
    std::vector<std::uint32_t> agreeing_; ///< by BRN: the code + 1 of a type that agrees with it (0: none yet)
};

} // namespace idscope
