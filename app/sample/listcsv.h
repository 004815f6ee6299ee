#pragma once

#include "models/csv/writer.h"

#include <QByteArray>

#include <string>
#include <string_view>

namespace idscope {

/// A header line, then a record of each row's cells (any range of ranges of string_view).
template <class Rows>
QByteArray listCsv(std::string_view header, const Rows& rows) {
    std::string csv(header);
    csv += '\n';
    for (const auto& row : rows) {
        std::string_view separator;
        for (const std::string_view cell : row) {
            csv += separator;
            appendCsvCell(csv, cell);
            separator = ",";
        }
        csv += '\n';
    }
    return QByteArray::fromStdString(csv);
}

} // namespace idscope
