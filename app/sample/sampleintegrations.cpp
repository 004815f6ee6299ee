#include "app/sample/integrationfacts.h"
#include "app/sample/listcsv.h"
#include "app/sample/samplelists.h"

#include <array>
#include <vector>

namespace idscope {

namespace {

constexpr std::string_view header =
    "ID,Name,Description,Last Run,Status,Primary Owner,Message,Metadata,Reviewer Precedence,Provisioning "
    "Options,Extraction Options,Reviewer Count,Entity Request Values Templates,Entity Request Values Defaults";

} // namespace

QByteArray sampleIntegrations() {
    std::vector<std::array<std::string_view, 14>> rows;
    for (const IntegrationFacts& facts : integrationFacts())
        rows.push_back({facts.id, facts.name, facts.description, facts.lastRun, facts.status, facts.owner,
                        facts.message, facts.metadata, facts.precedence, facts.provisioning, facts.extraction,
                        facts.reviewers, facts.templates, facts.defaults});
    return listCsv(header, rows);
}

} // namespace idscope
