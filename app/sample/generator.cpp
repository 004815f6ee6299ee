#include "app/sample/generator.h"

#include "app/sample/integrationfacts.h"
#include "app/sample/relations.h"
#include "app/sample/samplelists.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace idscope {

QByteArray SampleTenant::csv(const QString& resource, const QString& integration) const {
    if (resource == "apps"_L1) return sampleApps();
    if (resource == "integrations"_L1) return sampleIntegrations();
    if (resource == "entity-rules"_L1) return sampleInsights();
    if (resource == "labels"_L1) return sampleLabels();
    if (resource == "entities"_L1) return sampleEntities();
    if (resource != "entity-relations"_L1) return {};
    const QByteArray id = integration.toUtf8();
    const auto all = integrationFacts();
    const auto found =
        std::ranges::find(all, std::string_view(id.constData(), std::size_t(id.size())), &IntegrationFacts::id);
    return found == all.end() ? QByteArray() : relationsCsv(*found);
}

std::vector<QString> SampleTenant::integrations() const {
    std::vector<QString> ids;
    for (const IntegrationFacts& facts : integrationFacts())
        ids.push_back(QString::fromLatin1(facts.id.data(), qsizetype(facts.id.size())));
    return ids;
}

std::vector<QByteArray> SampleTenant::secrets() {
    return {"canary-okta-00Qx7-",      "canary-aws-external-5521", "canary-aws-wJalr/K7MDENG", "canary-github-MIIEow",
            "canary-google-GOCSPX-81", "canary-salesforce-3MVG9",  "canary-workday-",          "canary-azure-8Q~sT",
            "canary-snowflake-cut",    "canary-relation-scim-44",  "canary-relation-broken-7"};
}

} // namespace idscope
