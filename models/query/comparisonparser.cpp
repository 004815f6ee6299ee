#include "models/query/comparisonparser.h"

#include "models/base/suggest.h"

#include <array>
#include <utility>

namespace idscope {

namespace {

using Result = std::expected<decltype(Expression::node), QueryError>;

CompareOp compareOp(const Token& op) {
    switch (op.kind) {
    case TokenKind::NotEqual:
        return CompareOp::NotEqual;
    case TokenKind::Less:
        return CompareOp::Less;
    case TokenKind::LessEqual:
        return CompareOp::LessEqual;
    case TokenKind::Greater:
        return CompareOp::Greater;
    case TokenKind::GreaterEqual:
        return CompareOp::GreaterEqual;
    case TokenKind::Tilde:
        return CompareOp::Contains;
    case TokenKind::Word:
        return isKeyword(op, "starts") ? CompareOp::StartsWith
               : isKeyword(op, "ends") ? CompareOp::EndsWith
                                       : CompareOp::Contains;
    default:
        return CompareOp::Equal;
    }
}

/// Signs of other languages and what they are here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> foreignSigns = {{
    {"=>", ">="},
    {"=<", "<="},
    {"<>", "!="},
    {"!==", "!="},
    {"=~", "~"},
    {"===", "="},
}};

class ComparisonParser {
public:
    ComparisonParser(TokenCursor& cursor, OperandName operand) : cursor_(cursor), operand_(std::move(operand)) {}

    Result run() {
        const Token& op = cursor_.take();
        if (isKeyword(op, "in")) return oneOf();
        if (isKeyword(op, "is")) return state();
        if (isKeyword(op, "matches")) return matches();
        if ((isKeyword(op, "starts") || isKeyword(op, "ends")) && !cursor_.takeKeyword("with"))
            return std::unexpected(noWith());
        auto literal = value(&op);
        if (!literal) return std::unexpected(std::move(literal.error()));
        return Compare{std::move(operand_), compareOp(op), std::move(*literal)};
    }

private:
    Result matches() {
        if (cursor_.is(TokenKind::Regex)) return MatchRegex{std::move(operand_), cursor_.takeRegex()};
        const bool text = cursor_.is(TokenKind::Word) || cursor_.is(TokenKind::Quoted);
        return std::unexpected(cursor_.unexpected({expectation::regex}, text ? slashed(cursor_.token().text) : ""));
    }

    Result oneOf() {
        if (!cursor_.is(TokenKind::OpenParenthesis)) return std::unexpected(cursor_.unexpected({"("}));
        const Token& open = cursor_.take();
        OneOf all{std::move(operand_), {}};
        for (;;) {
            auto literal = value(nullptr);
            if (!literal) return std::unexpected(std::move(literal.error()));
            all.values.push_back(std::move(*literal));
            if (cursor_.is(TokenKind::End))
                return std::unexpected(cursor_.error(QueryProblem::UnclosedParenthesis, open.span, {")"}));
            const bool closed = cursor_.is(TokenKind::CloseParenthesis);
            if (!closed && !cursor_.is(TokenKind::Comma)) return std::unexpected(cursor_.unexpected({",", ")"}));
            cursor_.take();
            if (closed) return all;
        }
    }

    Result state() {
        const bool no = cursor_.takeKeyword("not");
        if (cursor_.takeKeyword("empty")) return HasState{std::move(operand_), no ? StateOp::NotEmpty : StateOp::Empty};
        if (!no && cursor_.takeKeyword("invalid")) return HasState{std::move(operand_), StateOp::Invalid};
        if (!no) return std::unexpected(cursor_.unexpected({"empty", "not empty", "invalid"}, stateMeant()));
        if (!isKeyword(cursor_.token(), "invalid")) return std::unexpected(cursor_.unexpected({"empty"}, stateMeant()));
        const std::size_t begin = operand_.span.begin;
        return std::unexpected(cursor_.error(QueryProblem::UnexpectedToken, {begin, cursor_.token().span.end() - begin},
                                             {"empty"}, "not " + canonicalText(operand_) + " is invalid"));
    }

    /// The state that a word after `is` was meant to be.
    [[nodiscard]] std::string stateMeant() const {
        static constexpr std::array<std::string_view, 2> states = {"empty", "invalid"};
        if (!cursor_.is(TokenKind::Word)) return {};
        return sameWord(cursor_.token().text, "null") ? "empty" : closest(cursor_.token().text, states);
    }

    [[nodiscard]] QueryError noWith() const {
        static constexpr std::array<std::string_view, 1> with = {"with"};
        const std::string& text = cursor_.token().text;
        if (cursor_.is(TokenKind::Quoted)) return cursor_.unexpected({"with"}, "with " + quoted(text));
        if (!cursor_.is(TokenKind::Word)) return cursor_.unexpected({"with"});
        return cursor_.unexpected({"with"}, closest(text, with).empty() ? "with " + text : "with");
    }

    /// The literal after an operator, or within the list of `in` (null).
    std::expected<Literal, QueryError> value(const Token* op) {
        const bool bare = cursor_.is(TokenKind::Word) && !cursor_.isReserved();
        if (bare || cursor_.is(TokenKind::Quoted)) return cursor_.takeLiteral();
        return std::unexpected(noValue(op));
    }

    [[nodiscard]] QueryError noValue(const Token* op) const {
        const Token& found = cursor_.token();
        if (cursor_.isReserved() || cursor_.is(TokenKind::Backtick))
            return cursor_.unexpected({expectation::value}, quoted(found.text));
        if (cursor_.is(TokenKind::UnclosedRegex) || cursor_.is(TokenKind::BadRegexFlag)) return pathAsValue();
        if (op == nullptr) return cursor_.unexpected({expectation::value});
        const TextSpan both{op->span.begin, found.span.end() - op->span.begin};
        if (cursor_.is(TokenKind::Regex))
            return cursor_.error(QueryProblem::UnexpectedToken, both, {std::string(expectation::value)},
                                 "matches " + cursor_.written(found.span));
        if (!isOperatorSign(found.kind) || !found.touches) return cursor_.unexpected({expectation::value});
        const auto* foreign =
            std::ranges::find(foreignSigns, cursor_.written(both), [](const auto& sign) { return sign.first; });
        return cursor_.error(QueryProblem::UnexpectedToken, both, {std::string(expectation::value)},
                             foreign == foreignSigns.end() ? std::string() : std::string(foreign->second));
    }

    /// `logo = /home/x`: a value, if it stood in quotes.
    [[nodiscard]] QueryError pathAsValue() const {
        const auto problem =
            cursor_.is(TokenKind::UnclosedRegex) ? QueryProblem::UnclosedRegex : QueryProblem::BadRegexFlag;
        std::string path = cursor_.written(cursor_.token().span);
        path.resize(std::min(path.find_first_of(" \t\r\n),"), path.size()));
        return cursor_.error(problem, {cursor_.token().span.begin, path.size()}, {std::string(expectation::value)},
                             quoted(path));
    }

    TokenCursor& cursor_;
    OperandName operand_;
};

} // namespace

Result parseComparison(TokenCursor& cursor, OperandName operand) {
    return ComparisonParser(cursor, std::move(operand)).run();
}

} // namespace idscope
