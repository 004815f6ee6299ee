#include "app/sample/listcsv.h"
#include "app/sample/samplelists.h"

#include <array>

namespace idscope {

namespace {

constexpr std::string_view header =
    "ID,entity_filter,name,description,label,created_at,updated_at,created_by,updated_by";

// The first fourteen speak of columns of the relations alone, with the operators that are documented; the others also
// of what relations don't hold, or with other operators. `label` is an ID, a name, a name that two labels have
// ("External"), one that none has ("Night watch"), or empty.
// clang-format off
constexpr std::array<std::string_view, 9> rows[] = {
    {"13323523", R"({"_and":[{"entity_type":{"_eq":"connection"}},{"metadata.privilegeName":{"_in":["admin","owner"]}}]})", "Administrators of groups and roles", "Everyone who may change who else is in", "entitlement/privileged", "2022-05-03T08:00:00Z", "2023-11-30T16:20:00Z", "maren.holt@haldenfreight.example", ""},
    {"13323524", R"({"_and":[{"metadata.privilegeName":{"_in":["admin","owner"]}},{"metadata.project":{"_eq":"halden-prod"}},{"entity_type":{"_eq":"resource"}}]})", "Owners and administrators in production", "", "Privileged", "2023-02-14T11:30:00Z", "2024-01-09T07:45:00Z", "aisha.noor@haldenfreight.example", "maren.holt@haldenfreight.example"},
    {"13323525", R"({"_and":[{"app":{"_eq":"aws"}},{"metadata.privilegeName":{"_eq":"owner"}},{"_not":{"metadata.connectionType":{"_in":["group","role"]}}}]})", "Direct owners in AWS", "Granted to a person, past all groups", "resource/production", "2023-10-23T10:00:00Z", "2024-06-02T13:05:00Z", "jonas.eide@haldenfreight.example", "jonas.eide@haldenfreight.example"},
    {"13323526", R"({"metadata.employment":{"_eq":"contractor"}})", "Contractors", "", "employee/contractor", "2024-03-01T09:15:30.5Z", "2024-06-02T13:05:00+02:00", "maren.holt@haldenfreight.example", "maren.holt@haldenfreight.example"},
    {"13323527", R"({"metadata.employment":{"_eq":"terminated"}})", "Leavers who still have access", "Left, and still in a group or role", "employee/leaver", "2022-05-03T08:00:00Z", "2023-11-30T16:20:00Z", "aisha.noor@haldenfreight.example", "jonas.eide@haldenfreight.example"},
    {"13323528", R"({"_or":[{"metadata.privilegeName":{"_eq":"approver"}},{"metadata.privilegeName":{"_eq":"creator"}}]})", "Create and approve", "To be read together: one person should not have both", "SoD", "2023-02-14T11:30:00Z", "2024-01-09T07:45:00Z", "jonas.eide@haldenfreight.example", ""},
    {"13323529", R"({"source_system":{"_in":["github"]}})", "Everything in GitHub", "", "", "2023-10-23T10:00:00Z", "2024-06-02T13:05:00Z", "maren.holt@haldenfreight.example", "jonas.eide@haldenfreight.example"},
    {"13323530", R"({"_and":[{"entity_type":{"_eq":"connection"}},{"parent_entity_brn.type":{"_eq":"connection"}}]})", "Nested groups", "A group or role that another group is in", "connection/nested-group", "2024-03-01T09:15:30.5Z", "2024-06-02T13:05:00+02:00", "aisha.noor@haldenfreight.example", "maren.holt@haldenfreight.example"},
    {"13323531", R"({"_not":{"metadata_version":{"_eq":"v1"}}})", "Metadata of another version", "", "", "2022-05-03T08:00:00Z", "2023-11-30T16:20:00Z", "jonas.eide@haldenfreight.example", "jonas.eide@haldenfreight.example"},
    {"13323532", R"({"metadata.project":{"_in":["halden-sandbox","halden-dev"]}})", "Outside production", "Sandbox and development", "Sandbox", "2023-02-14T11:30:00Z", "2024-01-09T07:45:00Z", "maren.holt@haldenfreight.example", "maren.holt@haldenfreight.example"},
    {"13323533", R"({"timestamp":{"_eq":"2023-06-01 06:17:04 +0000 UTC"}})", "The run of 1 June 2023", "", "", "2023-10-23T10:00:00Z", "2024-06-02T13:05:00Z", "aisha.noor@haldenfreight.example", ""},
    {"13323534", R"({"_and":[{"source_system":{"_eq":"okta"}},{"_or":[{"metadata.privilegeName":{"_eq":"admin"}},{"_and":[{"metadata.privilegeName":{"_eq":"viewer"}},{"metadata.privilegeValue":{"_eq":3}}]}]}]})", "Okta: administrators and odd viewers", "Nested conditions, “and” within “or” within “and”", "entitlement/read-only", "2024-03-01T09:15:30.5Z", "2024-06-02T13:05:00+02:00", "jonas.eide@haldenfreight.example", "maren.holt@haldenfreight.example"},
    {"13323535", R"({"metadata.scope.region":{"_eq":"eu-north-1"}})", "Limited to Stockholm", "", "purpose/night-shift", "2022-05-03T08:00:00Z", "2023-11-30T16:20:00Z", "maren.holt@haldenfreight.example", "jonas.eide@haldenfreight.example"},
    {"13323536", R"({"entity_brn":{"_eq":"brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:resource:-WNhvof6ivrh7SkxbrCViShwOMg6FjgayaOw7ZFwZzw"}})", "Grants on payments-prod", "One resource, by its BRN", "resource/crown-jewel", "2023-02-14T11:30:00Z", "2024-01-09T07:45:00Z", "aisha.noor@haldenfreight.example", "maren.holt@haldenfreight.example"},
    {"13323537", R"({"_and":[{"entity_type":{"_eq":"connection"}},{"metadata.privilegeName":{"_in":["admin","owner"]}},{"_not":{"metadata.project":{"_in":["halden-sandbox","halden-dev"]}}},{"department":{"_in":["Platform"]}},{"lastReview":{"_older_than_days":30}}]})", "Break-glass grants nobody reviewed", "Emergency admin rights still in force 30 days after their last review", "entitlement/break-glass", "2023-10-23T10:00:00Z", "2024-06-02T13:05:00Z", "jonas.eide@haldenfreight.example", "jonas.eide@haldenfreight.example"},
    {"13323538", R"({"_and":[{"metadata.expiresAt":{"_lt":"now"}},{"metadata.privilegeName":{"_eq":"owner"}}]})", "Emergency roles outside on-call", "", "Break-glass", "2024-03-01T09:15:30.5Z", "2024-06-02T13:05:00+02:00", "maren.holt@haldenfreight.example", ""},
    {"13323539", R"({"_and":[{"app":{"_eq":"okta"}},{"employment_type":{"_in":["External","Partner"]}}]})", "External people in Okta", "", "External", "2022-05-03T08:00:00Z", "2023-11-30T16:20:00Z", "aisha.noor@haldenfreight.example", "jonas.eide@haldenfreight.example"},
    {"13323540", R"({"_or":[{"mfa_enabled":{"_eq":false}},{"last_login":{"_older_than_days":90}}]})", "No second factor, or dormant", "", "identity/no-mfa", "2023-02-14T11:30:00Z", "2024-01-09T07:45:00Z", "jonas.eide@haldenfreight.example", "maren.holt@haldenfreight.example"},
    {"13323541", R"({"_and":[{"entity_type":{"_eq":"resource"}},{"sensitivity":{"_gte":4}}]})", "Reaches export-controlled data", "Needs the sensitivity of each resource, which relations do not hold", "resource/export-controlled", "2023-10-23T10:00:00Z", "2024-06-02T13:05:00Z", "maren.holt@haldenfreight.example", "jonas.eide@haldenfreight.example"},
    {"13323542", R"({"department":{"_in":["Übergabe Süd","Nachtschicht"]}})", "Night shift", "", "Night watch", "2024-03-01T09:15:30.5Z", "2024-06-02T13:05:00+02:00", "aisha.noor@haldenfreight.example", "maren.holt@haldenfreight.example"},
};
// clang-format on

} // namespace

QByteArray sampleInsights() {
    return listCsv(header, rows);
}

} // namespace idscope
