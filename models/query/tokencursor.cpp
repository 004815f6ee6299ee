#include "models/query/tokencursor.h"

#include <utility>

namespace idscope {

bool TokenCursor::takeKeyword(std::string_view word) {
    const bool there = isKeyword(token(), word);
    if (there) ++at_;
    return there;
}

Literal TokenCursor::takeLiteral() {
    const Token& literal = take();
    return {literal.text, literal.kind == TokenKind::Quoted, literal.span};
}

Regex TokenCursor::takeRegex() {
    const Token& regex = take();
    return {regex.text, regex.ignoreCase, regex.span};
}

QueryError TokenCursor::error(QueryProblem problem, TextSpan span, std::vector<std::string> expected,
                              std::string suggestion) const {
    return {problem, span, std::move(expected), written(span), std::move(suggestion)};
}

QueryError TokenCursor::unexpected(std::initializer_list<std::string_view> expected, std::string suggestion) const {
    const Token& found = token();
    switch (found.kind) {
    case TokenKind::UnclosedQuote:
        return error(QueryProblem::UnclosedQuote, found.span, {"\""}, quoted(found.text));
    case TokenKind::UnclosedRegex:
        return error(QueryProblem::UnclosedRegex, found.span, {"/"}, slashed(found.text));
    case TokenKind::UnclosedBacktick:
        return error(QueryProblem::UnclosedBacktick, found.span, {"`"}, backticked(found.text));
    case TokenKind::LoneSign:
        return error(QueryProblem::UnexpectedToken, found.span, {"&&", "||"}, std::string(2, text_[found.span.begin]));
    case TokenKind::BadRegexFlag:
        return badFlag();
    default:
        const bool atEnd = found.kind == TokenKind::End;
        return error(atEnd ? QueryProblem::UnexpectedEnd : QueryProblem::UnexpectedToken, found.span,
                     {expected.begin(), expected.end()}, std::move(suggestion));
    }
}

/// `/usr/share` is a path that somebody wants to find, `/x/g` an expression with the flag of another language.
QueryError TokenCursor::badFlag() const {
    const TextSpan flags = token().flags;
    const std::string letters = written(flags);
    if (letters.find_first_not_of("gimsuxy") != std::string::npos)
        return error(QueryProblem::BadRegexFlag, token().span, {"i"}, quoted(written(token().span)));
    return error(QueryProblem::BadRegexFlag, flags, {"i"}, letters.contains('i') ? "i" : "");
}

} // namespace idscope
