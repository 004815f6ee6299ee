#pragma once

#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <QAbstractItemModel>
#include <QString>
#include <QStringList>
#include <QTemporaryFile>

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

namespace idscope::test {

/// The table of a CSV text; `schema` null: as recognised.
inline TablePtr tableOf(std::string_view csv, const Schema* schema = nullptr) {
    const auto table = loadTableFromMemory(csv, "memory.csv", {.schemas = resources(), .schema = schema});
    if (!table) qFatal("the table of a test can't be read");
    return *table;
}

/// The same while it is loaded from a file: all rows are listed, none is interned.
inline TablePtr listedTableOf(std::string_view csv) {
    QTemporaryFile file;
    const auto size = static_cast<qint64>(csv.size());
    if (!file.open() || file.write(csv.data(), size) != size || !file.flush()) qFatal("no room for a table");
    TablePtr listed;
    const auto table =
        loadTable({file.fileName().toStdString()}, {.schemas = resources()}, {}, [&listed](TablePtr snapshot) {
            if (snapshot->rowCount() == 0) listed = std::move(snapshot);
        });
    if (!table || listed->listedRows() != (*table)->rowCount()) qFatal("the table of a test can't be read");
    return listed;
}

/// A model as text: cells of a row with | between, rows with a blank and / between.
inline QString textOf(const QAbstractItemModel& model, int role = Qt::DisplayRole) {
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data(role).toString();
        rows << cells.join(u'|');
    }
    return rows.join(QStringLiteral(" / "));
}

/// Entity relations without regard to their meaning: `rows` of them, the metadata of seven kinds, one timestamp a
/// minute in a scrambled order.
inline std::string relationsCsv(std::uint32_t rows) {
    std::string csv = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata "
                      "Version,Metadata\n";
    csv.reserve(csv.size() + std::size_t{rows} * 300);
    char row[512];
    for (std::uint32_t i = 0; i < rows; ++i) {
        const auto scrambled = static_cast<unsigned>((std::uint64_t{i} * 7'919) % 1'000'003);
        const int length = std::snprintf(
            row, sizeof row,
            "okta,2024-%02u-%02uT%02u:%02u:00Z,okta/1,brn:bid:balkanid:::01HZX0000000000000000000TT:identity:"
            "identity%035u,brn:bid:balkanid:::01HZX0000000000000000000TT:connection:connection%033u,connection,okta,v1,"
            "\"{\"\"privilegeName\"\":\"\"role%u\"\",\"\"privilegeValue\"\":true}\"\n",
            1 + scrambled % 12, 1 + scrambled % 28, scrambled / 60 % 24, scrambled % 60, scrambled % 5'000,
            scrambled % 60'000, i % 7);
        csv.append(row, static_cast<std::size_t>(length));
    }
    return csv;
}

} // namespace idscope::test
