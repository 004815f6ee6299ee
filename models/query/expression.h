#pragma once

#include "models/base/span.h"
#include "models/json/path.h"

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace idscope {

/// What a comparison is about, as written: a column's name and what follows it. Whether `steps` are a JSON path or the
/// part of a BRN is decided when bound to a table.
struct OperandName {
    std::string column;
    JsonPath steps;
    TextSpan span; ///< of the whole operand
    friend bool operator==(const OperandName& a, const OperandName& b) {
        return a.column == b.column && a.steps == b.steps;
    }
};

/// A value as written. `quoted` tells `"3"` from `3`.
struct Literal {
    std::string text;
    bool quoted = false;
    TextSpan span;
    friend bool operator==(const Literal& a, const Literal& b) { return a.text == b.text && a.quoted == b.quoted; }
};

/// `/pattern/i`: pattern without slashes, `\/` already a slash.
struct Regex {
    std::string pattern;
    bool ignoreCase = false;
    TextSpan span;
    friend bool operator==(const Regex& a, const Regex& b) {
        return a.pattern == b.pattern && a.ignoreCase == b.ignoreCase;
    }
};

enum class CompareOp : unsigned char {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Contains,
    StartsWith,
    EndsWith
};
enum class StateOp : unsigned char { Empty, NotEmpty, Invalid };

struct Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;

struct AnyText {
    Literal text;
}; ///< some column contains it, ignoring case
struct AnyMatch {
    Regex regex;
}; ///< some column matches
struct Compare {
    OperandName operand;
    CompareOp op{};
    Literal value;
};
struct MatchRegex {
    OperandName operand;
    Regex regex;
};
struct OneOf {
    OperandName operand;
    std::vector<Literal> values;
};
struct HasState {
    OperandName operand;
    StateOp state{};
};
struct Not {
    ExpressionPtr inner;
};
struct And {
    std::vector<ExpressionPtr> parts;
}; ///< two or more
struct Or {
    std::vector<ExpressionPtr> parts;
}; ///< two or more

/// A filter expression as a tree. Immutable. `span` covers its text.
struct Expression {
    std::variant<AnyText, AnyMatch, Compare, MatchRegex, OneOf, HasState, Not, And, Or> node;
    TextSpan span;
};

enum class QueryProblem : unsigned char {
    // lexer and parser
    UnclosedQuote,
    UnclosedRegex,
    UnclosedBacktick,
    UnclosedParenthesis,
    UnexpectedToken,
    UnexpectedEnd,
    BadRegexFlag,
    BadPath,
    TooLong, ///< more than maximumLength bytes
    TooDeep, ///< nested beyond maximumDepth
    // binder
    UnknownColumn,
    UnknownBrnPart,
    NotJson /* a path into a column that is not JSON */,
    NotComparable /* < with a literal that
is neither number nor instant, or not what the column's type needs */
    ,
    BadRegex,
    NoStateOfPath /* `is invalid` of a path */,
    // evaluation
    MatchLimit,
    Cancelled,
};

/// Why an expression can't be used. `span` is the text it is about; `expected` and `suggestion` are words of the
/// language or names from the table, never prose: words::sentence() makes the sentence.
struct QueryError {
    QueryProblem problem{};
    TextSpan span;
    std::vector<std::string> expected;
    std::string found;      ///< the offending text, or PCRE2's message for BadRegex
    std::string suggestion; ///< replacement for the span that would cure it, or empty
};

inline constexpr std::size_t maximumExpressionLength = 65536;
inline constexpr std::size_t maximumExpressionDepth = 200;

/// Parses the filter language (shared contract `filter-language.md`). Blank text gives a null pointer: every row.
std::expected<ExpressionPtr, QueryError> parseExpression(std::string_view text);

/// The one canonical text of an expression; parsing it gives an equal expression.
std::string canonicalText(const Expression& expression);

/// Equal but for spans.
bool sameExpression(const Expression& a, const Expression& b);

/// Parses one operand: a column, a JSON path, a part of a BRN (`--columns`, `--sort`, `--facet`).
std::expected<OperandName, QueryError> parseOperand(std::string_view text);

std::string canonicalText(const OperandName& operand);

/// What a stretch of filter text is, for colouring.
enum class TokenRole : unsigned char {
    Column,
    Word /* and, in, not… */,
    Sign,
    String,
    Number,
    Constant,
    Regex,
    Text,
    Error
};
struct ColoredSpan {
    TextSpan span;
    TokenRole role{};
};
/// Tokens of any text, broken or not, in order.
std::vector<ColoredSpan> colorTokens(std::string_view text);

} // namespace idscope
