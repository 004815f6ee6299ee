#pragma once

#include "models/query/operandvalues.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace idscope {

/// Values of an operand one after the other, without empty() and invalid(). Values that no row has may be among
/// them: columns share dictionaries, and the empty cell has a place in its own.
using ValueList = std::vector<std::uint32_t>;

/// All values, by their bytes. Kept with the table. Null when stopped. O(values × bytes they have in common).
std::shared_ptr<const ValueList> valuesByBytes(const Operand& operand, const Table& table, const std::stop_token& stop);

/// All values, as a sort has them: instants and numbers by value, texts naturally, the rest by bytes; of JSON numbers
/// first, then strings, constants, objects and arrays; secrets last. Kept with the table. Null when stopped.
/// O(values log values).
std::shared_ptr<const ValueList> valuesInOrder(const Operand& operand, const Table& table, const std::stop_token& stop);

} // namespace idscope
