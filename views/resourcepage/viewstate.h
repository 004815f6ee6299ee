#pragma once

#include "models/savedview/savedview.h"

namespace idscope {

class ResourcePage;

/// How a page looks at its table, without a name.
SavedView viewOf(const ResourcePage& page);

/// Looks at the page's table as a view says: its filter is put into the filter bar and seen there. Returns what the
/// view names and the table lacks, as the filter language writes it; of the filter, the bar says it.
QStringList applyView(ResourcePage& page, const SavedView& view);

} // namespace idscope
