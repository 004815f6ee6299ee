#pragma once

#include "models/base/span.h"
#include "models/query/expression.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace idscope {

enum class TokenKind : unsigned char {
    Word,     ///< a bare word; `text` as written
    Quoted,   ///< `text` without quotes and escapes
    Regex,    ///< `text` is the pattern, `\/` already a slash
    Backtick, ///< `text` is a column's name
    OpenParenthesis,
    CloseParenthesis,
    Comma,
    Equal, ///< `=` or `==`
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Tilde,
    Bang,
    And, ///< `&&`
    Or,  ///< `||`
    // what can't be read
    LoneSign, ///< a single `&` or `|`
    UnclosedQuote,
    UnclosedRegex,
    UnclosedBacktick,
    BadRegexFlag,
    End,
};

/// A piece of the filter language. Spans are bytes of the whole text.
struct Token {
    TokenKind kind = TokenKind::End;
    TextSpan span;
    std::string text;
    TextSpan flags;          ///< of a regular expression: what follows the closing slash
    bool ignoreCase = false; ///< of a regular expression: the flag `i`
    bool touches = false;    ///< no blank stands between this token and the one before
};

/// Cuts any text into tokens; the last is always End. Blanks are space, tab, CR and LF: everything else, non-ASCII
/// blanks and NUL included, can be part of a word. O(bytes).
std::vector<Token> lex(std::string_view text);

/// `= != < <= > >= ~`
bool isOperatorSign(TokenKind kind);

/// Whether the token is this word of the language.
bool isKeyword(const Token& token, std::string_view word);

/// `in is contains matches starts ends`
bool isKeywordOperator(const Token& token);

/// What makes the word before it a column.
bool isOperator(const Token& token);

/// What is asked when these tokens begin with `reachable_from(` or `reaches(`, in any case. A blank before the
/// parenthesis makes the word a text to search.
std::optional<ReachOp> reachAsked(std::span<const Token> tokens);

/// Whether the text is one bare word: as written, it lexes to a single Word.
bool isBareWord(std::string_view text);

/// Whether the word means something to the language wherever it stands: `and or not in is contains matches starts ends
/// with empty invalid`, in any case.
bool isReservedWord(std::string_view word);

/// Equal but for the case of ASCII letters.
bool sameWord(std::string_view a, std::string_view b);

/// `"text"` with `\"` and `\\`.
std::string quoted(std::string_view text);

/// `` `name` ``; a backquote in the name is doubled.
std::string backticked(std::string_view name);

/// `/pattern/`: slashes that are not escaped already get their backslash.
std::string slashed(std::string_view pattern);

} // namespace idscope
