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
/// Which relations a name selects: those that lie on a walk down from it, or on one that leads to it.
enum class ReachOp : unsigned char { ReachableFrom, Reaches };
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
struct InReach {
    ReachOp op{};
    Literal name; ///< a BRN or an opaque name
};
struct Not {
    ExpressionPtr inner;
};
/// Two or more parts, none an And itself: the parser flattens, and canonicalText() flattens what others build.
struct And {
    std::vector<ExpressionPtr> parts;
};
/// Two or more parts, none an Or itself, as above.
struct Or {
    std::vector<ExpressionPtr> parts;
};

/// A filter expression as a tree. Immutable. `span` covers its text, parentheses around it included.
struct Expression {
    std::variant<AnyText, AnyMatch, Compare, MatchRegex, OneOf, HasState, InReach, Not, And, Or> node;
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
    TooLong, ///< the text or its canonical form is above maximumExpressionLength
    TooDeep, ///< nested beyond maximumExpressionDepth
    // binder
    UnknownColumn,
    UnknownBrnPart,
    NotJson,       ///< a path into a column that is not JSON
    NotComparable, ///< `<` with a literal that is neither number nor instant, or not what the column's type needs
    BadRegex,
    NoStateOfPath, ///< `is invalid` of a path
    NotRelations,  ///< `reaches` of a table whose rows are no relations
    // evaluation
    MatchLimit,
    OutOfMemory,
    Cancelled,
};

/// What QueryError::expected says for things that have no one spelling.
namespace expectation {
inline constexpr std::string_view comparison = "<comparison>"; ///< or text to search
inline constexpr std::string_view value = "<value>";
inline constexpr std::string_view regex = "<regex>";
inline constexpr std::string_view name = "<name>"; ///< of a column, or a key in a path
inline constexpr std::string_view number = "<number>";
inline constexpr std::string_view instant = "<instant>";
} // namespace expectation

/// Why an expression can't be used. `span` is the text it is about; `expected` and `suggestion` are words of the
/// language, names from the table or an `expectation`, never prose: words::sentence() makes the sentence.
struct QueryError {
    QueryProblem problem{};
    TextSpan span;
    std::vector<std::string> expected;
    std::string found;      ///< the offending text, or PCRE2's message for BadRegex
    std::string suggestion; ///< text that, put in place of the span, would cure it; or empty
};

/// Bytes of an expression, as written and in its canonical text.
inline constexpr std::size_t maximumExpressionLength = 65536;
/// Parentheses and `not` within each other.
inline constexpr std::size_t maximumExpressionDepth = 200;

/// Parses the filter language (shared contract `filter-language.md`). Blank text gives a null pointer: every row.
/// Reserved words are never values or texts unless quoted. O(bytes).
std::expected<ExpressionPtr, QueryError> parseExpression(std::string_view text);

/// The one canonical text of an expression; parsing it gives an equal expression (but for spans). A literal that is no
/// bare word is written in quotes even if it says it has none.
std::string canonicalText(const Expression& expression);

/// `reachable_from` or `reaches`, which stand before a name in parentheses that touch them.
std::string_view wordOf(ReachOp op);

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
