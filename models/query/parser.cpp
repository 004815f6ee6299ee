#include "models/query/comparisonparser.h"
#include "models/query/expression.h"
#include "models/query/operandtext.h"
#include "models/query/tokencursor.h"

#include <initializer_list>
#include <utility>

namespace idscope {

namespace {

/// Canonical text is at most this many times as long as the text it comes from (`!a` becomes `not a and `).
constexpr std::size_t canonicalGrowth = 6;

/// Whether the token can begin what stands between `and`s and `or`s. What can't be read counts, so that it is reported.
bool beginsTerm(const Token& token) {
    switch (token.kind) {
    case TokenKind::Word:
        return !isKeyword(token, "and") && !isKeyword(token, "or");
    case TokenKind::Quoted:
    case TokenKind::Regex:
    case TokenKind::Backtick:
    case TokenKind::OpenParenthesis:
    case TokenKind::Bang:
    case TokenKind::LoneSign:
    case TokenKind::UnclosedQuote:
    case TokenKind::UnclosedRegex:
    case TokenKind::UnclosedBacktick:
    case TokenKind::BadRegexFlag:
        return true;
    default:
        return false;
    }
}

/// Recursive descent, one function per binding strength.
class Parser {
public:
    explicit Parser(std::string_view text) : cursor_(text) {}

    std::expected<ExpressionPtr, QueryError> expression() {
        if (cursor_.is(TokenKind::End)) return ExpressionPtr{};
        auto all = alternatives();
        if (all && !cursor_.is(TokenKind::End)) return std::unexpected(afterTerm({"and", "or"}));
        return all;
    }

private:
    /// Still being built: its span may yet grow by parentheses.
    using Node = std::shared_ptr<Expression>;
    using Result = std::expected<Node, QueryError>;

    [[nodiscard]] Node node(decltype(Expression::node) content, std::size_t begin) const {
        return std::make_shared<Expression>(Expression{std::move(content), cursor_.spanFrom(begin)});
    }

    Result alternatives() {
        return chain<Or>([this] { return conjunction(); }, [this] { return takeSign(TokenKind::Or, "or"); });
    }

    Result conjunction() {
        return chain<And>([this] { return term(); },
                          [this] { return takeSign(TokenKind::And, "and") || beginsTerm(cursor_.token()); });
    }

    bool takeSign(TokenKind sign, std::string_view word) {
        const bool there = cursor_.is(sign) || isKeyword(cursor_.token(), word);
        if (there) cursor_.take();
        return there;
    }

    /// One part, or several with something between.
    template <class Many>
    Result chain(auto part, auto takeBetween) {
        const std::size_t begin = cursor_.token().span.begin;
        Result first = part();
        if (!first || !takeBetween()) return first;
        Many all;
        append(all, *first);
        do {
            const Result next = part();
            if (!next) return next;
            append(all, *next);
        } while (takeBetween());
        return node(std::move(all), begin);
    }

    template <class Many>
    static void append(Many& all, const Node& part) {
        if (const auto* inner = std::get_if<Many>(&part->node)) {
            all.parts.insert(all.parts.end(), inner->parts.begin(), inner->parts.end());
        } else {
            all.parts.push_back(part);
        }
    }

    Result term() {
        const Token& first = cursor_.token();
        const bool negated = first.kind == TokenKind::Bang || isKeyword(first, "not");
        if (!negated && first.kind != TokenKind::OpenParenthesis) return plainTerm();
        if (depth_ == maximumExpressionDepth)
            return std::unexpected(cursor_.error(QueryProblem::TooDeep, first.span, {}));
        cursor_.take();
        ++depth_;
        auto inner = negated ? negation(first) : group(first);
        --depth_;
        return inner;
    }

    Result negation(const Token& sign) {
        const Result inner = term();
        if (!inner) return inner;
        return node(Not{*inner}, sign.span.begin);
    }

    Result group(const Token& open) {
        Result inner = alternatives();
        if (!inner) return inner;
        if (cursor_.is(TokenKind::End))
            return std::unexpected(cursor_.error(QueryProblem::UnclosedParenthesis, open.span, {")"}));
        if (!cursor_.is(TokenKind::CloseParenthesis)) return std::unexpected(afterTerm({"and", "or", ")"}));
        cursor_.take();
        (*inner)->span = cursor_.spanFrom(open.span.begin);
        return inner;
    }

    Result plainTerm() {
        const Token& first = cursor_.token();
        switch (first.kind) {
        case TokenKind::Quoted:
            return node(AnyText{cursor_.takeLiteral()}, first.span.begin);
        case TokenKind::Regex:
            return node(AnyMatch{cursor_.takeRegex()}, first.span.begin);
        case TokenKind::Backtick:
            return comparisonOrText();
        case TokenKind::Word:
            if (cursor_.isReserved()) return std::unexpected(reservedAsTerm());
            if (const auto op = reachAsked(cursor_.rest())) return inReach(*op);
            return comparisonOrText();
        default:
            return std::unexpected(cursor_.unexpected({expectation::comparison}));
        }
    }

