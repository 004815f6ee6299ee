#pragma once

#include "models/query/expression.h"
#include "models/query/lexer.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace idscope {

/// Where a parser stands in the tokens of a text, and the errors it can meet there.
class TokenCursor {
public:
    explicit TokenCursor(std::string_view text) : text_(text), tokens_(lex(text)) {}

    /// The next token, or one further ahead; End at and behind the end.
    [[nodiscard]] const Token& token(std::size_t ahead = 0) const {
        return tokens_[std::min(at_ + ahead, tokens_.size() - 1)];
    }
    [[nodiscard]] bool is(TokenKind kind) const { return token().kind == kind; }
    [[nodiscard]] bool isReserved() const { return is(TokenKind::Word) && isReservedWord(token().text); }
    [[nodiscard]] std::span<const Token> rest() const { return std::span(tokens_).subspan(at_); }
    /// The token taken last, or null at the beginning.
    [[nodiscard]] const Token* last() const { return at_ == 0 ? nullptr : &tokens_[at_ - 1]; }

    /// Steps over the next token, which must not be End.
    const Token& take() { return tokens_[at_++]; }
    void skip(std::size_t tokens) { at_ += tokens; }
    bool takeKeyword(std::string_view word);
    Literal takeLiteral();
    Regex takeRegex();

    /// The text as written, from a byte to the end of the token taken last.
    [[nodiscard]] TextSpan spanFrom(std::size_t begin) const { return {begin, last()->span.end() - begin}; }
    [[nodiscard]] std::string written(TextSpan span) const {
        return std::string(text_.substr(span.begin, span.length));
    }

    [[nodiscard]] QueryError error(QueryProblem problem, TextSpan span, std::vector<std::string> expected,
                                   std::string suggestion = {}) const;
    /// The next token can't stand here, or can't be read at all.
    [[nodiscard]] QueryError unexpected(std::initializer_list<std::string_view> expected,
                                        std::string suggestion = {}) const;

private:
    [[nodiscard]] QueryError badFlag() const;

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

} // namespace idscope
