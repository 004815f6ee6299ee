#include "models/query/decimal.h"
#include "models/query/expression.h"
#include "models/query/instant.h"
#include "models/query/lexer.h"
#include "models/query/operandtext.h"

#include <span>

namespace idscope {

namespace {

TokenRole roleOfValue(std::string_view word) {
    if (word == "true" || word == "false" || word == "null") return TokenRole::Constant;
    const bool number = parseDecimal(word) || parseInstant(word) || parseRelativeInstant(word, {});
    return number ? TokenRole::Number : TokenRole::String;
}

/// Colours tokens from left to right. What a word is depends on what stands before it (after an operator it is a value)
/// and behind it (before an operator it is a column).
class Painter {
public:
    explicit Painter(std::string_view text) : tokens_(lex(text)) {}

    std::vector<ColoredSpan> run() {
        while (tokens_[at_].kind != TokenKind::End)
            paint(tokens_[at_]);
        return std::move(spans_);
    }

private:
    void paint(const Token& token) {
        switch (token.kind) {
        case TokenKind::Word:
            if (isReservedWord(token.text)) return keyword(token.text);
            if (valueNext_) return add(roleOfValue(token.text));
            if (reachAsked(std::span(tokens_).subspan(at_))) {
                inList_ = true;
                return add(TokenRole::Word);
            }
            return operandOrText();
        case TokenKind::Backtick:
            return operandOrText();
        case TokenKind::Quoted:
            return add(TokenRole::String);
        case TokenKind::Regex:
            return add(TokenRole::Regex);
        case TokenKind::LoneSign:
        case TokenKind::UnclosedQuote:
        case TokenKind::UnclosedRegex:
        case TokenKind::UnclosedBacktick:
        case TokenKind::BadRegexFlag:
            return add(TokenRole::Error);
        case TokenKind::OpenParenthesis:
            return add(TokenRole::Sign, inList_);
        case TokenKind::CloseParenthesis:
            inList_ = false;
            return add(TokenRole::Sign);
        case TokenKind::Comma:
            return add(TokenRole::Sign, inList_);
        default:
            return add(TokenRole::Sign, isOperatorSign(token.kind));
        }
    }

    void keyword(std::string_view word) {
        inList_ = sameWord(word, "in") && tokens_[at_ + 1].kind == TokenKind::OpenParenthesis;
        add(TokenRole::Word, sameWord(word, "contains") || sameWord(word, "with"));
    }

    void operandOrText() {
        const std::span<const Token> rest = std::span(tokens_).subspan(at_);
        const std::size_t length = operandLength(rest);
        if (!isOperator(rest[length])) {
            const bool text = rest.front().kind == TokenKind::Word;
            return add(text ? TokenRole::Text : TokenRole::Column);
        }
        for (std::size_t i = 0; i < length; ++i)
            add(TokenRole::Column);
    }

    void add(TokenRole role, bool valueNext = false) {
        spans_.push_back({tokens_[at_++].span, role});
        valueNext_ = valueNext;
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    bool valueNext_ = false;
    bool inList_ = false;
    std::vector<ColoredSpan> spans_;
};

} // namespace

std::vector<ColoredSpan> colorTokens(std::string_view text) {
    return Painter(text).run();
}

} // namespace idscope
