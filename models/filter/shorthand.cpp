#include "models/filter/shorthand.h"

#include "models/query/lexer.h"

#include <array>
#include <utility>
#include <vector>

namespace idscope {

namespace {

using Result = std::expected<ExpressionPtr, QueryError>;

constexpr std::string_view blanks = " \t\r\n";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

/// What stands in quotes, without them; any other text as it is.
Literal literalOf(std::string_view text) {
    const auto tokens = lex(text);
    if (tokens.size() == 2 && tokens.front().kind == TokenKind::Quoted)
        return {.text = tokens.front().text, .quoted = true, .span = {}};
    const bool bare = isBareWord(text) && !isReservedWord(text);
    return {.text = std::string(text), .quoted = !bare, .span = {}};
}

/// Values divided by commas, but not by those in quotes.
std::vector<Literal> literalsOf(std::string_view text) {
    std::vector<Literal> values;
    std::size_t begin = 0;
    bool inQuotes = false;
    const auto add = [&](std::size_t end) {
        if (const std::string_view value = trimmed(text.substr(begin, end - begin)); !value.empty())
            values.push_back(literalOf(value));
        begin = end + 1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && inQuotes)
            ++i;
        else if (text[i] == '"')
            inQuotes = !inQuotes;
        else if (text[i] == ',' && !inQuotes)
            add(i);
    }
    add(text.size());
    return values;
}

QueryError valueMissing(std::string_view text) {
    return {QueryProblem::UnexpectedEnd, {text.size(), 0}, {std::string(expectation::value)}, {}, {}};
}

/// Signs that begin a comparison, the longer before the shorter.
constexpr std::array<std::pair<std::string_view, CompareOp>, 4> orders = {{
    {">=", CompareOp::GreaterEqual},
    {"<=", CompareOp::LessEqual},
    {">", CompareOp::Greater},
    {"<", CompareOp::Less},
}};

Result read(std::string_view text, const OperandName& name) {
    if (text == "empty") return makeExpression(HasState{name, StateOp::Empty});
    if (text == "!empty") return makeExpression(HasState{name, StateOp::NotEmpty});
    for (const auto& [sign, op] : orders) {
        if (!text.starts_with(sign)) continue;
        const std::string_view value = trimmed(text.substr(sign.size()));
        if (value.empty()) return std::unexpected(valueMissing(text));
        return makeExpression(Compare{name, op, literalOf(value)});
    }
    const bool negated = text.starts_with('!');
    std::string_view rest = negated ? text.substr(1) : text;
    if (rest.starts_with('=')) {
        std::vector<Literal> values = literalsOf(rest.substr(1));
        if (values.empty()) return std::unexpected(valueMissing(text));
        if (values.size() == 1)
            return makeExpression(
                Compare{name, negated ? CompareOp::NotEqual : CompareOp::Equal, std::move(values.front())});
        const ExpressionPtr oneOf = makeExpression(OneOf{name, std::move(values)});
        return negated ? inverted(oneOf) : oneOf;
    }
    rest = trimmed(rest);
    if (rest.empty()) return std::unexpected(valueMissing(text));
    if (rest.starts_with('/')) {
        const auto tokens = lex(rest);
        const Token& token = tokens.front();
        if (token.kind == TokenKind::Regex && tokens.size() == 2) {
            const ExpressionPtr match =
                makeExpression(MatchRegex{name, {.pattern = token.text, .ignoreCase = token.ignoreCase, .span = {}}});
            return negated ? inverted(match) : match;
        }
        return std::unexpected(
            QueryError{QueryProblem::UnclosedRegex, {0, text.size()}, {"/"}, std::string(rest), slashed(token.text)});
    }
    const ExpressionPtr contains = makeExpression(Compare{name, CompareOp::Contains, literalOf(rest)});
    return negated ? inverted(contains) : contains;
}

bool isAbout(const OperandName& name, const Operand& operand, const Table& table) {
    const auto bound = bindOperand(name, table);
    return bound && *bound == operand;
}

/// A value behind a sign: in quotes where those would be missed.
std::string valueText(const Literal& literal) {
    const bool plain = !literal.text.empty() && trimmed(literal.text) == literal.text &&
                       literal.text.find_first_of(",\"") == std::string::npos && !literal.text.starts_with('=');
    // Within JSON, quotes tell texts from numbers.
    const bool bare = isBareWord(literal.text) && !isReservedWord(literal.text);
    return plain && literal.quoted != bare ? literal.text : quoted(literal.text);
}

/// A text to be contained: in quotes where it would be read as something else.
std::string searchText(const Literal& literal) {
    const std::string& text = literal.text;
    const bool plain = !text.empty() && trimmed(text) == text && text != "empty" &&
                       std::string_view("=!<>/\"").find(text.front()) == std::string_view::npos;
    const bool bare = isBareWord(text) && !isReservedWord(text);
    return plain && literal.quoted != bare ? text : quoted(text);
}

std::string listText(const OneOf& oneOf) {
    std::string text;
    for (const Literal& value : oneOf.values)
        (text += text.empty() ? "" : ", ") += valueText(value);
    return text;
}

std::string regexText(const Regex& regex) {
    return slashed(regex.pattern) + (regex.ignoreCase ? "i" : "");
}

} // namespace

