#include "models/relations/relationprivileges.h"

#include "models/query/query.h"

#include <algorithm>
#include <vector>

namespace idscope {

RelationPrivileges::RelationPrivileges(TablePtr table) : table_(std::move(table)) {
    if (table_->schema() != nullptr) metadata_ = table_->documented(table_->schema()->relation.metadata);
}

std::string_view RelationPrivileges::of(RowId row) {
    if (!metadata_) return {};
    const std::lock_guard lock(reading_);
    const Code code = table_->code(row, *metadata_);
    if (const auto known = known_.find(code); known != known_.end()) return known->second;
    const Operand privilege{
        *metadata_, Operand::Kind::Path, {JsonPathKey{std::string(table_->schema()->relation.privilege)}}};
    return known_.try_emplace(code, operandText(privilege, *table_, code).value_or(std::string())).first->second;
}

SharedPrivilege RelationPrivileges::of(std::span<const RowId> rows) {
    std::vector<std::string_view> named;
    for (const RowId row : rows) {
        const std::string_view privilege = of(row);
        if (!privilege.empty() && std::ranges::find(named, privilege) == named.end()) named.push_back(privilege);
    }
    if (named.empty()) return {};
    return {std::string(named.front()), named.size() - 1};
}

} // namespace idscope
