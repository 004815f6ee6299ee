#include "views/table/columnlayout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace idscope {

namespace {

constexpr QLatin1StringView columnsKey("columns");
constexpr QLatin1StringView frozenKey("frozen");
constexpr QLatin1StringView operandKey("operand");
constexpr QLatin1StringView widthKey("width");
constexpr QLatin1StringView shownKey("shown");

} // namespace

QByteArray ColumnLayout::toBytes() const {
    QJsonArray array;
    for (const Column& column : columns)
        array.append(QJsonObject{{operandKey, column.operand}, {widthKey, column.width}, {shownKey, column.shown}});
    return QJsonDocument(QJsonObject{{columnsKey, array}, {frozenKey, frozen}}).toJson(QJsonDocument::Compact);
}

ColumnLayout ColumnLayout::fromBytes(const QByteArray& bytes) {
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    ColumnLayout layout;
    for (const auto& value : object.value(columnsKey).toArray()) {
        const QJsonObject column = value.toObject();
        layout.columns.push_back({.operand = column.value(operandKey).toString(),
                                  .width = column.value(widthKey).toInt(),
                                  .shown = column.value(shownKey).toBool(true)});
    }
    layout.frozen = std::max(0, object.value(frozenKey).toInt());
    return layout;
}

} // namespace idscope
