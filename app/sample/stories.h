#pragma once

#include <string_view>

/// What is planted in the sample tenant's relations, to be found by its users and by tests. Relations hold no names of
/// entities (the `entities` export does), so this is where a BRN gets one.
namespace idscope::stories {

/// `brn` is sampleBrn(type, name).
struct Entity {
    std::string_view human; ///< as people call it
    std::string_view type;
    std::string_view name; ///< what its key is made from
    std::string_view brn;
};

// A contractor reaches the production database: Tomasz Wren is a member of contractors-emea, which is nested in
// platform-eng, which is nested in sre-escalation, which is admin of payments-prod. Four relations; no other way is as
// short. The first three are in the Okta export, the last one in that of AWS.
inline constexpr Entity tomaszWren{
    "Tomasz Wren", "identity", "okta/tomasz.wren",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:identity:wSmdrGWjxxEhua_TUJY8pDPZomHOBwfbIDFF2W8DGkM"};
inline constexpr Entity contractorsEmea{
    "contractors-emea", "connection", "okta/group/contractors-emea",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:connection:Jkl-WWjLgjYIQvt-O6FACxUAQF_BI4KJYPQN8qbn4jQ"};
inline constexpr Entity platformEng{
    "platform-eng", "connection", "okta/group/platform-eng",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:connection:bD2AyjIRvkr4i4X2CtyTGkv1ZI7bN_VdiO4jzfN8IRg"};
inline constexpr Entity sreEscalation{
    "sre-escalation", "connection", "okta/group/sre-escalation",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:connection:ai9rHQrIPJMwu8T2gOmSRGTNVTcX2SfwnRjwdUbKODQ"};
inline constexpr Entity paymentsProd{
    "payments-prod", "resource", "aws/rds/payments-prod",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:resource:-WNhvof6ivrh7SkxbrCViShwOMg6FjgayaOw7ZFwZzw"};

// Three groups of Okta in a circle: each is nested in the next, so their members are all members of all three.
inline constexpr Entity warehouseLeads{
    "warehouse-leads", "connection", "okta/group/warehouse-leads",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:connection:C5b_WcIPToAdWwXLrjei6Qjxwmcs2lErIqzpbDEKMPk"};
inline constexpr Entity shiftPlanners{
    "shift-planners", "connection", "okta/group/shift-planners",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:connection:zoE82KQYMacgOrYvMu0p3BWO49LlOg82EXXblpAXiZY"};
inline constexpr Entity depotAdmins{
    "depot-admins", "connection", "okta/group/depot-admins",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:connection:Q4Vmk3PhhDXRYVAUtXu8frxV0vhzdPMfc_55CaEixJc"};

// Orphans in Okta: a group that nobody is in, left from a migration, and a resource that only this group reaches.
inline constexpr Entity fleetMigration{
    "fleet-migration-2022", "connection", "okta/group/fleet-migration-2022",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:connection:c1pTvRD4FdhsSruy3uMAW2A9kJD3DvYNUsoG8sr513o"};
inline constexpr Entity coldStorageLedger{
    "cold-storage-ledger", "resource", "okta/app/cold-storage-ledger",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:resource:VzHmCQh33vjRC-QvoqxES988v4o-uI-8Uyhaht-yE2M"};

// Marta Quill left on 30 November 2023 (so says the metadata of her membership), and is still admin of the production
// vault in AWS through a role.
inline constexpr Entity martaQuill{
    "Marta Quill", "identity", "aws/marta.quill",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:identity:qObB8YZhQIPPEjzGWZstvi48SSI2j0zcx5hQtZa8abU"};
inline constexpr Entity vaultAdmins{
    "vault-admins", "connection", "aws/role/vault-admins",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:connection:8oeR_vhnX7mi4NQ1Ie6lOdOqUMG6C8s9zMqUeO5td3c"};
inline constexpr Entity prodSecrets{
    "prod-secrets", "resource", "aws/vault/prod-secrets",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:resource:FKiWlm0Cmm1IuVff9KGkrAKsGelwmxiGyZxTrLkH5Vc"};

// Ines Park may both create and approve invoices in Workday: a conflict of duties.
inline constexpr Entity inesPark{
    "Ines Park", "identity", "workday/ines.park",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:identity:k2ED2Q9LbAayybLNreurdysORIdMgabopu-7aRenpc4"};
inline constexpr Entity invoiceCreators{
    "invoice-creators", "connection", "workday/role/invoice-creators",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:connection:njWxaLzskNW5W95gypdT0yipHJTw2Q3rD-9-ybUm5S8"};
inline constexpr Entity invoiceApprovers{
    "invoice-approvers", "connection", "workday/role/invoice-approvers",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:connection:9BbH-P45qe-RfAj78ngQ2vp1KeJcyCLcLnNMrsXnXg8"};
inline constexpr Entity invoices{
    "invoices", "resource", "workday/task/invoices",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:resource:JFV6-KMSdZh_NeubdGpypbK-rdk3y0dQVTDRkXCUXy0"};

// An emergency grant that should have expired on 1 February 2024: Aaron Lindqvist owns the transport database directly,
// without any group.
inline constexpr Entity aaronLindqvist{
    "Aaron Lindqvist", "identity", "aws/aaron.lindqvist",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:identity:9tuqVOWp_sn-V_OxK14fTRuFPBZIhYab4KGgNcsjxEw"};
inline constexpr Entity transportProd{
    "transport-prod", "resource", "aws/rds/transport-prod",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:resource:cBi0x42QjBCzzgF3g2BcWk9QFlPuXDVn25AHNrRw53w"};

// Groups that nearly everyone is in.
inline constexpr Entity allStaff{
    "all-staff", "connection", "okta/group/all-staff",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:connection:lp6N1St6tJBuRIN9HPj58FN20W9a7NX0CgyWZhCwZDw"};
inline constexpr Entity vpnUsers{
    "vpn-users", "connection", "okta/group/vpn-users",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:connection:yk5gH211r2uoRXO2Z0T0K4USz9HQX8nLmy3dX0FQRSA"};
inline constexpr Entity vpnGateway{
    "vpn-gateway-fra", "resource", "okta/app/vpn-gateway-fra",
    "brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:resource:ka8KV3fGkVcoPawFayOPbrRSnOBzvyfUYO2zn9j79Fs"};

// Names that are no BRNs, in Okta: a service account from before the tenant was set up, and an administrator.
inline constexpr std::string_view legacyBackup = "svc-legacy-backup";
inline constexpr std::string_view legacyAdmin = "LEGACY\\admin";

/// Every entity above.
inline constexpr Entity all[] = {tomaszWren,       contractorsEmea, platformEng,    sreEscalation,  paymentsProd,
                                 warehouseLeads,   shiftPlanners,   depotAdmins,    fleetMigration, coldStorageLedger,
                                 martaQuill,       vaultAdmins,     prodSecrets,    inesPark,       invoiceCreators,
                                 invoiceApprovers, invoices,        aaronLindqvist, transportProd,  allStaff,
                                 vpnUsers,         vpnGateway};

} // namespace idscope::stories
