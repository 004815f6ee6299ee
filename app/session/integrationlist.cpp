#include "app/session/integrationlist.h"

#include "models/schema/entityrelations.h"

#include <set>

namespace idscope {

std::vector<ExportTarget> integrationsIn(const Table& integrations) {
    std::vector<ExportTarget> targets;
    const auto id = integrations.find("id");
    const auto name = integrations.find("name");
    if (!id) return targets;
    std::set<std::string_view> seen;
    for (std::uint32_t row = 0; row < integrations.rowCount(); ++row) {
        const std::string_view integration = integrations.cell(RowId{row}, *id);
        if (integration.empty() || !seen.insert(integration).second) continue;
        targets.push_back({std::string(schemas::entityRelations.key), std::string(integration),
                           name ? std::string(integrations.cell(RowId{row}, *name)) : std::string()});
    }
    return targets;
}

} // namespace idscope
