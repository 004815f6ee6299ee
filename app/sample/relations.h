#pragma once

#include "app/sample/integrationfacts.h"

#include <QByteArray>

namespace idscope {

/// The Entity Relations export of one integration: ordinary relations of its shape, what is planted for it, exactly
/// `relations.rows` rows. The same bytes every time. O(rows).
QByteArray relationsCsv(const IntegrationFacts& integration);

} // namespace idscope
