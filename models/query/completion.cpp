#include "models/query/completion.h"

#include "models/query/lexer.h"
#include "models/query/operandtext.h"

#include <algorithm>
#include <span>
#include <utility>

namespace idscope {

namespace {

const std::vector<std::string> operators = {"=",  "!=", "~",  "in",          "is empty",  "is not empty", "<",
                                            "<=", ">",  ">=", "starts with", "ends with", "matches",      "is invalid"};

/// Walks the tokens before the word at the cursor and finds out what is due there.
class Walker {
public:
    explicit Walker(std::span<const Token> tokens) : tokens_(tokens) {}

    /// False behind what can't be read.
    bool run(CompletionContext& context) {
        while (!tokens_.empty())
            if (!term()) return false;
        switch (due_) {
        case Due::Term:
            context.columns = true;
            context.words = {"not"};
            break;
        case Due::Operator:
            // Without one, the word before was a text to search for.
            context.words = operators;
            context.words.insert(context.words.end(), {"and", "or"});
            context.columns = true;
            break;
        case Due::Value:
            context.valuesOf = std::move(operand_);
            break;
        case Due::Node:
            context.nodes = true;
            break;
        case Due::NodeEnd:
            context.words = {")"};
            break;
        case Due::ListBegin:
            context.words = {"("};
            break;
        case Due::ListSign:
            context.words = {",", ")"};
            break;
        case Due::State:
            context.words = {"empty", "not empty", "invalid"};
            break;
        case Due::NegatedState:
            context.words = {"empty"};
            break;
        case Due::With:
            context.words = {"with"};
            break;
        case Due::Regex:
            break;
        case Due::Connective:
            context.words = {"and", "or"};
            if (depth_ > 0) context.words.emplace_back(")");
            context.columns = true;
            break;
        }
        return true;
    }

private:
    enum class Due : unsigned char {
        Term,
        Operator,
        Value,
        ListBegin,
        ListSign,
        Node,
        NodeEnd,
        State,
        NegatedState,
        With,
        Regex,
        Connective
    };

    [[nodiscard]] bool is(TokenKind kind) const { return !tokens_.empty() && tokens_.front().kind == kind; }
    [[nodiscard]] bool isWord(std::string_view word) const {
        return !tokens_.empty() && isKeyword(tokens_.front(), word);
    }
    void skip(std::size_t count = 1) { tokens_ = tokens_.subspan(count); }
    bool due(Due what) {
        due_ = what;
        return true;
    }
    /// Steps over a literal, or finds that one is due.
    bool value() {
        if (tokens_.empty()) return due(Due::Value);
        if (!is(TokenKind::Word) && !is(TokenKind::Quoted)) return false;
        skip();
        return due(Due::Connective);
    }

    bool term() {
        if (is(TokenKind::OpenParenthesis)) {
            ++depth_;
            skip();
            return due(Due::Term);
        }
        if (is(TokenKind::CloseParenthesis)) {
            if (depth_ > 0) --depth_;
            skip();
            return due(Due::Connective);
        }
        if (is(TokenKind::Bang) || isWord("not") || is(TokenKind::And) || is(TokenKind::Or) || isWord("and") ||
            isWord("or")) {
            skip();
            return due(Due::Term);
        }
        if (is(TokenKind::Quoted) || is(TokenKind::Regex)) {
            skip();
            return due(Due::Connective);
        }
        if (reachAsked(tokens_)) return walk();
        const std::size_t length = operandLength(tokens_);
        if (length == 0 || (is(TokenKind::Word) && isReservedWord(tokens_.front().text))) return false;
        auto name = readOperand(tokens_.first(length));
        const bool operatorFollows = length < tokens_.size() && isOperator(tokens_[length]);
        skip(length);
        if (tokens_.empty()) {
            operand_ = name ? std::optional(*std::move(name)) : std::nullopt;
            return due(operand_ ? Due::Operator : Due::Connective);
        }
        if (!operatorFollows) return due(Due::Connective);
        if (!name) return false;
        operand_ = *std::move(name);
        return comparison();
    }

    /// `reaches(name)`
    bool walk() {
        skip(2);
        if (tokens_.empty()) return due(Due::Node);
        if (!is(TokenKind::Word) && !is(TokenKind::Quoted)) return false;
        skip();
        if (tokens_.empty()) return due(Due::NodeEnd);
        if (!is(TokenKind::CloseParenthesis)) return false;
        skip();
        return due(Due::Connective);
    }

    bool comparison() {
        const Token sign = tokens_.front();
        skip();
        if (isKeyword(sign, "in")) return list();
        if (isKeyword(sign, "is")) return state();
        if (isKeyword(sign, "matches")) {
            if (tokens_.empty()) return due(Due::Regex);
            if (!is(TokenKind::Regex)) return false;
            skip();
            return due(Due::Connective);
        }
        if (isKeyword(sign, "starts") || isKeyword(sign, "ends")) {
            if (tokens_.empty()) return due(Due::With);
            if (!isWord("with")) return false;
            skip();
        }
        return value();
    }

