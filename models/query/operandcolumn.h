#pragma once

#include "models/query/query.h"
#include "models/table/encodedcolumn.h"

namespace idscope {

/// An operand as a column to be written: a column as the file has it; of a path or a part of a BRN the text, under the
/// name the filter language has for it. The table must outlive it.
WrittenColumn writtenColumn(const Table& table, const Operand& operand, bool revealSecrets);

} // namespace idscope
