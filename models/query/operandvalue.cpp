#include "models/query/operandvalue.h"

#include "models/json/secrets.h"
#include "models/relations/brn.h"

namespace idscope {

std::string_view brnPart(std::string_view cell, Operand::Kind kind) {
    const auto brn = parseBrn(cell);
    if (!brn) return {};
    return kind == Operand::Kind::BrnTenant ? brn->tenant : kind == Operand::Kind::BrnType ? brn->type : brn->key;
}

std::optional<JsonValue> firstJsonValue(std::string_view cell, const JsonPath& path, bool revealSecrets) {
    const JsonDocument document(cell);
    const auto found = resolve(document, path);
    if (found.empty()) return std::nullopt;
    const JsonNode& node = document.nodes()[found.front()];
    if (!revealSecrets && isSecret(secretSpans(document), node))
        return JsonValue{JsonKind::String, std::string(secretDots)};
    if (node.kind == JsonKind::String) return JsonValue{node.kind, document.scalar(node)};
    const std::string_view raw = document.raw(node);
    return JsonValue{node.kind, revealSecrets ? std::string(raw) : masked(raw)};
}

std::optional<std::string> operandText(const Operand& operand, const Table& table, Code code, bool revealSecrets) {
    const std::string_view cell = table.value(operand.column, code);
    if (operand.kind == Operand::Kind::Cell) {
        const bool mayHoldSecrets = table.column(operand.column).type == ColumnType::Json && !revealSecrets;
        return mayHoldSecrets ? masked(cell) : std::string(cell);
    }
    return operandText(operand, cell, revealSecrets);
}

std::optional<std::string> operandText(const Operand& operand, std::string_view cell, bool revealSecrets) {
    if (operand.kind == Operand::Kind::Path) {
        auto value = firstJsonValue(cell, operand.path, revealSecrets);
        if (!value || value->kind == JsonKind::Null) return std::nullopt;
        return std::move(value->text);
    }
    const std::string_view part = brnPart(cell, operand.kind);
    return part.empty() ? std::nullopt : std::optional<std::string>(part);
}

} // namespace idscope
