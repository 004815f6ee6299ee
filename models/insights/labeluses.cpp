#include "models/insights/labeluses.h"

#include <algorithm>
#include <utility>

namespace idscope {

namespace {

constexpr std::uint32_t stopPace = 1024; ///< rows between looks at the stop token

struct LabelColumn {
    ColumnId column;
    const Reference* reference;
};

std::optional<LabelColumn> labelColumn(const Table& insights) {
    for (std::uint32_t i = 0; i < insights.columnCount(); ++i) {
        const Reference* reference = referenceOf(insights.column(ColumnId{i}));
        if (reference != nullptr && reference->resource == "labels") return LabelColumn{ColumnId{i}, reference};
    }
    return std::nullopt;
}

} // namespace

LabelUses::LabelUses(TablePtr labels, TablePtr insights, const std::stop_token& stop)
    : labels_(std::move(labels)), insights_(std::move(insights)), uses_(labels_->rowCount()) {
    const auto label = labelColumn(*insights_);
    if (!label) return;
    std::vector<std::vector<RowId>> byText(insights_->distinct(label->column));
    for (std::uint32_t row = 0; row < insights_->rowCount(); ++row) {
        if (row % stopPace == 0 && stop.stop_requested()) return;
        byText[insights_->code(RowId{row}, label->column).value].push_back(RowId{row});
    }
    const ReferenceIndex index(*labels_, *label->reference, stop);
    for (std::uint32_t code = 0; code < byText.size(); ++code) {
        if (code % stopPace == 0 && stop.stop_requested()) return;
        const std::vector<RowId> used = index.find(insights_->value(label->column, Code{code})).rows;
        if (byText[code].empty() || used.empty()) continue;
        const auto rows = std::make_shared<const std::vector<RowId>>(std::move(byText[code]));
        for (const RowId each : used)
            uses_[each.value].push_back(rows);
    }
}

std::vector<RowId> LabelUses::insightsOf(RowId label) const {
    std::vector<RowId> insights;
    for (const Rows& rows : uses_[label.value])
        insights.insert(insights.end(), rows->begin(), rows->end());
    std::ranges::sort(insights);
    return insights;
}

std::size_t LabelUses::useCount(RowId label) const {
    std::size_t count = 0;
    for (const Rows& rows : uses_[label.value])
        count += rows->size();
    return count;
}

} // namespace idscope