Result readShorthand(std::string_view text, const Operand& operand, const Table& table) {
    const std::string_view words = trimmed(text);
    if (words.empty()) return ExpressionPtr{};
    auto made = read(words, operandName(operand, table));
    // By way of its text, so that it is what will stand in the filter.
    if (made) made = parseExpression(canonicalText(**made));
    if (made)
        if (auto bound = check(table, *made); !bound) made = std::unexpected(std::move(bound).error());
    if (!made) made.error().span = {0, text.size()};
    return made;
}

std::optional<std::string> shorthandOf(const Expression& part, const Operand& operand, const Table& table) {
    const Expression* inner = &part;
    const auto* no = std::get_if<Not>(&part.node);
    if (no != nullptr) inner = no->inner.get();
    const std::string bang = no != nullptr ? "!" : "";
    if (const auto* compare = std::get_if<Compare>(&inner->node)) {
        if (!isAbout(compare->operand, operand, table)) return std::nullopt;
        if (compare->op == CompareOp::Contains) return bang + searchText(compare->value);
        if (no != nullptr) return std::nullopt;
        if (compare->op == CompareOp::Equal) return '=' + valueText(compare->value);
        if (compare->op == CompareOp::NotEqual) return "!=" + valueText(compare->value);
        for (const auto& [sign, op] : orders)
            if (compare->op == op) return std::string(sign) + valueText(compare->value);
        return std::nullopt;
    }
    if (const auto* oneOf = std::get_if<OneOf>(&inner->node)) {
        const bool fits = oneOf->values.size() > 1 && isAbout(oneOf->operand, operand, table);
        return fits ? std::optional(bang + '=' + listText(*oneOf)) : std::nullopt;
    }
    if (const auto* match = std::get_if<MatchRegex>(&inner->node)) {
        const bool fits = isAbout(match->operand, operand, table);
        return fits ? std::optional(bang + regexText(match->regex)) : std::nullopt;
    }
    const auto* has = std::get_if<HasState>(&inner->node);
    if (has == nullptr || no != nullptr || has->state == StateOp::Invalid || !isAbout(has->operand, operand, table))
        return std::nullopt;
    return has->state == StateOp::Empty ? "empty" : "!empty";
}

FoundShorthand findShorthand(const FilterParts& parts, const Operand& operand, const Table& table) {
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (auto text = parts[i].on ? shorthandOf(*parts[i].expression, operand, table) : std::nullopt)
            return {.text = std::move(*text), .part = i};
    return {};
}

std::expected<FilterParts, QueryError> withShorthand(const FilterParts& parts, std::string_view text,
                                                     const Operand& operand, const Table& table) {
    auto part = readShorthand(text, operand, table);
    if (!part) return std::unexpected(std::move(part).error());
    std::vector<std::size_t> old;
    if (const auto found = findShorthand(parts, operand, table).part) old.push_back(*found);
    return replaced(parts, old, *part);
}

} // namespace idscope
