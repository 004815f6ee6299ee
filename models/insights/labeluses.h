#pragma once

#include "models/references/resolve.h"
#include "models/table/table.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace idscope {

/// Which insights use which labels. An insight's `label` is the ID of a label, or else its name; a name that several
/// labels have counts for each of them, and is told as ambiguous. Immutable; keeps both tables.
class LabelUses {
public:
    /// O(rows of both). When stopped, the rest of the insights use nothing.
    LabelUses(TablePtr labels, TablePtr insights, const std::stop_token& stop = {});

    [[nodiscard]] const TablePtr& labels() const { return labels_; }
    [[nodiscard]] const TablePtr& insights() const { return insights_; }

    /// Rows of the insights that use the label, in file order. O(1).
    [[nodiscard]] std::span<const RowId> insightsOf(RowId label) const { return uses_[label.value]; }
    /// Labels that no insight uses.
    [[nodiscard]] std::uint32_t unused() const { return unused_; }
    /// The labels that an insight names: none, one, or several of the same name. O(labels).
    [[nodiscard]] ResolvedReference labelsOf(RowId insight) const;

private:
    TablePtr labels_;
    TablePtr insights_;
    std::vector<std::vector<RowId>> uses_; ///< by row of the labels
    std::uint32_t unused_ = 0;
};

} // namespace idscope
