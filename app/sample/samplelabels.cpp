#include "app/sample/listcsv.h"
#include "app/sample/samplelists.h"

#include <array>

namespace idscope {

namespace {

constexpr std::string_view header =
    "ID,Name,Color,Icon,Background Color,Text Color,Type,Light Background Color,Light Text "
    "Color,Dark Background Color,Dark Text Color";

// Some have too little contrast, one has no ID, one name is that of two labels, one colour is none.
// clang-format off
constexpr std::array<std::string_view, 11> rows[] = {
    {"entitlement/birthright", "Birthright", "primary", "https://icons.haldenfreight.example/birthright.svg", "#E6FAEE", "#176337", "entitlement", "#E6FAEE", "#176337", "#143D25", "#99E6B9"},
    {"entitlement/break-glass", "Break-glass", "info", "", "#FAE7E6", "#7C251D", "entitlement", "#FAE7E6", "#7C251D", "#7A1A1A", "#E0706A"},
    {"entitlement/legacy-role", "Legacy role", "success", "https://icons.haldenfreight.example/legacy-role.svg", "#F2F3F6", "#9AA0AC", "entitlement", "#F2F3F6", "#9AA0AC", "#3A3F4A", "#8B93A3"},
    {"entitlement/privileged", "Privileged", "", "https://icons.haldenfreight.example/privileged.svg", "#EDE6FA", "#401D7C", "entitlement", "#EDE6FA", "#401D7C", "#23143D", "#B599E6"},
    {"entitlement/read-only", "Read-only", "danger", "", "#E6EEFA", "#1D457C", "entitlement", "#E6EEFA", "#1D457C", "#14253D", "#99B9E6"},
    {"entitlement/service-account", "Service account", "secondary", "https://icons.haldenfreight.example/service-account.svg", "#FFF0BF", "#9A7400", "entitlement", "#FFF0BF", "#9A7400", "#3D3514", "#E6D699"},
    {"employee/contractor", "Contractor", "", "https://icons.haldenfreight.example/contractor.svg", "#FAF0E6", "#7C4C1D", "employee", "#FAF0E6", "#7C4C1D", "#3D2914", "#E6BF99"},
    {"employee/leaver", "Leaver", "warning", "", "#E6EBFA", "#1D357C", "employee", "#E6EBFA", "#1D357C", "#141F3D", "#99ACE6"},
    {"", "On leave", "primary", "https://icons.haldenfreight.example/on-leave.svg", "#E6F6FA", "#1D6C7C", "employee", "#E6F6FA", "#1D6C7C", "#5A8087", "#E6F4F6"},
    {"employee/sod", "SoD", "info", "https://icons.haldenfreight.example/sod.svg", "#FFFFFF", "#000000", "employee", "#FFFFFF", "#000000", "#FFFFFF", "#000000"},
    {"identity/dormant-90d", "Dormant 90 days", "success", "", "#FAF5E6", "#7C641D", "identity", "#FAF5E6", "#7C641D", "#3D3314", "#E6D299"},
    {"identity/external", "External", "", "https://icons.haldenfreight.example/external.svg", "#E6FAF8", "#17635D", "identity", "#E6FAF8", "#17635D", "#143D3A", "#99E6DF"},
    {"identity/no-mfa", "No MFA", "danger", "https://icons.haldenfreight.example/no-mfa.svg", "#FAE6EE", "#7C1D45", "identity", "#FAE6EE", "#7C1D45", "#8E2A5E", "#F58FC0"},
    {"identity/shared-login", "Shared login", "secondary", "", "#EBE6FA", "#351D7C", "identity", "#EBE6FA", "#351D7C", "#1F143D", "#AC99E6"},
    {"resource/crown-jewel", "Crown jewel", "", "https://icons.haldenfreight.example/crown-jewel.svg", "#FAF6E6", "#7C6C1D", "resource", "#FAF6E6", "#7C6C1D", "#3D3614", "#E6D999"},
    {"resource/customer-data", "Customer data", "warning", "https://icons.haldenfreight.example/customer-data.svg", "#E6F3FA", "#1D5C7C", "resource", "#E6F3FA", "#1D5C7C", "#14303D", "#99CCE6"},
    {"resource/export-controlled", "Export-controlled", "primary", "", "#FAECE6", "#7C3D1D", "resource", "#FAECE6", "#7C3D1D", "#3D2214", "#E6B299"},
    {"resource/finance", "Finance", "info", "https://icons.haldenfreight.example/finance.svg", "#E6FAF0", "#17633D", "resource", "#E6FAF0", "#17633D", "#143D29", "#99E6BF"},
    {"resource/internet-facing", "Internet-facing", "success", "https://icons.haldenfreight.example/internet-facing.svg", "#FAE9E6", "#7C2D1D", "resource", "#FAE9E6", "#7C2D1D", "#3D1B14", "#E6A699"},
    {"resource/payment-cards", "Payment cards", "", "", "#FAE6EC", "#7C1D3D", "resource", "#FAE6EC", "#7C1D3D", "#3D1422", "#E699B2"},
    {"resource/personal-data", "Personal data", "danger", "https://icons.haldenfreight.example/personal-data.svg", "#F3E6FA", "#5C1D7C", "resource", "#F3E6FA", "#5C1D7C", "#30143D", "#CC99E6"},
    {"resource/production", "Production", "secondary", "https://icons.haldenfreight.example/production.svg", "#FAE6E7", "#7C1D25", "resource", "#FAE6E7", "#7C1D25", "#3D1418", "#E6999F"},
    {"resource/public", "Public", "", "", "#E9FAE6", "navy", "resource", "#E9FAE6", "#2D7C1D", "#1B3D14", "#A6E699"},
    {"resource/restricted", "Restricted", "warning", "https://icons.haldenfreight.example/restricted.svg", "#FAE6E6", "#7C1D1D", "resource", "#FAE6E6", "#7C1D1D", "#3D1414", "#E69999"},
    {"resource/sandbox", "Sandbox", "primary", "https://icons.haldenfreight.example/sandbox.svg", "#FFF", "#2C4A00", "resource", "#F1FAE6", "#446317", "#2C3D14", "#C6E699"},
    {"resource/staging", "Staging", "info", "", "#E6FAF6", "#176356", "resource", "#E6FAF6", "#176356", "#143D36", "#99E6D9"},
    {"resource/test-data", "Test data", "success", "https://icons.haldenfreight.example/test-data.svg", "#FAFAE6", "#636317", "resource", "#FAFAE6", "#636317", "", ""},
    {"resource/vault", "Vault", "", "https://icons.haldenfreight.example/vault.svg", "#E6E7FA", "#1D257C", "resource", "#E6E7FA", "#1D257C", "#3C4480", "#8E97D6"},
    {"connection/nested-group", "Nested group", "danger", "", "#EEE6FA", "#451D7C", "connection", "#EEE6FA", "#451D7C", "#25143D", "#B999E6"},
    {"connection/everyone-group", "Everyone group", "secondary", "https://icons.haldenfreight.example/everyone-group.svg", "#E6F0FA", "#1D4C7C", "connection", "#E6F0FA", "#1D4C7C", "#14293D", "#99BFE6"},
    {"connection/role-assignable", "Role assignable", "", "https://icons.haldenfreight.example/role-assignable.svg", "#F8E6FA", "#741D7C", "connection", "#F8E6FA", "#741D7C", "#3A143D", "#DF99E6"},
    {"connection/empty-group", "Empty group", "warning", "", "#FAF0E6", "#7C4C1D", "connection", "#FAF0E6", "#7C4C1D", "#3D2914", "#E6BF99"},
    {"connection/guest-access", "Guest access", "primary", "https://icons.haldenfreight.example/guest-access.svg", "#E6F8FA", "#1D747C", "connection", "#E6F8FAFF", "#1D747C", "#143A3D", "#99DFE6"},
    {"application/external", "External", "info", "https://icons.haldenfreight.example/external.svg", "#E6FAF3", "#17634A", "application", "#E6FAF3", "#17634A", "#143D30", "#99E6CC"},
    {"application/unmanaged", "Unmanaged", "success", "", "#FAEEE6", "#7C451D", "application", "#FAEEE6", "#7C451D", "#3D2514", "#E6B999"},
    {"application/sunset-2024", "Sunset 2024", "", "https://icons.haldenfreight.example/sunset-2024.svg", "#E6E6FA", "#1D1D7C", "application", "#E6E6FA", "#1D1D7C", "#14143D", "#9999E6"},
    {"purpose/customs-clearance", "Customs clearance", "danger", "https://icons.haldenfreight.example/customs-clearance.svg", "#E6F5FA", "#1D647C", "purpose", "#E6F5FA", "#1D647C", "#14333D", "#99D2E6"},
    {"purpose/night-shift", "Night shift", "secondary", "", "#E9E6FA", "#2D1D7C", "purpose", "#E9E6FA", "#2D1D7C", "#1B143D", "#A699E6"},
    {"purpose/tendering", "Tendering", "", "https://icons.haldenfreight.example/tendering.svg", "#F5FAE6", "#506317", "purpose", "#F5FAE6", "#506317", "#333D14", "#D2E699"},
    {"purpose/ubergabe-sud", "Übergabe Süd", "warning", "https://icons.haldenfreight.example/ubergabe-sud.svg", "#E6FAE9", "#1D7C2D", "purpose", "#E6FAE9", "#1D7C2D", "#143D1B", "#99E6A6"},
};
// clang-format on

} // namespace

QByteArray sampleLabels() {
    return listCsv(header, rows);
}

} // namespace idscope
