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
    if (const auto label = labelColumn(*insights_)) {
        const ReferenceIndex index(*labels_, *label->reference);
        for (std::uint32_t row = 0; row < insights_->rowCount(); ++row) {
            if (row % stopPace == 0 && stop.stop_requested()) break;
            for (const RowId used : index.find(insights_->cell(RowId{row}, label->column)).rows)
                uses_[used.value].push_back(RowId{row});
        }
    }
    unused_ = static_cast<std::uint32_t>(std::ranges::count_if(uses_, [](const auto& rows) { return rows.empty(); }));
}

ResolvedReference LabelUses::labelsOf(RowId insight) const {
    const auto label = labelColumn(*insights_);
    if (!label) return {};
    return resolve(*labels_, *label->reference, insights_->cell(insight, label->column));
}

} // namespace idscope
