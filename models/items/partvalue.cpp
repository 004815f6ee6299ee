#include "models/items/partvalue.h"

#include "models/items/celloddity.h"
#include "models/json/json.h"
#include "models/json/secrets.h"
#include "models/query/operandvalue.h"

namespace idscope {

namespace {

using State = PartValue::State;

/// Where a byte of a cell stands once the secrets before it are masked.
std::size_t maskedPosition(std::size_t byte, std::span<const TextSpan> secrets) {
    constexpr std::size_t mask = secretDots.size() + 2; // a string
    std::size_t position = byte;
    for (const TextSpan& secret : secrets)
        if (secret.end() <= byte) position += mask - secret.length;
    return position;
}

PartValue brnValue(std::string_view cell, Operand::Kind kind) {
    const std::string_view part = brnPart(cell, kind);
    if (part.empty()) return {};
    return {.state = State::Value,
            .type = kind == Operand::Kind::BrnType ? ColumnType::Text : ColumnType::Id,
            .text = std::string(part),
            .begin = static_cast<std::size_t>(part.data() - cell.data())};
}

} // namespace

PartValue partValue(const Operand& operand, std::string_view cell) {
    if (operand.kind != Operand::Kind::Path) return brnValue(cell, operand.kind);
    if (cell.empty()) return {};
    if (cell.size() > longestReadJson) return {.state = State::Unread, .text = {}, .begin = {}};
    const JsonDocument document(cell);
    if (!document.valid()) return {.state = State::NotJson, .text = {}, .begin = {}};
    const auto found = resolve(document, operand.path);
    if (found.empty()) return {};
    const JsonNode& node = document.nodes()[found.front()];
    const auto secrets = secretSpans(document);
    const bool hidden = isSecret(secrets, node);
    if (node.kind == JsonKind::Null && !hidden)
        return {.state = State::Null, .text = {}, .more = found.size() - 1, .begin = {}};

    auto value = firstJsonValue(cell, operand.path, false);
    const bool isString = value->kind == JsonKind::String;
    PartValue part{.state = State::Value,
                   .type = isString ? ColumnType::Text : ColumnType::Json,
                   .text = std::move(value->text),
                   .more = found.size() - 1,
                   .begin = {}};
    const std::size_t begin = node.value.begin + (isString ? 1 : 0);
    if (!hidden && cell.substr(begin, part.text.size()) == part.text) part.begin = maskedPosition(begin, secrets);
    return part;
}

} // namespace idscope
