#include "models/query/operandtext.h"

#include <charconv>
#include <cstdint>

namespace idscope {

namespace {

constexpr bool beginsStep(char byte) {
    return byte == '.' || byte == '[';
}

/// Reads the steps of a path from the text of one word.
class StepReader {
public:
    /// `begin` is where `text` stands in the expression; `nameFollows`: a quoted name touches its end.
    StepReader(std::string_view text, std::size_t begin, bool nameFollows, JsonPath& steps)
        : text_(text), begin_(begin), nameFollows_(nameFollows), steps_(steps) {}

    std::expected<void, QueryError> run() {
        while (at_ < text_.size()) {
            const auto step = text_[at_] == '.' ? dots() : text_[at_] == '[' ? brackets() : bad(at_, 1, {".", "["});
            if (!step) return step;
        }
        return {};
    }

private:
    using Result = std::expected<void, QueryError>;

    Result dots() {
        if (text_.substr(at_).starts_with("..")) {
            steps_.emplace_back(JsonPathAnyDepth{});
            at_ += 2;
            // Three dots are a slip, four are two steps.
            if (text_.substr(at_).starts_with('.') && !text_.substr(at_).starts_with(".."))
                return bad(at_, 1, {std::string(expectation::name)});
            if (at_ == text_.size() || beginsStep(text_[at_])) return {};
        } else {
            ++at_;
            if (at_ == text_.size() && nameFollows_) return {};
        }
        return name();
    }

    Result name() {
        const std::size_t end = std::min(text_.find_first_of(".[", at_), text_.size());
        const std::string_view word = text_.substr(at_, end - at_);
        if (word.empty()) return bad(at_ - 1, 1, {std::string(expectation::name)});
        if (word.contains(']')) return bad(at_, word.size(), {}, quoted(word));
        steps_.emplace_back(JsonPathKey{std::string(word)});
        at_ = end;
        return {};
    }

    Result brackets() {
        const std::size_t close = text_.find(']', at_);
        if (close == std::string_view::npos) return bad(at_, text_.size() - at_, {"[0]", "[*]"});
        const std::string_view inner = text_.substr(at_ + 1, close - at_ - 1);
        if (inner == "*") {
            steps_.emplace_back(JsonPathAnyElement{});
        } else {
            std::uint32_t index = 0;
            const auto [end, problem] = std::from_chars(inner.data(), inner.data() + inner.size(), index);
            if (problem != std::errc{} || end != inner.data() + inner.size())
                return bad(at_, close + 1 - at_, {"[0]", "[*]"});
            steps_.emplace_back(JsonPathIndex{index});
        }
        at_ = close + 1;
        return {};
    }

    [[nodiscard]] Result bad(std::size_t at, std::size_t length, std::vector<std::string> expected,
                             std::string suggestion = {}) const {
        return std::unexpected(QueryError{.problem = QueryProblem::BadPath,
                                          .span = {begin_ + at, length},
                                          .expected = std::move(expected),
                                          .found = std::string(text_.substr(at, length)),
                                          .suggestion = std::move(suggestion)});
    }

    std::string_view text_;
    std::size_t begin_;
    bool nameFollows_;
    JsonPath& steps_;
    std::size_t at_ = 0;
};

} // namespace

std::size_t operandLength(std::span<const Token> tokens) {
    const auto is = [&](std::size_t i, TokenKind kind) { return i < tokens.size() && tokens[i].kind == kind; };
    const auto continues = [&](std::size_t i) { return is(i, TokenKind::Word) && tokens[i].touches; };
    if (!is(0, TokenKind::Word) && !is(0, TokenKind::Backtick)) return 0;
    std::size_t length = 1;
    for (;;) {
        const Token& last = tokens[length - 1];
        const bool next = last.kind == TokenKind::Word
                              ? last.text.ends_with('.') && is(length, TokenKind::Quoted) && tokens[length].touches
                              : continues(length) && beginsStep(tokens[length].text.front());
        if (!next) return length;
        ++length;
    }
}

std::expected<OperandName, QueryError> readOperand(std::span<const Token> tokens) {
    OperandName operand;
    const Token& first = tokens.front();
    operand.span = {first.span.begin, tokens.back().span.end() - first.span.begin};
    operand.column = first.text;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens[i].kind == TokenKind::Quoted) operand.steps.emplace_back(JsonPathKey{tokens[i].text});
        if (tokens[i].kind != TokenKind::Word) continue;
        std::string_view word = tokens[i].text;
        if (i == 0) {
            const std::size_t name = std::min(word.find_first_of(".["), word.size());
            if (name == 0)
                return std::unexpected(QueryError{.problem = QueryProblem::BadPath,
                                                  .span = {first.span.begin, 1},
                                                  .expected = {std::string(expectation::name)},
                                                  .found = first.text,
                                                  .suggestion = {}});
            operand.column.resize(name);
            word.remove_prefix(name);
        }
        StepReader steps(word, tokens[i].span.end() - word.size(), i + 1 < tokens.size(), operand.steps);
        if (auto read = steps.run(); !read) return std::unexpected(std::move(read.error()));
    }
    return operand;
}

} // namespace idscope
