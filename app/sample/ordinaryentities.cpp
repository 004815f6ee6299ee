#include "app/sample/ordinaryentities.h"

#include "app/sample/samplebrn.h"

#include <algorithm>
#include <array>
#include <span>

namespace idscope {

namespace {

using Words = std::span<const std::string_view>;

constexpr auto firstNames = std::to_array<std::string_view>(
    {"Anna",   "Björn", "Carla",  "Dmitri",  "Elif",    "Farid",   "Greta",  "Hugo",   "Ida",     "Jakub",  "Kaja",
     "Lars",   "Mina",  "Niklas", "Olga",    "Pavel",   "Quentin", "Rosa",   "Sven",   "Tariq",   "Ulla",   "Viktor",
     "Wanda",  "Xenia", "Yusuf",  "Zoë",     "Agnes",   "Bela",    "Chiara", "Daniel", "Ebba",    "Filip",  "Grace",
     "Hanna",  "Ivan",  "Jelena", "Kenji",   "Leila",   "Magnus",  "Nora",   "Oskar",  "Priya",   "Rafael", "Selma",
     "Thomas", "Umar",  "Vera",   "William", "Yara",    "Zofia",   "Astrid", "Bruno",  "Camille", "David",  "Emil",
     "Freja",  "Georg", "Helena", "Isak",    "Johanna", "Karl"});

constexpr auto lastNames = std::to_array<std::string_view>(
    {"Aalto",   "Berg",       "Castellani", "Dahl",    "Eriksen", "Fischer",  "Grønvold",  "Haddad", "Iversen",
     "Jansen",  "Kowalski",   "Lind",       "Moreau",  "Nowak",   "Olsson",   "Petrov",    "Rask",   "Sørensen",
     "Tanaka",  "Ueda",       "Vos",        "Weber",   "Yilmaz",  "Zeller",   "Andersson", "Bauer",  "Cruz",
     "Demir",   "Engström",   "Farkas",     "Gupta",   "Holm",    "Ivanova",  "Jørgensen", "Keller", "Laurent",
     "Madsen",  "Nilsson",    "Okafor",     "Popescu", "Reyes",   "Schmidt",  "Thorsen",   "Ulrich", "Vargas",
     "Wagner",  "Xavier",     "Young",      "Zimmer",  "Almeida", "Bakker",   "Conti",     "Dubois", "Ek",
     "Ferrari", "Gomes",      "Hansen",     "Ito",     "Jensen",  "Karlsson", "Larsen",    "Meyer",  "Novák",
     "Östberg", "Park-Jones", "Rossi",      "Silva",   "Torres",  "Virtanen", "Winter",    "Zhang",  "Åberg",
     "Blom",    "Costa",      "Duarte",     "Evans",   "Fuchs",   "Gallo",    "Hoffmann",  "Koch"});

constexpr auto teams = std::to_array<std::string_view>(
    {"freight",    "customs",  "payroll",    "fleet",     "depot",     "billing", "claims",  "routing",
     "brokerage",  "harbor",   "airfreight", "returns",   "insurance", "audit",   "legal",   "hr",
     "recruiting", "finance",  "treasury",   "sales",     "support",   "field",   "network", "platform",
     "data",       "security", "facilities", "marketing", "pricing",   "rail",    "quality"});

constexpr auto groupForms = std::to_array<std::string_view>(
    {"emea",      "apac",    "amer",      "nordics",     "dach",     "leads",    "oncall",
     "partners",  "readers", "editors",   "planners",    "analysts", "trainees", "night-shift",
     "approvers", "ops",     "engineers", "contractors", "managers", "all"});

constexpr auto roleForms = std::to_array<std::string_view>(
    {"viewer", "operator", "auditor", "deployer", "admin", "billing", "support-access"});

constexpr auto stages = std::to_array<std::string_view>({"prod", "staging", "dev", "sandbox"});

constexpr auto systems = std::to_array<std::string_view>(
    {"tracking", "invoices-archive", "orders", "rates", "manifests", "telematics", "timesheets", "contracts",
     "warehouse-stock", "tickets", "geodata", "reports", "forms", "scans", "labels-print", "gate-log"});

struct ResourceTypes {
    std::string_view app;
    std::array<std::string_view, 3> types;
};
constexpr auto resourceTypes = std::to_array<ResourceTypes>({
    {"okta", {"app", "app", "app"}},
    {"aws", {"S3 bucket", "RDS database", "EC2 instance"}},
    {"github", {"repository", "repository", "environment"}},
    {"google", {"shared drive", "calendar", "project"}},
    {"salesforce", {"object", "report", "dashboard"}},
    {"slack", {"channel", "channel", "workflow"}},
    {"workday", {"task", "report", "domain"}},
    {"azure", {"subscription", "resource group", "key vault"}},
    {"jira", {"project", "board", "filter"}},
    {"snowflake", {"database", "schema", "warehouse"}},
});

/// Every pair once before a number tells further ones apart.
std::string combined(Words heads, Words tails, std::uint32_t index) {
    const auto head = std::uint32_t(heads.size());
    const auto tail = std::uint32_t(tails.size());
    // Steps of the tail with every round of heads, so that neighbours differ in both.
    const std::uint32_t round = index / head;
    std::string name(heads[index % head]);
    name.append("-").append(tails[(index % head + round) % tail]);
    if (const std::uint32_t repeat = round / tail; repeat > 0) name.append("-").append(std::to_string(repeat + 1));
    return name;
}

std::string personName(std::uint32_t index) {
    const auto first = std::uint32_t(firstNames.size());
    std::string name(firstNames[index % first]);
    return name.append(" ").append(lastNames[(index / first + 7 * (index % first)) % lastNames.size()]);
}

constexpr std::string_view kindWord(EntityKind kind) {
    constexpr std::array<std::string_view, 4> words{"user", "group", "role", "item"};
    return words[std::size_t(kind)];
}

} // namespace

std::string_view entityType(EntityKind kind) {
    return kind == EntityKind::Identity ? "identity" : kind == EntityKind::Resource ? "resource" : "connection";
}

std::uint32_t countOf(const RelationShape& shape, EntityKind kind) {
    const std::array<std::uint32_t, 4> counts{shape.identities, shape.groups, shape.roles, shape.resources};
    return counts[std::size_t(kind)];
}

std::string ordinarySourceId(EntityKind kind, std::uint32_t index) {
    return std::string(kindWord(kind)).append("/").append(std::to_string(index));
}

std::string ordinaryBrn(std::string_view app, EntityKind kind, std::uint32_t index) {
    return sampleBrn(entityType(kind), std::string(app).append("/").append(ordinarySourceId(kind, index)));
}

std::string ordinaryName(std::string_view app, EntityKind kind, std::uint32_t index) {
    // Another part of the list for every app, so that not the same few people are everywhere.
    const auto shift = std::uint32_t(app.front()) * 97;
    switch (kind) {
    case EntityKind::Identity:
        return personName(index + shift % 50);
    case EntityKind::Group:
        return combined(teams, groupForms, index);
    case EntityKind::Role:
        return combined(teams, roleForms, index + shift % 31) + "-role";
    case EntityKind::Resource:
        return combined(systems, stages, index);
    }
    return {};
}

std::string_view ordinarySourceType(std::string_view app, EntityKind kind, std::uint32_t index) {
    if (kind != EntityKind::Resource) return kindWord(kind);
    const auto* known = std::ranges::find(resourceTypes, app, &ResourceTypes::app);
    return known == resourceTypes.end() ? "resource" : known->types[index % known->types.size()];
}

} // namespace idscope
