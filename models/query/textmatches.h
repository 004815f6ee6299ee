#pragma once

#include "models/query/expression.h"
#include "models/query/query.h"

#include <functional>
#include <string_view>
#include <vector>

namespace idscope {

/// Where the text conditions of an expression (words, `~`, starts, ends, regular expressions; not those under a `not`)
/// are met in a cell: why its row is here. One thread at a time.
class TextMatches {
public:
    /// Of a cell no more than this is searched, and no more matches are told.
    static constexpr std::size_t searchedBytes = std::size_t{64} * 1024;
    static constexpr std::size_t mostMatches = 100;

    TextMatches() = default;
    /// Of an expression that can be bound to the table; null has none.
    TextMatches(const ExpressionPtr& expression, const Table& table);

    [[nodiscard]] bool isEmpty() const { return conditions_.empty(); }
    /// Whether every row that the expression selects has a match.
    [[nodiscard]] bool inEveryRow() const { return inEveryRow_; }
    /// Selects the rows with a match, of those the expression selects; null when there are no conditions.
    [[nodiscard]] const ExpressionPtr& rows() const { return rows_; }

    /// The matches in the text of a cell (of JSON: with its secrets masked), in order, none overlapping another.
    /// O(bytes × conditions).
    [[nodiscard]] std::vector<TextSpan> find(ColumnId column, std::string_view text) const;

private:
    using Finder = std::function<void(std::string_view text, std::size_t at, std::vector<TextSpan>& found)>;
    struct Condition {
        std::optional<Operand> operand; ///< none: any column
        Finder find;
    };
    class Collector;

    std::vector<Condition> conditions_;
    ExpressionPtr rows_;
    bool inEveryRow_ = false;
};

} // namespace idscope
