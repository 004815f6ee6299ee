#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace idscope {

/// The made-up company "Halden Freight", the same bytes on every machine and run. Planted stories are listed in stories.h.
class SampleTenant {
public:
    SampleTenant();

    /// The CSV of a resource by Schema::key; for entity-relations of one integration ID. Null when there is none.
    [[nodiscard]] QByteArray csv(const QString& resource, const QString& integration = {}) const;
    [[nodiscard]] std::vector<QString> integrations() const; ///< IDs, as in the Integrations export
};

} // namespace idscope
