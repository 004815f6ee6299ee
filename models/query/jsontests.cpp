#include "models/query/jsontests.h"

#include "models/json/json.h"
#include "models/json/secrets.h"
#include "models/query/decimal.h"
#include "models/query/texttests.h"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace idscope {

namespace {

using JsonLiteral = std::variant<bool, Decimal, std::string>;

JsonLiteral typed(const Literal& literal) {
    if (literal.quoted) return literal.text;
    if (literal.text == "true" || literal.text == "false") return literal.text == "true";
    if (auto number = parseDecimal(literal.text)) return std::move(*number);
    return literal.text;
}

bool isScalar(const JsonNode& node) {
    return node.kind != JsonKind::Object && node.kind != JsonKind::Array && node.kind != JsonKind::Null;
}

/// Asks `question(document, node)` about every scalar that is no secret and no null until one does not say no.
template <class Question>
CellTest anyScalar(JsonPath path, Question question) {
    return [path = std::move(path), question = std::move(question)](std::string_view cell) mutable {
        const JsonDocument document(cell);
        const std::vector<TextSpan> secrets = secretSpans(document);
        for (const std::uint32_t index : resolve(document, path)) {
            const JsonNode& node = document.nodes()[index];
            if (!isScalar(node) || isSecret(secrets, node)) continue;
            const Answer said = question(document, node);
            if (said != Answer::No) return said;
        }
        return Answer::No;
    };
}

bool equal(const JsonDocument& document, const JsonNode& node, const JsonLiteral& literal) {
    if (const bool* truth = std::get_if<bool>(&literal))
        return node.kind == (*truth ? JsonKind::True : JsonKind::False);
    if (const auto* number = std::get_if<Decimal>(&literal))
        return node.kind == JsonKind::Number && parseDecimal(document.raw(node)) == *number;
    return node.kind == JsonKind::String && jsonStringIs(document.raw(node), std::get<std::string>(literal));
}

} // namespace

CellTest jsonTextTest(JsonPath path, CellTest question) {
    return anyScalar(std::move(path),
                     [question = std::move(question)](const JsonDocument& document, const JsonNode& node) mutable {
                         return question(document.scalar(node));
                     });
}

CellTest jsonEqualityTest(JsonPath path, std::span<const Literal> literals) {
    std::vector<JsonLiteral> wanted;
    for (const Literal& literal : literals)
        wanted.push_back(typed(literal));
    return anyScalar(std::move(path), [wanted = std::move(wanted)](const JsonDocument& document, const JsonNode& node) {
        return answer(
            std::ranges::any_of(wanted, [&](const JsonLiteral& literal) { return equal(document, node, literal); }));
    });
}

std::expected<CellTest, QueryError> jsonOrderTest(JsonPath path, const Compare& compare, Instant now) {
    JsonKind kind = JsonKind::Number;
    CellTest question;
    if (auto number = parseDecimal(compare.value.text)) {
        question = numberOrderTest(compare.op, std::move(*number));
    } else if (const auto instant = instantOf(compare.value, now)) {
        kind = JsonKind::String;
        question = instantOrderTest(compare.op, *instant);
    } else {
        return std::unexpected(notComparable(compare.value, {expectation::number, expectation::instant}));
    }
    return anyScalar(std::move(path),
                     [kind, question = std::move(question)](const JsonDocument& document, const JsonNode& node) {
                         return node.kind == kind ? question(document.scalar(node)) : Answer::No;
                     });
}

CellTest jsonMissingTest(JsonPath path) {
    return [path = std::move(path)](std::string_view cell) {
        const JsonDocument document(cell);
        const std::vector<TextSpan> secrets = secretSpans(document);
        return answer(std::ranges::all_of(resolve(document, path), [&](std::uint32_t index) {
            const JsonNode& node = document.nodes()[index];
            return node.kind == JsonKind::Null && !isSecret(secrets, node);
        }));
    };
}

bool isJsonNull(std::string_view cell) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = cell.find_first_not_of(blanks);
    return begin != std::string_view::npos && cell.substr(begin, cell.find_last_not_of(blanks) + 1 - begin) == "null";
}

} // namespace idscope
