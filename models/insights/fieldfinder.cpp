#include "models/insights/fieldfinder.h"

#include "models/json/json.h"

#include <algorithm>

namespace idscope {

namespace {

constexpr std::string_view metadataName = "metadata";
constexpr std::uint32_t stopPace = 1024; ///< values between looks at the stop token

/// `entityType` as `entity type`: how JSON names what the export's header spells with blanks.
std::string spacedName(std::string_view name) {
    std::string spaced;
    for (const char byte : name) {
        const bool capital = byte >= 'A' && byte <= 'Z';
        if (capital && !spaced.empty() && spaced.back() >= 'a' && spaced.back() <= 'z') spaced += ' ';
        spaced += byte;
    }
    return spaced;
}

std::vector<std::string> splitAtDots(std::string_view text) {
    std::vector<std::string> keys;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t dot = std::min(text.find('.', at), text.size());
        keys.emplace_back(text.substr(at, dot - at));
        at = dot + 1;
    }
    return keys;
}

} // namespace

std::optional<FieldFinder::Field> FieldFinder::find(const std::string& field) {
    const auto known = known_.find(field);
    if (known != known_.end()) return known->second;
    auto found = column(field);
    if (!found) found = metadata(field);
    return known_[field] = std::move(found);
}

std::optional<FieldFinder::Field> FieldFinder::column(const std::string& field) const {
    const auto whole = [&](const std::string& name) {
        const auto found = table_.find(name);
        return found ? found : table_.find(spacedName(name));
    };
    if (const auto column = whole(field)) return bound(*column, {});
    const std::size_t dot = field.find('.');
    if (dot == std::string::npos) return std::nullopt;
    const auto column = whole(field.substr(0, dot));
    if (!column) return std::nullopt;
    const std::string rest = field.substr(dot + 1);
    // A dot in the name of a field may stand for a level, or for itself.
    if (auto path = bound(*column, splitAtDots(rest)); path && leadsSomewhere(*path)) return path;
    if (auto key = bound(*column, {rest}); key && leadsSomewhere(*key)) return key;
    return std::nullopt;
}

std::optional<FieldFinder::Field> FieldFinder::metadata(const std::string& field) const {
    const auto column = table_.find(metadataName);
    if (!column) return std::nullopt;
    if (auto path = bound(*column, splitAtDots(field)); path && leadsSomewhere(*path)) return path;
    if (auto key = bound(*column, {field}); key && leadsSomewhere(*key)) return key;
    return std::nullopt;
}

std::optional<FieldFinder::Field> FieldFinder::bound(ColumnId column, const std::vector<std::string>& keys) const {
    auto name = parseOperand(columnText(table_, column));
    if (!name) return std::nullopt;
    for (const std::string& key : keys)
        name->steps.emplace_back(JsonPathKey{key});
    auto operand = bindOperand(*name, table_);
    if (!operand) return std::nullopt;
    return Field{.name = *std::move(name), .operand = *std::move(operand)};
}

bool FieldFinder::leadsSomewhere(const Field& field) const {
    if (field.operand.kind != Operand::Kind::Path) return true;
    for (std::uint32_t code = 0; code < table_.distinct(field.operand.column); ++code) {
        if (code % stopPace == 0 && stop_.stop_requested()) return false;
        const JsonDocument document(table_.value(field.operand.column, Code{code}), stop_);
        if (!resolve(document, field.operand.path).empty()) return true;
    }
    return false;
}

} // namespace idscope
