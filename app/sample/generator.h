#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace idscope {

/// The made-up company "Halden Freight", the same bytes on every machine and run: 25 apps, 12 integrations, 142,610
/// relations, 20 insights, 40 labels, and the names of all entities that the relations are about. Planted stories are
/// listed in stories.h. Any thread.
class SampleTenant {
public:
    /// The CSV of a resource by Schema::key; for entity-relations of one integration ID. Null when there is none. Made
    /// on each call: O(bytes), about 0.2 s for the largest.
    [[nodiscard]] QByteArray csv(const QString& resource, const QString& integration = {}) const;
    [[nodiscard]] std::vector<QString> integrations() const; ///< IDs, as in the Integrations export
    /// Every credential hidden in the data, as its JSON holds it: none may be found outside the files served.
    [[nodiscard]] static std::vector<QByteArray> secrets();
};

} // namespace idscope
