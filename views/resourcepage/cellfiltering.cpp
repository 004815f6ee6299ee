#include "views/resourcepage/cellfiltering.h"

#include "models/items/tablesession.h"
#include "models/words/words.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

#include <unordered_set>

namespace idscope {

namespace {

/// More rows are not looked through while people wait for a menu.
constexpr int mostRows = 100'000;

std::vector<RowRange> rowsOf(const TableView& table) {
    const int current = table.currentIndex().row();
    std::vector<RowRange> ranges = table.selectedRanges();
    // The keyboard can be elsewhere than the selection: then it is about the current cell.
    for (const RowRange& range : ranges)
        if (static_cast<int>(range.first) <= current && current < static_cast<int>(range.first + range.count))
            return ranges;
    return {{.first = static_cast<std::uint32_t>(current), .count = 1}};
}

} // namespace

std::expected<ExpressionPtr, CellFilterProblem> selectedFilter(TableSession& session, const TableView& table) {
    const TableModel& model = *session.model();
    const Operand operand = model.operand(table.currentIndex().column());
    std::vector<Code> values;
    std::unordered_set<std::uint32_t> seen;
    int rows = 0;
    for (const RowRange& range : rowsOf(table))
        for (std::uint32_t i = 0; i < range.count; ++i) {
            const RowId row = model.rows().at(range.first + i);
            if (row.value >= model.table()->rowCount()) return std::unexpected(CellFilterProblem::StillLoading);
            const Code code = model.table()->code(row, operand.column);
            if (++rows > mostRows || values.size() > maximumFilterValues)
                return std::unexpected(CellFilterProblem::TooMany);
            if (seen.insert(code.value).second) values.push_back(code);
        }
    return cellFilter(*model.table(), operand, values);
}

QString sentence(CellFilterProblem problem) {
    switch (problem) {
    case CellFilterProblem::HoldsSecret:
        return ResourcePage::tr("No filter can be made of a cell that holds a secret.");
    case CellFilterProblem::NotScalar:
        return ResourcePage::tr("No filter can be made of a whole object or list: choose a value within it.");
    case CellFilterProblem::NotText:
        return ResourcePage::tr("No filter can be made of a cell that is not UTF-8 text.");
    case CellFilterProblem::StillLoading:
        return ResourcePage::tr("These rows are still being read. No filter can be made of their cells yet.");
    case CellFilterProblem::TooMany:
        return ResourcePage::tr("No filter can be made of so many values: %1 at most.")
            .arg(words::number(maximumFilterValues));
    case CellFilterProblem::TooLong:
        return ResourcePage::tr("No filter can be made of so long a text: %1 at most.")
            .arg(words::byteCount(maximumExpressionLength));
    }
    return {};
}

QString filterTextWith(TableSession& session, const ExpressionPtr& part, FilterUse use) {
    return words::fromUtf8(canonicalText(*combined(session.filter().readable().expression, part, use)));
}

void ResourcePage::filterByLeaf(const OperandName& name, const ChosenValue& value, FilterUse use) {
    const TablePtr& table = session_.table();
    const auto operand = bindOperand(name, *table);
    if (!operand) return;
    const auto part = choiceExpression({.excluded = false, .values = {value}}, *operand, *table);
    if (!part) return Q_EMIT said(sentence(part.error()));
    addFilter(*part, use);
}

} // namespace idscope
