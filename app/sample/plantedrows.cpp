#include "app/sample/plantedrows.h"

#include "app/sample/stories.h"

#include <array>

namespace idscope {

namespace {

using namespace stories;

constexpr std::string_view member =
    R"({"connectionType":"group","privilegeName":"member","privilegeValue":true,"project":"halden-prod"})";

constexpr auto rows = std::to_array<PlantedRow>({
    // The contractor
    {"okta", "2023-10-09 07:55:00 +0000 UTC", tomaszWren.brn, contractorsEmea.brn, "connection",
     R"({"connectionType":"group","privilegeName":"member","privilegeValue":true,"project":"halden-prod","employment":"contractor","contractEnds":"2024-09-30"})"},
    {"okta", "2023-10-09 07:55:00 +0000 UTC", tomaszWren.brn, allStaff.brn, "connection", member},
    {"okta", "2023-10-09 07:55:00 +0000 UTC", tomaszWren.brn, vpnUsers.brn, "connection", member},
    {"okta", "2022-04-26 13:20:41 +0000 UTC", contractorsEmea.brn, platformEng.brn, "connection", member},
    {"okta", "2023-02-14 09:02:10 +0000 UTC", platformEng.brn, sreEscalation.brn, "connection", member},
    {"okta", "2022-01-17 06:17:04 +0000 UTC", vpnUsers.brn, vpnGateway.brn, "resource",
     R"({"privilegeName":"connect","privilegeValue":true,"project":"prod-emea"})"},
    {"aws", "2023-11-02 08:14:51 +0000 UTC", sreEscalation.brn, paymentsProd.brn, "resource",
     R"({"connectionType":"group","privilegeName":"admin","privilegeValue":true,"project":"halden-prod","grantedAt":"2023-11-02","lastUsed":null})"},
    // The circle of groups
    {"okta", "2023-05-30 06:17:04 +0000 UTC", warehouseLeads.brn, shiftPlanners.brn, "connection", member},
    {"okta", "2023-05-30 06:17:04 +0000 UTC", shiftPlanners.brn, depotAdmins.brn, "connection", member},
    {"okta", "2023-06-01 06:17:04 +0000 UTC", depotAdmins.brn, warehouseLeads.brn, "connection", member},
    // The orphans
    {"okta", "2022-08-19 16:40:00 +0000 UTC", fleetMigration.brn, coldStorageLedger.brn, "resource",
     R"({"privilegeName":"owner","privilegeValue":true,"project":"halden-prod","note":"remove after the migration"})"},
    // The leaver
    {"aws", "2021-09-06 06:17:04 +0000 UTC", martaQuill.brn, vaultAdmins.brn, "connection",
     R"({"connectionType":"role","privilegeName":"member","privilegeValue":true,"project":"halden-prod","employment":"terminated","terminatedAt":"2023-11-30"})"},
    {"aws", "2021-09-06 06:17:04 +0000 UTC", vaultAdmins.brn, prodSecrets.brn, "resource",
     R"({"connectionType":"role","privilegeName":"admin","privilegeValue":true,"project":"halden-prod","connector":[{"name":"Client ID","key":"client_id","type":"public","value":"halden-vault"},{"name":"SCIM token","key":"scim_token","type":"secret","value":"canary-relation-scim-44"}]})"},
    // The conflict of duties
    {"workday", "2024-01-08 04:00:00 +0000 UTC", inesPark.brn, invoiceCreators.brn, "connection",
     "{\n  \"connectionType\": \"role\",\n  \"privilegeName\": \"member\",\n  \"privilegeValue\": true,\n  "
     "\"project\": "
     "\"halden-prod\"\n}"},
    {"workday", "2024-03-11 04:00:00 +0000 UTC", inesPark.brn, invoiceApprovers.brn, "connection",
     R"({"connectionType":"role","privilegeName":"member","privilegeValue":true,"project":"halden-prod"})"},
    {"workday", "2021-03-15 04:00:00 +0000 UTC", invoiceCreators.brn, invoices.brn, "resource",
     R"({"connectionType":"role","privilegeName":"creator","privilegeValue":true,"project":"halden-prod","limit":50000.00})"},
    {"workday", "2021-03-15 04:00:00 +0000 UTC", invoiceApprovers.brn, invoices.brn, "resource",
     R"({"connectionType":"role","privilegeName":"approver","privilegeValue":true,"project":"halden-prod","limit":5e4})"},
    // The emergency grant
    {"aws", "2024-01-31 23:48:09 +0000 UTC", aaronLindqvist.brn, transportProd.brn, "resource",
     R"({"privilegeName":"owner","privilegeValue":true,"project":"halden-prod","grantId":9007199254740993,"expiresAt":"2024-02-01T12:00:00Z","reason":"Break-glass: \"INC-20417\", see ticket"})"},
    // Odd rows: opaque names, an Entity Type that is not its BRN's, broken metadata, other forms of time
    {"okta", "2021-03-22 06:17:04 +0000 UTC", sreEscalation.brn, legacyBackup, "connection",
     R"({"connectionType":"role","privilegeName":"admin","privilegeValue":true,"project":"prod-emea"})"},
    {"okta", "2021-03-22 06:17:04 +0000 UTC", legacyAdmin, legacyBackup, "connection",
     R"({"connectionType":"role","privilegeName":"owner","privilegeValue":true,"project":"prod-emea"})"},
    {"okta", "2023-07-04 11:30:00 +0000 UTC", depotAdmins.brn, vpnGateway.brn, "connection",
     R"({"privilegeName":"viewer","privilegeValue":"yes","project":"prod-emea"})"},
    {"okta", "2022-12-01 06:17:04 +0000 UTC", allStaff.brn, vpnUsers.brn, "connection",
     R"({"connectionType":"group","privilegeName":"memb)"},
    {"okta", "2022-12-01 06:17:04 +0000 UTC", legacyBackup, vpnGateway.brn, "resource",
     R"({"privilegeName":"admin","connector":[{"name":"Token","type":"secret","value":"canary-relation-broken-7)"},
    {"okta", "2023-09-22T18:30:00+05:30", shiftPlanners.brn, vpnUsers.brn, "connection", member},
    {"okta", "2023-09-22 18:30:00", warehouseLeads.brn, vpnUsers.brn, "connection", member},
    {"okta", "06/18/2024", depotAdmins.brn, vpnUsers.brn, "connection", member},
    {"okta", "not recorded", contractorsEmea.brn, vpnUsers.brn, "connection", member},
});

constexpr auto crowds = std::to_array<PlantedCrowd>({
    {"okta", contractorsEmea.brn, 213},
    {"okta", platformEng.brn, 31},
    {"okta", sreEscalation.brn, 12},
    {"okta", allStaff.brn, 4'812},
    {"okta", vpnUsers.brn, 3'019},
    {"okta", warehouseLeads.brn, 24},
    {"okta", shiftPlanners.brn, 9},
    {"okta", depotAdmins.brn, 6},
    {"aws", vaultAdmins.brn, 4},
    {"workday", invoiceCreators.brn, 17},
    {"workday", invoiceApprovers.brn, 5},
});

} // namespace

std::span<const PlantedRow> plantedRows() {
    return rows;
}

std::span<const PlantedCrowd> plantedCrowds() {
    return crowds;
}

} // namespace idscope
