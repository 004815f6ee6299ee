#include "app/sample/relationmetadata.h"

#include "models/csv/writer.h"

#include <array>
#include <string_view>

namespace idscope {

namespace {

/// A choice whose weights are parts of a thousand.
struct Weighted {
    std::uint32_t weight;
    std::string_view text;
};

using Choices = std::array<Weighted, 5>;

constexpr Choices membership{{{955, "member"}, {20, "viewer"}, {15, "admin"}, {7, "owner"}, {3, "approver"}}};
constexpr Choices grant{{{120, "member"}, {700, "viewer"}, {120, "admin"}, {40, "owner"}, {20, "approver"}}};
constexpr Choices projects{{{420, R"("halden-prod")"},
                            {230, R"("prod-emea")"},
                            {180, R"("halden-dev")"},
                            {110, R"("https://halden.okta.example")"},
                            {60, R"("halden-sandbox")"}}};

/// Further members, and other forms of `privilegeValue`; the first is the ordinary one.
struct Extra {
    std::uint32_t weight;
    std::string_view value;
    std::string_view more;
};
constexpr std::array<Extra, 8> extras{{
    {910, "true", ""},
    {20, "true", R"(,"expiresAt":null)"},
    {15, "true", R"(,"scope":{"region":"eu-north-1","path":["/","ops","ops/night shift"]})"},
    {15, "true", R"(,"grantedBy":"Zoë Åkerström","note":"Zugriff für Lager Süd – bis März")"},
    {10, "true", R"(,"note":"said \"yes\", by phone;\nsee mail")"},
    {10, "3", ""},
    {10, R"("3")", ""},
    {10, "false", R"(,"expiresAt":"2024-12-31")"},
}};
constexpr std::uint32_t ownNumber = 6; ///< in a thousand relations

template <class Items>
std::uint32_t pick(const Items& items, Dice& dice) {
    std::uint32_t left = dice.below(1000);
    std::uint32_t index = 0;
    while (left >= items[index].weight)
        left -= items[index++].weight;
    return index;
}

constexpr std::string_view connectionType(RelationKind kind) {
    switch (kind) {
    case RelationKind::Membership:
    case RelationKind::Nesting:
        return R"("connectionType":"group",)";
    case RelationKind::RoleGrant:
        return R"("connectionType":"role",)";
    case RelationKind::ResourceGrant:
        return {};
    }
    return {};
}

std::string quoted(const std::string& json) {
    std::string cell;
    appendCsvCell(cell, json);
    return cell;
}

} // namespace

const std::string& RelationMetadata::cell(RelationKind kind, Dice& dice) {
    const bool isGrant = kind == RelationKind::RoleGrant || kind == RelationKind::ResourceGrant;
    const Choices& privileges = isGrant ? grant : membership;
    const std::uint32_t privilege = kind == RelationKind::Nesting ? 0 : pick(privileges, dice);
    const std::uint32_t project = pick(projects, dice);
    const std::uint32_t extra = pick(extras, dice);
    const auto json = [&](std::string_view last) {
        std::string text = "{";
        text.append(connectionType(kind)).append(R"("privilegeName":")").append(privileges[privilege].text);
        text.append(R"(","privilegeValue":)").append(extras[extra].value);
        text.append(R"(,"project":)").append(projects[project].text).append(extras[extra].more).append(last);
        return text.append("}");
    };
    if (dice.chance(ownNumber)) {
        // Beyond 2^53, where doubles lose the last digit.
        own_ = quoted(json(R"(,"grantId":)" + std::to_string(9'007'199'254'740'993ULL + 2ULL * dice.below(1'000'000))));
        return own_;
    }
    const std::uint32_t key = ((std::uint32_t(kind) * 8 + privilege) * 8 + project) * 8 + extra;
    std::string& cell = cells_[key];
    if (cell.empty()) cell = quoted(json({}));
    return cell;
}

} // namespace idscope
