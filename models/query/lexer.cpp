#include "models/query/lexer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace idscope {

namespace {

constexpr std::array<std::string_view, 12> reservedWords = {
    "and", "or", "not", "in", "is", "contains", "matches", "starts", "ends", "with", "empty", "invalid",
};

constexpr std::array<std::string_view, 6> keywordOperators = {"in", "is", "contains", "matches", "starts", "ends"};

constexpr bool isBlank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

constexpr bool endsWord(char byte) {
    return isBlank(byte) || std::string_view("(),\"=!<>~|&`").contains(byte);
}

constexpr char lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        for (;;) {
            const std::size_t end = at_;
            while (at_ < text_.size() && isBlank(text_[at_]))
                ++at_;
            token_ = Token{};
            token_.span.begin = at_;
            token_.touches = at_ == end && at_ > 0;
            if (at_ < text_.size()) scan();
            token_.span.length = at_ - token_.span.begin;
            tokens_.push_back(std::move(token_));
            if (tokens_.back().kind == TokenKind::End) return std::move(tokens_);
        }
    }

private:
    void scan() {
        switch (text_[at_]) {
        case '(':
            return sign(TokenKind::OpenParenthesis, 1);
        case ')':
            return sign(TokenKind::CloseParenthesis, 1);
        case ',':
            return sign(TokenKind::Comma, 1);
        case '~':
            return sign(TokenKind::Tilde, 1);
        case '=':
            return sign(TokenKind::Equal, next() == '=' ? 2 : 1);
        case '!':
            return next() == '=' ? sign(TokenKind::NotEqual, 2) : sign(TokenKind::Bang, 1);
        case '<':
            return next() == '=' ? sign(TokenKind::LessEqual, 2) : sign(TokenKind::Less, 1);
        case '>':
            return next() == '=' ? sign(TokenKind::GreaterEqual, 2) : sign(TokenKind::Greater, 1);
        case '&':
            return next() == '&' ? sign(TokenKind::And, 2) : sign(TokenKind::LoneSign, 1);
        case '|':
            return next() == '|' ? sign(TokenKind::Or, 2) : sign(TokenKind::LoneSign, 1);
        case '"':
            return quote();
        case '`':
            return backtick();
        case '/':
            return regex();
        default:
            token_.kind = TokenKind::Word;
            token_.text = wordRun();
        }
    }

    [[nodiscard]] char next() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : ' '; }

    void sign(TokenKind kind, std::size_t length) {
        token_.kind = kind;
        at_ += length;
    }

    std::string_view wordRun() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && !endsWord(text_[at_]))
            ++at_;
        return text_.substr(begin, at_ - begin);
    }

    void quote() {
        token_.kind = TokenKind::UnclosedQuote;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') return sign(TokenKind::Quoted, 1);
            if (text_[at_] == '\\' && (next() == '"' || next() == '\\')) ++at_;
            token_.text += text_[at_];
        }
    }

    void backtick() {
        token_.kind = TokenKind::UnclosedBacktick;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '`') {
                if (next() != '`') return sign(TokenKind::Backtick, 1);
                ++at_;
            }
            token_.text += text_[at_];
        }
    }

    void regex() {
        token_.kind = TokenKind::UnclosedRegex;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '/') {
                sign(TokenKind::Regex, 1);
                return regexFlags();
            }
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) {
                if (next() != '/') token_.text += '\\';
                ++at_;
            }
            token_.text += text_[at_];
        }
    }

    void regexFlags() {
        token_.flags.begin = at_;
        const std::string_view flags = wordRun();
        token_.flags.length = flags.size();
        token_.ignoreCase = flags == "i";
        if (!flags.empty() && !token_.ignoreCase) token_.kind = TokenKind::BadRegexFlag;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Token token_;
    std::vector<Token> tokens_;
};

} // namespace

std::vector<Token> lex(std::string_view text) {
    return Lexer(text).run();
}

bool isOperatorSign(TokenKind kind) {
    switch (kind) {
    case TokenKind::Equal:
    case TokenKind::NotEqual:
    case TokenKind::Less:
    case TokenKind::LessEqual:
    case TokenKind::Greater:
    case TokenKind::GreaterEqual:
    case TokenKind::Tilde:
        return true;
    default:
        return false;
    }
}

bool isKeyword(const Token& token, std::string_view word) {
    return token.kind == TokenKind::Word && sameWord(token.text, word);
}

bool isKeywordOperator(const Token& token) {
    return std::ranges::any_of(keywordOperators, [&](std::string_view word) { return isKeyword(token, word); });
}

bool isOperator(const Token& token) {
    return isOperatorSign(token.kind) || isKeywordOperator(token);
}

std::optional<ReachOp> reachAsked(std::span<const Token> tokens) {
    if (tokens.size() < 2 || tokens[1].kind != TokenKind::OpenParenthesis || !tokens[1].touches) return std::nullopt;
    for (const ReachOp op : {ReachOp::ReachableFrom, ReachOp::Reaches})
        if (isKeyword(tokens[0], wordOf(op))) return op;
    return std::nullopt;
}

bool isBareWord(std::string_view text) {
    return !text.empty() && text.front() != '/' && std::ranges::none_of(text, endsWord);
}

bool isReservedWord(std::string_view word) {
    return std::ranges::any_of(reservedWords, [&](std::string_view reserved) { return sameWord(word, reserved); });
}

bool sameWord(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') out += '\\';
        out += byte;
    }
    return out + '"';
}

std::string backticked(std::string_view name) {
    std::string out = "`";
    for (const char byte : name)
        out.append(byte == '`' ? 2 : 1, byte);
    return out + '`';
}

std::string slashed(std::string_view pattern) {
    std::string out = "/";
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '/') out += '\\';
        out += pattern[at];
        if (pattern[at] == '\\' && at + 1 < pattern.size()) out += pattern[++at];
    }
    return out + '/';
}

} // namespace idscope
