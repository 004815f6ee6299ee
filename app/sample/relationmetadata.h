#pragma once

#include "app/sample/dice.h"

#include <string>
#include <unordered_map>

namespace idscope {

/// What a relation is: decides the words in its metadata.
enum class RelationKind : std::uint8_t { Membership, Nesting, RoleGrant, ResourceGrant };

/// Metadata objects of ordinary relations, ready for CSV (quoted). Few are distinct, as in real exports; a small share
/// carries a number of its own.
class RelationMetadata {
public:
    /// The cell for one more relation. Valid until the next call.
    const std::string& cell(RelationKind kind, Dice& dice);

private:
    std::unordered_map<std::uint32_t, std::string> cells_;
    std::string own_;
};

} // namespace idscope
