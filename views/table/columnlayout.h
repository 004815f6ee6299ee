#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace idscope {

/// How people have arranged the columns of a kind of table, as it is kept from one run to the next.
struct ColumnLayout {
    struct Column {
        QString operand; ///< as the filter language writes it: a column, or a path or part that was added
        int width = 0;
        bool shown = true;
        friend bool operator==(const Column&, const Column&) = default;
    };
    std::vector<Column> columns; ///< from left to right
    int frozen = 0;              ///< shown columns, from the left, that stay when the others scroll
    friend bool operator==(const ColumnLayout&, const ColumnLayout&) = default;

    /// As text, and back. What can't be read is no layout: nothing is arranged.
    [[nodiscard]] QByteArray toBytes() const;
    static ColumnLayout fromBytes(const QByteArray& bytes);
};

} // namespace idscope
