#include "app/sample/listcsv.h"
#include "app/sample/samplebrn.h"
#include "app/sample/samplelists.h"

#include <array>

namespace idscope {

namespace {

constexpr std::string_view tenant = sampleTenantId;
constexpr std::string_view company = sampleTenantName;
constexpr std::string_view header = "Tenant ID,Tenant Name,Tenant Status,Tenant Created At,ID,Name,Description,Logo";

// clang-format off
constexpr std::array<std::string_view, 8> rows[] = {
    {tenant, company, "active", "2021-03-04", "okta", "Okta", "Sign-on, groups and contractors", "https://logos.haldenfreight.example/okta.png"},
    {tenant, company, "active", "2021-03-04", "aws", "Amazon Web Services", "Cloud computing platform", "https://logos.haldenfreight.example/aws.png"},
    {tenant, company, "active", "2021-03-04", "github", "GitHub", "Source code and build pipelines", "https://logos.haldenfreight.example/github.png"},
    {tenant, company, "active", "2021-03-11", "google", "Google Workspace", "Mail, documents, shared drives", "https://logos.haldenfreight.example/google.png"},
    {tenant, company, "active", "2021-03-11", "salesforce", "Salesforce", "Customers, quotes and claims", "https://logos.haldenfreight.example/salesforce.png"},
    {tenant, company, "active", "2021-03-18", "slack", "Slack", "Chat", "https://logos.haldenfreight.example/slack.png"},
    {tenant, company, "active", "2021-04-02", "workday", "Workday", "Human resources and payroll", "https://logos.haldenfreight.example/workday.png"},
    {tenant, company, "active", "2021-04-02", "azure", "Microsoft Entra ID", "Directory of the former Brandvik line", "https://logos.haldenfreight.example/azure.png"},
    {tenant, company, "active", "2021-05-20", "jira", "Jira", "Tickets, until 2023", "https://logos.haldenfreight.example/jira.png"},
    {tenant, company, "active", "2021-06-01", "snowflake", "Snowflake", "Reporting warehouse, \"cold\" and hot", "https://logos.haldenfreight.example/snowflake.png"},
    {tenant, company, "active", "2021-06-15", "servicenow", "ServiceNow", "Service desk", "https://logos.haldenfreight.example/servicenow.png"},
    {tenant, company, "active", "2021-07-07", "jenkins", "Jenkins", "", ""},
    {tenant, company, "active", "2021-09-30", "asana", "Asana", "Work management platform", "https://logos.haldenfreight.example/asana.png"},
    {tenant, company, "active", "2021-10-12", "portal-frachtbrief", "Frachtbrief-Portal", "Elektronische Frachtbriefe für Süd- und Westeuropa", "https://logos.haldenfreight.example/portal-frachtbrief.png"},
    {tenant, company, "active", "2022-01-11", "tms", "Halden TMS", "Transport management:\nroutes, tours, drivers", "https://logos.haldenfreight.example/tms.png"},
    {tenant, company, "active", "2022-01-12", "wms", "Warehouse Nine", "Storage places and picking", "https://logos.haldenfreight.example/wms.png"},
    {tenant, company, "active", "2022-02-28", "customs", "Tollportalen", "Customs clearance, Norway and EU", "https://logos.haldenfreight.example/customs.png"},
    {tenant, company, "active", "2022-03-03", "telematics", "FleetPulse", "Positions, tachographs; 1,204 vehicles", "https://logos.haldenfreight.example/telematics.png"},
    {tenant, company, "active", "2022-05-16", "zoom", "Zoom", "Meetings", "https://logos.haldenfreight.example/zoom.png"},
    {tenant, company, "active", "2022-08-01", "datadog", "Datadog", "Metrics and logs", "https://logos.haldenfreight.example/datadog.png"},
    {tenant, company, "active", "2022-11-21", "pagerduty", "PagerDuty", "On-call", "https://logos.haldenfreight.example/pagerduty.png"},
    {tenant, company, "active", "2023-01-09", "hashicorp-vault", "HashiCorp Vault", "Secrets of the platform", "https://logos.haldenfreight.example/hashicorp-vault.png"},
    {tenant, company, "active", "2023-04-17", "netsuite", "NetSuite", "Ledger, invoices, procurement", "https://logos.haldenfreight.example/netsuite.png"},
    {tenant, company, "active", "2023-09-05", "docusign", "DocuSign", "Contracts", "https://logos.haldenfreight.example/docusign.png"},
    {tenant, company, "active", "2024-02-19", "figma", "Figma", "Design; free plan, not approved", ""},
};
// clang-format on

} // namespace

QByteArray sampleApps() {
    return listCsv(header, rows);
}

} // namespace idscope
