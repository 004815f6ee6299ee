#include "models/transfer/integrationlist.h"

#include "models/schema/entityrelations.h"

#include <set>

namespace idscope {

std::optional<std::vector<ExportTarget>> integrationsIn(const Table& integrations) {
    std::vector<RowId> rows;
    rows.reserve(integrations.rowCount());
    for (std::uint32_t row = 0; row < integrations.rowCount(); ++row)
        rows.push_back(RowId{row});
    return integrationsIn(integrations, rows);
}

std::optional<std::vector<ExportTarget>> integrationsIn(const Table& integrations, std::span<const RowId> rows) {
    const auto id = integrations.find("id");
    if (!id) return std::nullopt;
    const auto name = integrations.find("name");
    std::vector<ExportTarget> targets;
    std::set<std::string_view> seen;
    for (const RowId row : rows) {
        const std::string_view integration = integrations.cell(row, *id);
        if (integration.empty() || !seen.insert(integration).second) continue;
        targets.push_back({std::string(schemas::entityRelations.key), std::string(integration),
                           name ? std::string(integrations.cell(row, *name)) : std::string()});
    }
    return targets;
}

} // namespace idscope