    /// `reaches(brn…)`
    Result inReach(ReachOp op) {
        const std::size_t begin = cursor_.take().span.begin;
        const Token& open = cursor_.take();
        const bool reserved = cursor_.isReserved();
        if (reserved || !(cursor_.is(TokenKind::Word) || cursor_.is(TokenKind::Quoted)))
            return std::unexpected(
                cursor_.unexpected({expectation::value}, reserved ? quoted(cursor_.token().text) : std::string()));
        Literal name = cursor_.takeLiteral();
        if (cursor_.is(TokenKind::End))
            return std::unexpected(cursor_.error(QueryProblem::UnclosedParenthesis, open.span, {")"}));
        if (!cursor_.is(TokenKind::CloseParenthesis)) return std::unexpected(cursor_.unexpected({")"}));
        cursor_.take();
        return node(InReach{op, std::move(name)}, begin);
    }

    Result comparisonOrText() {
        const Token& first = cursor_.token();
        const std::size_t length = operandLength(cursor_.rest());
        const Token& next = cursor_.token(length);
        if (isOperator(next)) {
            auto operand = readOperand(cursor_.rest().first(length));
            if (!operand) return std::unexpected(std::move(operand.error()));
            cursor_.skip(length);
            auto comparison = parseComparison(cursor_, std::move(*operand));
            if (!comparison) return std::unexpected(std::move(comparison.error()));
            return node(std::move(*comparison), first.span.begin);
        }
        if (isKeyword(next, "not") && isKeywordOperator(cursor_.token(length + 1)))
            return std::unexpected(misplacedNot(length));
        if (first.kind == TokenKind::Backtick)
            return std::unexpected(
                cursor_.error(next.kind == TokenKind::End ? QueryProblem::UnexpectedEnd : QueryProblem::UnexpectedToken,
                              first.span, {"=", "~", "in", "is"}, quoted(first.text)));
        return node(AnyText{cursor_.takeLiteral()}, first.span.begin);
    }

    /// `status not in …` for `not status in …`; the operand has `length` tokens.
    [[nodiscard]] QueryError misplacedNot(std::size_t length) const {
        const std::size_t begin = cursor_.token().span.begin;
        const TextSpan operand{begin, cursor_.token(length - 1).span.end() - begin};
        const Token& keyword = cursor_.token(length + 1);
        return cursor_.error(QueryProblem::UnexpectedToken, {begin, keyword.span.end() - begin}, {"not"},
                             "not " + cursor_.written(operand) + ' ' + keyword.text);
    }

    [[nodiscard]] QueryError reservedAsTerm() const {
        const Token& word = cursor_.token();
        const Token* before = cursor_.last();
        if (isKeywordOperator(word) && before != nullptr && before->kind == TokenKind::Quoted) return afterTerm({});
        return cursor_.unexpected({expectation::comparison},
                                  isOperator(cursor_.token(1)) ? backticked(word.text) : quoted(word.text));
    }

    /// What follows a complete term but neither continues nor ends the expression.
    [[nodiscard]] QueryError afterTerm(std::initializer_list<std::string_view> expected) const {
        const Token& text = *cursor_.last();
        if (text.kind != TokenKind::Quoted || !isOperator(cursor_.token())) return cursor_.unexpected(expected);
        // What stands in quotes is never a column.
        return cursor_.error(QueryProblem::UnexpectedToken, text.span, {std::string(expectation::name)},
                             backticked(text.text));
    }

    TokenCursor cursor_;
    std::size_t depth_ = 0;
};

QueryError tooLong(std::string_view text) {
    const std::size_t begin = std::min(text.size(), maximumExpressionLength);
    return {QueryProblem::TooLong, {begin, text.size() - begin}, {}, {}, {}};
}

} // namespace

std::expected<ExpressionPtr, QueryError> parseExpression(std::string_view text) {
    if (text.size() > maximumExpressionLength) return std::unexpected(tooLong(text));
    auto parsed = Parser(text).expression();
    const bool mayGrow = text.size() > maximumExpressionLength / canonicalGrowth;
    if (parsed && *parsed && mayGrow && canonicalText(**parsed).size() > maximumExpressionLength)
        return std::unexpected(tooLong(text));
    return parsed;
}

std::expected<OperandName, QueryError> parseOperand(std::string_view text) {
    if (text.size() > maximumExpressionLength) return std::unexpected(tooLong(text));
    TokenCursor cursor(text);
    const std::size_t length = cursor.isReserved() ? 0 : operandLength(cursor.rest());
    if (length == 0)
        return std::unexpected(
            cursor.unexpected({expectation::name}, cursor.isReserved() ? backticked(cursor.token().text) : ""));
    auto name = readOperand(cursor.rest().first(length));
    cursor.skip(length);
    if (name && !cursor.is(TokenKind::End)) return std::unexpected(cursor.unexpected({}));
    return name;
}

} // namespace idscope
