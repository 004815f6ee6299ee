#pragma once

#include "models/query/query.h"

#include <QStringList>

namespace idscope {

class ResourcePage;
struct ColumnLayout;

/// The operand that the filter language calls so, in a table that has it.
std::expected<Operand, QueryError> operandNamed(const Table& table, const QString& text);

/// Adds a JSON path or a part of a BRN, as the filter language writes it, as a column before the one it is read from,
/// and goes there; to the one there is, if it is a column already. What can't be one is said.
void addColumn(ResourcePage& page, const QString& operand);

/// Arranges the columns as a layout has them, and adds those of paths that it has. Returns the shown ones that the
/// table can't have.
QStringList arrangeColumns(ResourcePage& page, const ColumnLayout& layout);

} // namespace idscope
