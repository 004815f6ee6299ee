#pragma once

#include "models/query/expression.h"
#include "models/query/query.h"
#include "models/table/table.h"

#include <map>
#include <optional>
#include <stop_token>
#include <string>

namespace idscope {

/// Finds what the fields of insights are called in a table of relations; looks for each path once. One thread.
class FieldFinder {
public:
    /// `table` must outlive the finder.
    FieldFinder(const Table& table, std::stop_token stop) : table_(table), stop_(std::move(stop)) {}

    struct Field {
        OperandName name;
        Operand operand;
    };
    /// Nothing when the table has no such column and no metadata such a key.
    [[nodiscard]] std::optional<Field> find(const std::string& field);

private:
    [[nodiscard]] std::optional<Field> column(const std::string& field) const;
    [[nodiscard]] std::optional<Field> metadata(const std::string& field) const;
    [[nodiscard]] std::optional<Field> bound(ColumnId column, const std::vector<std::string>& keys) const;
    [[nodiscard]] bool leadsSomewhere(const Field& field) const;

    const Table& table_;
    std::stop_token stop_;
    std::map<std::string, std::optional<Field>> known_;
};

} // namespace idscope
