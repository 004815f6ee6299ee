#pragma once

#include "models/relations/relationgraph.h"
#include "models/table/table.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace idscope {

/// What several relations say of privilege: "viewer" where all agree, else "viewer +2".
struct SharedPrivilege {
    std::string first;      ///< of the first relation that names one; empty when none does
    std::size_t others = 0; ///< how many further privileges the rest name
    friend bool operator==(const SharedPrivilege&, const SharedPrivilege&) = default;
};

/// The privileges that relations carry in their metadata. Each distinct cell is read once, when first asked about. Any
/// thread; who asks usually waits for some 1,000 rows of another's at most.
class RelationPrivileges {
public:
    explicit RelationPrivileges(TablePtr table);

    /// The privilege of a relation as people see it, secrets masked; empty when it names none. O(1) for metadata seen
    /// before; valid as long as this.
    [[nodiscard]] std::string_view of(RowId row);
    /// O(rows).
    [[nodiscard]] SharedPrivilege of(std::span<const RowId> rows);

private:
    /// Where there is metadata, and with reading_ held.
    [[nodiscard]] std::string_view read(RowId row);

    TablePtr table_;
    std::optional<ColumnId> metadata_;
    std::mutex reading_;
    std::unordered_map<Code, std::string> known_;
};

using RelationPrivilegesPtr = std::shared_ptr<RelationPrivileges>;

} // namespace idscope
