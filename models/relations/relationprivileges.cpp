#include "models/relations/relationprivileges.h"

#include "models/query/query.h"

#include <algorithm>
#include <vector>

namespace idscope {

namespace {

constexpr std::size_t rowsAtOnce = 1024; ///< read under one lock

} // namespace

RelationPrivileges::RelationPrivileges(TablePtr table) : table_(std::move(table)) {
    if (table_->schema() != nullptr) metadata_ = table_->documented(table_->schema()->relation.metadata);
}

std::string_view RelationPrivileges::of(RowId row) {
    if (!metadata_) return {};
    const std::lock_guard lock(reading_);
    return read(row);
}

std::string_view RelationPrivileges::read(RowId row) {
    const Code code = table_->code(row, *metadata_);
    if (const auto known = known_.find(code); known != known_.end()) return known->second;
    const Operand privilege{
        *metadata_, Operand::Kind::Path, {JsonPathKey{std::string(table_->schema()->relation.privilege)}}};
    return known_.try_emplace(code, operandText(privilege, *table_, code).value_or(std::string())).first->second;
}

SharedPrivilege RelationPrivileges::of(std::span<const RowId> rows) {
    if (!metadata_) return {};
    std::vector<std::string_view> named;
    while (!rows.empty()) {
        const auto some = rows.first(std::min(rows.size(), rowsAtOnce));
        rows = rows.subspan(some.size());
        const std::lock_guard lock(reading_);
        for (const RowId row : some) {
            const std::string_view privilege = read(row);
            if (!privilege.empty() && std::ranges::find(named, privilege) == named.end()) named.push_back(privilege);
        }
    }
    if (named.empty()) return {};
    return {std::string(named.front()), named.size() - 1};
}

} // namespace idscope
