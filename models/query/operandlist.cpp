#include "models/query/lexer.h"
#include "models/query/query.h"

#include <utility>

namespace idscope {

namespace {

constexpr std::string_view descendingMark = ":desc";

/// Where the parts of a list stand, blanks around them left out. Commas in quotes and backticks divide nothing.
std::vector<TextSpan> divided(std::string_view text) {
    std::vector<TextSpan> parts;
    std::size_t begin = 0;
    for (const Token& token : lex(text)) {
        if (token.kind != TokenKind::Comma && token.kind != TokenKind::End) continue;
        std::string_view part = text.substr(begin, token.span.begin - begin);
        const std::size_t blanks = std::min(part.find_first_not_of(" \t\r\n"), part.size());
        part.remove_prefix(blanks);
        parts.push_back({begin + blanks, part.find_last_not_of(" \t\r\n") + 1});
        begin = token.span.end();
    }
    return parts;
}

/// One part of a list. `at` is where it stands in the whole text.
std::expected<Operand, QueryError> readPart(std::string_view text, std::size_t at, const Table& table) {
    auto name = parseOperand(text);
    auto operand = name ? bindOperand(*name, table) : std::unexpected(std::move(name.error()));
    if (operand) return operand;
    if (const auto column = table.find(text)) return Operand{*column, Operand::Kind::Cell, {}};
    operand.error().span.begin += at;
    return operand;
}

} // namespace

std::expected<std::vector<Operand>, QueryError> parseOperands(std::string_view text, const Table& table) {
    std::vector<Operand> operands;
    for (const TextSpan part : divided(text)) {
        auto operand = readPart(text.substr(part.begin, part.length), part.begin, table);
        if (!operand) return std::unexpected(std::move(operand.error()));
        operands.push_back(std::move(*operand));
    }
    return operands;
}

std::expected<std::vector<SortKey>, QueryError> parseSort(std::string_view text, const Table& table) {
    std::vector<SortKey> keys;
    for (const TextSpan part : divided(text)) {
        std::string_view name = text.substr(part.begin, part.length);
        const bool descending = name.ends_with(descendingMark);
        if (descending) name.remove_suffix(descendingMark.size());
        auto operand = readPart(name, part.begin, table);
        if (!operand) return std::unexpected(std::move(operand.error()));
        keys.push_back({std::move(*operand), descending});
    }
    return keys;
}

} // namespace idscope
