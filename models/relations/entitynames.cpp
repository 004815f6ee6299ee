#include "models/relations/entitynames.h"

#include "models/schema/entities.h"

#include <bit>
#include <utility>

namespace idscope {

std::shared_ptr<const EntityNames> EntityNames::make(TablePtr entities, const std::stop_token& stop) {
    if (entities == nullptr || entities->schema() != &schemas::entities) return nullptr;
    std::shared_ptr<EntityNames> names(new EntityNames(std::move(entities)));
    if (!names->columns_[Brn] || !names->columns_[Name]) return nullptr;
    for (std::uint32_t row = 0; row < names->table_->rowCount(); ++row) {
        if (row % 4096 == 0 && stop.stop_requested()) return nullptr;
        names->add(RowId{row});
    }
    return names;
}

EntityNames::EntityNames(TablePtr entities)
    : table_(std::move(entities)), slots_(std::bit_ceil(std::size_t{2} * table_->rowCount() + 1)) {
    constexpr std::array<std::string_view, facts> documented = {"BRN", "Name", "Source Type", "App"};
    for (std::size_t fact = 0; fact < facts; ++fact)
        columns_[fact] = table_->documented(documented[fact]);
}

void EntityNames::add(RowId row) {
    if (cell(row, Brn).empty() || cell(row, Name).empty()) return;
    std::uint32_t& slot = slots_[slotOf(cell(row, Brn))];
    if (slot == 0) slot = row.value + 1;
}

std::optional<EntityName> EntityNames::find(std::string_view brn) const {
    const std::uint32_t rowPlusOne = slots_[slotOf(brn)];
    if (rowPlusOne == 0) return std::nullopt;
    const RowId row{rowPlusOne - 1};
    return EntityName{.name = cell(row, Name), .sourceType = cell(row, SourceType), .app = cell(row, App), .row = row};
}

std::size_t EntityNames::slotOf(std::string_view brn) const {
    std::size_t at = hash_(brn) & (slots_.size() - 1);
    while (slots_[at] != 0 && cell(RowId{slots_[at] - 1}, Brn) != brn)
        at = (at + 1) & (slots_.size() - 1);
    return at;
}

} // namespace idscope
