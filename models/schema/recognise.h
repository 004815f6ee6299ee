#pragma once

#include "models/schema/schema.h"

#include <string>
#include <string_view>
#include <vector>

namespace idscope {

/// The form in which header cells and names typed by people are compared: trimmed, one trailing `*` removed, Unicode
/// simple folding, `_` read as a space. UTF-8 in and out; bad bytes stay.
std::string foldedName(std::string_view headerCell);

/// How a header row meets a schema. `columns[i]` is the spec of header cell i, or null when unknown or a repetition.
struct HeaderMatch {
    const Schema* schema = nullptr; ///< null: none of the list, a plain table
    std::vector<const ColumnSpec*> columns;
    std::vector<const ColumnSpec*> missingRequired; ///< in schema order
};

/// The schema whose required columns the header matches best: all required columns present wins, then at least half of
/// the schema's columns including more known ones than any other schema; otherwise none. O(header × schemas).
HeaderMatch recognise(std::span<const std::string> header, SchemaList schemas);

/// The header read as the given schema, whatever fits.
HeaderMatch matchHeader(std::span<const std::string> header, const Schema& schema);

/// The schema with this key, or null.
const Schema* schemaByKey(std::string_view key, SchemaList schemas);

} // namespace idscope
