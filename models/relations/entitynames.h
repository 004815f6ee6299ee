#pragma once

#include "models/base/randomhash.h"
#include "models/table/table.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

namespace idscope {

/// What an export of entities tells about a BRN. Each text may be empty; they live as long as the EntityNames.
struct EntityName {
    std::string_view name;
    std::string_view sourceType; ///< "role", "S3 bucket"…
    std::string_view app;
    RowId row; ///< of the entities
};

/// The names that a table of entities gives to BRNs; of several rows about one BRN the first that has a name.
/// Immutable; any thread. 4 to 8 bytes per entity beside the table, which it keeps alive.
class EntityNames {
public:
    /// Null when the table is none of entities, or when stopped. O(rows).
    static std::shared_ptr<const EntityNames> make(TablePtr entities, const std::stop_token& stop = {});

    /// Nothing when no entity has this BRN, or none of them a name. O(bytes).
    [[nodiscard]] std::optional<EntityName> find(std::string_view brn) const;
    [[nodiscard]] const Table& table() const { return *table_; }

private:
    enum Fact : std::uint8_t { Brn, Name, SourceType, App, facts };

    explicit EntityNames(TablePtr entities);
    void add(RowId row);
    [[nodiscard]] std::string_view cell(RowId row, Fact fact) const {
        const auto& column = columns_[fact];
        return column ? table_->cell(row, *column) : std::string_view();
    }
    /// The slot of the BRN, or the free one that it would get.
    [[nodiscard]] std::size_t slotOf(std::string_view brn) const;

    TablePtr table_;
    std::array<std::optional<ColumnId>, facts> columns_;
    RandomHash hash_;
    std::vector<std::uint32_t> slots_; ///< row + 1, open addressing; 0: free
};

using EntityNamesPtr = std::shared_ptr<const EntityNames>;

} // namespace idscope
