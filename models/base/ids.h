#pragma once

// clang-format off
#include <functional> // first: Qt's moc can't read <compare> otherwise
#include <compare>
#include <cstdint>
// clang-format on

namespace idscope {

/// An index that knows what it is an index of; costs nothing beyond its 32 bits.
template <class Tag>
struct Id {
    std::uint32_t value = 0;
    friend constexpr auto operator<=>(Id, Id) = default;
};

/// Position of a record in its table, from 0, in file order. People read value + 1 ("row 1" is the first after the
/// header).
using RowId = Id<struct RowTag>;
/// Position of a column in its table, from 0: the file's columns in file order, then derived ones.
using ColumnId = Id<struct ColumnTag>;
/// A distinct value within one Dictionary, in order of first appearance.
using Code = Id<struct CodeTag>;
/// A node of a RelationGraph: the code of its name in the dictionary that the table's BRN columns share.
using NodeId = Id<struct NodeTag>;

} // namespace idscope

template <class Tag>
struct std::hash<idscope::Id<Tag>> {
    std::size_t operator()(idscope::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
