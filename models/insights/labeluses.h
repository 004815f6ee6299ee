#pragma once

#include "models/references/resolve.h"
#include "models/table/table.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace idscope {

/// Which insights use which labels. An insight's `label` is the ID of a label, or else its name; a name that several
/// labels have counts for each of them, and is told as ambiguous. Immutable; keeps both tables.
class LabelUses {
public:
    /// O(rows of both), whatever they are called. When stopped, uses are missing.
    LabelUses(TablePtr labels, TablePtr insights, const std::stop_token& stop = {});

    [[nodiscard]] const TablePtr& labels() const { return labels_; }
    [[nodiscard]] const TablePtr& insights() const { return insights_; }

    /// Rows of the insights that use the label, in file order. O(them).
    [[nodiscard]] std::vector<RowId> insightsOf(RowId label) const;
    /// How many they are. O(1).
    [[nodiscard]] std::size_t useCount(RowId label) const;

private:
    using Rows = std::shared_ptr<const std::vector<RowId>>;

    TablePtr labels_;
    TablePtr insights_;
    /// By row of the labels: the insights with each text that names the label, its ID or its name. All labels of one
    /// name share them.
    std::vector<std::vector<Rows>> uses_;
};

} // namespace idscope
