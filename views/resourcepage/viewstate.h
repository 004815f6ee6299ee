#pragma once

#include "models/savedview/savedview.h"

#include <functional>

namespace idscope {

class ResourcePage;

/// How a page looks at its table, without a name.
SavedView viewOf(const ResourcePage& page);

/// Looks at the page's table as a view says: its filter is put into the filter bar and seen there. Returns what the
/// view names and the table lacks, as the filter language writes it; of the filter, the bar says it.
QStringList applyView(ResourcePage& page, const SavedView& view);

/// Asks the page's table, as soon as it has its columns, for the rows of a view in its order, and leaves columns and
/// facets as they are. What the table lacks orders nothing; a filter that does not fit is seen in the filter bar.
void askAgain(ResourcePage& page, const SavedView& view);

/// Calls `act` once the page's table has columns: at once, or when it begins to load. Never when the page goes first.
void whenColumnsAreThere(ResourcePage& page, std::function<void()> act);

} // namespace idscope
