#include "views/resourcepage/addingcolumns.h"

#include "models/words/words.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <algorithm>

namespace idscope {

std::expected<Operand, QueryError> operandNamed(const Table& table, const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    const auto name = parseOperand({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    return name ? bindOperand(*name, table) : std::unexpected(name.error());
}

void addColumn(ResourcePage& page, const QString& operand) {
    TableModel& model = *page.session().model();
    if (!model.table()) return;
    const auto bound = operandNamed(*model.table(), operand);
    if (!bound) {
        Q_EMIT page.said(words::sentence(bound.error(), operand.toStdString()));
        return;
    }
    const bool isNew = !model.columnOf(*bound);
    const int column = model.addColumn(*bound);
    ColumnArrangement& columns = page.table().arrangement();
    const int source = static_cast<int>(bound->column.value);
    if (isNew && columns.isShown(source)) columns.placeBefore(column, source);
    page.table().goToColumn(column);
}

QStringList arrangeColumns(ResourcePage& page, const ColumnLayout& layout) {
    QStringList lacking;
    TableModel& model = *page.session().model();
    if (!model.table()) return lacking;
    std::vector<Operand> wanted;
    for (const ColumnLayout::Column& column : layout.columns)
        if (const auto bound = operandNamed(*model.table(), column.operand)) wanted.push_back(*bound);
    const int own = static_cast<int>(model.table()->columnCount()); // these can't be removed
    for (int column = model.columnCount() - 1; column >= own; --column)
        if (std::ranges::find(wanted, model.operand(column)) == wanted.end()) model.removeColumn(column);
    for (const Operand& operand : wanted)
        model.addColumn(operand);
    for (const ColumnLayout::Column& column : layout.columns)
        if (column.shown && !operandNamed(*model.table(), column.operand)) lacking << column.operand;
    page.table().arrangement().setLayout(layout);
    return lacking;
}

} // namespace idscope
