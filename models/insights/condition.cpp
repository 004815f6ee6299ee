#include "models/insights/condition.h"

#include "models/json/secrets.h"

#include <utility>

namespace idscope {

namespace {

/// Bytes of a field. Every condition on a field holds its name: a longer one would be copied as often as the cell
/// likes.
constexpr std::size_t longestField = 1024;

/// Builds conditions from the nodes of a document; as deep as the document is nested, which has its own limit.
class ConditionReader {
public:
    explicit ConditionReader(const JsonDocument& document) : document_(document), secrets_(secretSpans(document)) {}

    /// What the node demands of `field` (empty: of the entity). A secret is one value, whatever is in it.
    [[nodiscard]] InsightCondition read(const JsonNode& node, const std::string& field) const {
        if (node.kind == JsonKind::Object && !isSecret(secrets_, node)) return object(node, field);
        if (field.empty()) return odd(node);
        return test(node, field, isList(node) ? "_in" : "_eq");
    }

private:
    [[nodiscard]] InsightCondition object(const JsonNode& node, const std::string& field) const {
        InsightCondition all{.kind = InsightCondition::Kind::All, .parts = {}, .span = node.value};
        forEachChild(node, [&](const JsonNode& member) { all.parts.push_back(this->member(member, field)); });
        if (all.parts.size() == 1) return std::move(all.parts.front());
        return all;
    }

    [[nodiscard]] InsightCondition member(const JsonNode& node, const std::string& field) const {
        const std::string key = document_.key(node);
        if (field.size() + key.size() > longestField) return odd(node);
        if (key == "_and") return list(node, field, InsightCondition::Kind::All);
        if (key == "_or") return list(node, field, InsightCondition::Kind::Any);
        if (key == "_not") return negation(node, field);
        if (key.starts_with('_') && !field.empty()) return test(node, field, key);
        return key.starts_with('_') ? odd(node) : read(node, field.empty() ? key : field + '.' + key);
    }

    [[nodiscard]] InsightCondition list(const JsonNode& node, const std::string& field,
                                        InsightCondition::Kind kind) const {
        InsightCondition list{.kind = kind, .parts = {}, .span = node.value};
        if (node.kind != JsonKind::Array && node.kind != JsonKind::Object) return odd(node);
        forEachChild(node, [&](const JsonNode& child) {
            list.parts.push_back(node.kind == JsonKind::Object ? member(child, field) : element(child, field));
        });
        return list;
    }

    [[nodiscard]] InsightCondition element(const JsonNode& node, const std::string& field) const {
        return node.kind == JsonKind::Object ? object(node, field) : odd(node);
    }

    [[nodiscard]] InsightCondition negation(const JsonNode& node, const std::string& field) const {
        InsightCondition negation{.kind = InsightCondition::Kind::Not, .parts = {}, .span = node.value};
        negation.parts.push_back(element(node, field));
        return negation;
    }

    [[nodiscard]] InsightCondition test(const JsonNode& node, std::string field, std::string op) const {
        InsightCondition test{.kind = InsightCondition::Kind::Test,
                              .parts = {},
                              .field = std::move(field),
                              .op = std::move(op),
                              .values = {},
                              .isList = isList(node),
                              .span = node.value};
        if (!test.isList)
            test.values.push_back(value(node));
        else
            forEachChild(node, [&](const JsonNode& child) { test.values.push_back(value(child)); });
        return test;
    }

    [[nodiscard]] InsightCondition odd(const JsonNode& node) const {
        InsightCondition odd{.kind = InsightCondition::Kind::Odd, .parts = {}, .span = node.value};
        odd.field = document_.key(node);
        odd.values.push_back(value(node));
        return odd;
    }

    [[nodiscard]] bool isList(const JsonNode& node) const {
        return node.kind == JsonKind::Array && !isSecret(secrets_, node);
    }

    [[nodiscard]] InsightValue value(const JsonNode& node) const {
        if (isSecret(secrets_, node)) return {JsonKind::String, std::string(secretDots), true};
        const bool isString = node.kind == JsonKind::String;
        return {node.kind, isString ? document_.scalar(node) : masked(document_.raw(node)), false};
    }

    template <class Act>
    void forEachChild(const JsonNode& node, Act act) const {
        for (std::uint32_t child = node.firstChild; child != 0; child = document_.nodes()[child].nextSibling)
            act(document_.nodes()[child]);
    }

    const JsonDocument& document_;
    std::vector<TextSpan> secrets_;
};

} // namespace

std::expected<InsightCondition, JsonError> readConditions(std::string_view entityFilter) {
    const JsonDocument document(entityFilter);
    if (!document.valid()) return std::unexpected(*document.error());
    return ConditionReader(document).read(document.nodes().front(), {});
}

} // namespace idscope