    bool list() {
        if (tokens_.empty()) return due(Due::ListBegin);
        if (!is(TokenKind::OpenParenthesis)) return false;
        skip();
        for (;;) {
            if (!value()) return false;
            if (due_ == Due::Value) return true;
            if (tokens_.empty()) return due(Due::ListSign);
            const bool ends = is(TokenKind::CloseParenthesis);
            if (!ends && !is(TokenKind::Comma)) return false;
            skip();
            if (ends) return due(Due::Connective);
        }
    }

    bool state() {
        if (tokens_.empty()) return due(Due::State);
        const bool negated = isWord("not");
        if (negated) skip();
        if (tokens_.empty()) return due(Due::NegatedState);
        if (!isWord("empty") && !isWord("invalid")) return false;
        skip();
        return due(Due::Connective);
    }

    std::span<const Token> tokens_;
    Due due_ = Due::Term;
    std::size_t depth_ = 0; ///< of open parentheses
    std::optional<OperandName> operand_;
};

bool mayBeCompleted(TokenKind kind) {
    return kind == TokenKind::Word || kind == TokenKind::Quoted || kind == TokenKind::UnclosedQuote ||
           kind == TokenKind::Backtick || kind == TokenKind::UnclosedBacktick;
}

/// The beginning of a path as an operand, and the step that is being written behind its last dot.
bool splitPath(std::string_view written, CompletionContext& context, std::size_t begin) {
    // A name in quotes, still open or not, is a step too.
    std::size_t dot = std::string_view::npos;
    bool quoted = false;
    for (std::size_t i = 0; i < written.size(); ++i) {
        if (written[i] == '"' && (i == 0 || written[i - 1] != '\\')) quoted = !quoted;
        if (written[i] == '.' && !quoted) dot = i;
    }
    if (dot == std::string_view::npos || dot == 0) return false;
    std::string_view before = written.substr(0, dot);
    if (before.ends_with('.')) before.remove_suffix(1); // at any depth
    const auto name = parseOperand(before);
    if (!name) return false;
    context.stepsOf = *name;
    context.stepsOf->span = {};
    if (before.size() + 1 == dot) context.stepsOf->steps.emplace_back(JsonPathAnyDepth{});
    std::string_view step = written.substr(dot + 1);
    context.replaced = {begin + dot + 1, context.replaced.end() - (begin + dot + 1)};
    if (step.starts_with('"')) step.remove_prefix(1);
    if (step.ends_with('"')) step.remove_suffix(1);
    context.typed = std::string(step);
    return true;
}

} // namespace

CompletionContext completionAt(std::string_view text, std::size_t cursor) {
    cursor = std::min(cursor, text.size());
    const std::vector<Token> all = lex(text.substr(0, cursor));
    std::span<const Token> tokens(all.data(), all.size() - 1); // without End
    CompletionContext context;
    context.replaced = {cursor, 0};

    std::string_view written;
    if (!tokens.empty() && tokens.back().span.end() == cursor && mayBeCompleted(tokens.back().kind)) {
        // All that touches, back to the column: `metadata."odd`.
        std::size_t first = tokens.size() - 1;
        const auto isPathBefore = [&](std::size_t i) {
            return tokens[i].touches && i > 0 &&
                   (tokens[i - 1].kind == TokenKind::Word || tokens[i - 1].kind == TokenKind::Backtick ||
                    tokens[i - 1].kind == TokenKind::Quoted);
        };
        while (isPathBefore(first))
            --first;
        const std::size_t begin = tokens[first].span.begin;
        context.typed = tokens.back().text;
        // To the end of the word that the cursor stands in.
        std::size_t end = cursor;
        if (tokens.back().kind == TokenKind::Word)
            for (const Token& token : lex(text))
                if (token.kind == TokenKind::Word && token.span.begin <= cursor && cursor <= token.span.end())
                    end = token.span.end();
        context.replaced = {begin, end - begin};
        written = text.substr(begin, cursor - begin);
        tokens = tokens.first(first);
    }
    const TextSpan whole = context.replaced;
    const std::string typed = context.typed;
    if (!Walker(tokens).run(context)) return {.replaced = whole, .typed = {}};
    if (context.columns && !written.empty()) {
        const bool isPath = splitPath(written, context, whole.begin);
        if (isPath || written.starts_with('"')) { // what stands in quotes is text
            context.columns = false;
            context.words.clear();
        }
    } else if (!written.empty() && (written.starts_with('`'))) {
        return {.replaced = whole, .typed = typed};
    }
    if (written.starts_with('`') || written.starts_with('"')) context.words.clear();
    return context;
}

} // namespace idscope
