#pragma once

#include <QString>

#include <cstdint>
#include <string_view>

namespace idscope::words {

// Words of the graph, for nodes and for what was found. Types are those of BRNs; others are data.

/// "4,812 identities"; an empty type: names that are no BRNs.
QString entities(std::string_view type, std::size_t count);
/// "group of 214"
QString kindWithMembers(const QString& kind, std::size_t members);
/// What a name that is no BRN is called.
QString otherName();
QString openAsTable();
QString foldTip();
/// "214 relations lead here, 12 lead on"
QString degrees(std::size_t up, std::size_t down);

} // namespace idscope::words
