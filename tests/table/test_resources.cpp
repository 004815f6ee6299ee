#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "testpaths.h"
#include "tests/support/printing.h"
#include "tests/support/tabletext.h"
#include "tests/table/accounts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <string>
#include <vector>

using namespace idscope;
using namespace idscope::test;

namespace {

constexpr const char* samples = IDSCOPE_TEST_DATA "/samples/";

/// What Python's csv module reads from a sample: header and rows.
std::vector<std::vector<std::string>> expectedCells(const QString& sample) {
    QFile file(QString::fromUtf8(samples) + QStringLiteral("cells.json"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no cells.json");
    std::vector<std::vector<std::string>> records;
    for (const auto& record : QJsonDocument::fromJson(file.readAll()).object().value(sample).toArray()) {
        auto& cells = records.emplace_back();
        for (const auto& cell : record.toArray())
            cells.push_back(cell.toString().toStdString());
    }
    return records;
}

class TestResources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheSamples_data();
    void readsTheSamples();
    void saysWhereIntegrationsBreak();
    void anotherResourceIsOneHeaderAndOneLine();
};

void TestResources::readsTheSamples_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("rows");
    QTest::newRow("apps.csv") << QStringLiteral("apps") << 2;
    QTest::newRow("entity-relations.csv") << QStringLiteral("entity-relations") << 4;
    QTest::newRow("entity-rules.csv") << QStringLiteral("entity-rules") << 1;
    QTest::newRow("integrations.csv") << QStringLiteral("integrations") << 4;
    QTest::newRow("labels.csv") << QStringLiteral("labels") << 2;
}

void TestResources::readsTheSamples() {
    QFETCH(QString, key);
    QFETCH(int, rows);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    const auto table = loadTable({samples + name.toStdString()}, {.schemas = resources()});
    QVERIFY(table);
    QVERIFY((*table)->schema() != nullptr);
    QCOMPARE(std::string((*table)->schema()->key), key.toStdString());
    const auto expected = expectedCells(name);
    QCOMPARE((*table)->rowCount(), static_cast<std::uint32_t>(rows));
    QCOMPARE(expected.size(), static_cast<std::size_t>(rows) + 1);
    QCOMPARE((*table)->schema()->columns.size(), expected[0].size());
    for (std::uint32_t column = 0; column < expected[0].size(); ++column) {
        QCOMPARE((*table)->column(ColumnId{column}).header, expected[0][column]);
        QVERIFY((*table)->column(ColumnId{column}).spec == &(*table)->schema()->columns[column]);
        for (std::uint32_t row = 0; row < (*table)->rowCount(); ++row)
            QCOMPARE(std::string((*table)->cell(RowId{row}, ColumnId{column})), expected[row + 1][column]);
    }
    if (key != QStringLiteral("integrations")) QCOMPARE(noticesText(**table), "");
}

void TestResources::saysWhereIntegrationsBreak() {
    const auto table = loadTable({std::string(samples) + "integrations.csv"}, {.schemas = resources()});
    QVERIFY(table);
    QCOMPARE((*table)->notices().total(), 1U);
    const Notice& notice = (*table)->notices().notices.front();
    QVERIFY(notice.kind == NoticeKind::BrokenJson);
    QCOMPARE(notice.row, RowId{0});
    QCOMPARE(notice.column, (*table)->find("metadata"));
    QCOMPARE(notice.text, ""); // it may hold a secret
    // The string that `"value": "}` opens goes on to the quote before the next key; the key can't follow a string.
    const std::string_view cell = (*table)->cell(RowId{0}, *notice.column);
    QCOMPARE(std::string(cell.substr(0, notice.count)),
             R"([{"name": "Client ID", "key": "client_id", "type": "public", "value": "}, {")");
    QCOMPARE(std::string(cell.substr(notice.count, 4)), "name");
    QFile file(QString::fromUtf8(samples) + QStringLiteral("integrations.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(static_cast<qsizetype>(notice.byte), file.readAll().indexOf("\"[{\"\"name\"\""));
}

void TestResources::anotherResourceIsOneHeaderAndOneLine() {
    static constexpr auto list = std::to_array<const Schema*>({
        &schemas::apps, &schemas::integrations, &schemas::entityRelations, &schemas::entityRules, &schemas::labels,
        &schemas::entities, &schemas::accounts, // the line
    });
    const auto table = loadTableFromMemory("account*,TIMESTAMP,App,Integration,Name,entity_type,Metadata,Own\n"
                                           "brn:bid:balkanid:::T:identity:k,2024-06-13,okta,1,Jane,identity,{},x\n"
                                           "brn:bid:balkanid:::T:role:r,2024-06-13,okta,1,Admins,connection,{,\n"
                                           "admins,2024-06-13,okta,1,Admins,connection\n",
                                           "accounts.csv", {.schemas = list});
    QVERIFY(table);
    QVERIFY((*table)->schema() == &schemas::accounts);
    QVERIFY(schemaByKey("accounts", list) == &schemas::accounts);
    QCOMPARE(labelsText(**table), "account*|TIMESTAMP|App|Integration|Name|entity_type|Metadata|Own|(tenant)");
    QCOMPARE((*table)->find("Entity Type"), ColumnId{5});
    QCOMPARE((*table)->find("own"), ColumnId{7});
    QCOMPARE((*table)->find("tenant"), ColumnId{8});
    QCOMPARE(rowsText(**table), "brn:bid:balkanid:::T:identity:k|2024-06-13|okta|1|Jane|identity|{}|x|T\n"
                                "brn:bid:balkanid:::T:role:r|2024-06-13|okta|1|Admins|connection|{||T\n"
                                "admins|2024-06-13|okta|1|Admins|connection|||\n");
    QCOMPARE(noticesText(**table), "BrokenJson row 2 column Metadata byte 198 count 1\n"
                                   "TypeMismatch row 2 column entity_type byte 134 \"role\"\n"
                                   "OddBrn row 3 column account* byte 201 \"admins\"\n"
                                   "ShortRow row 3 column - byte 201 count 6 expected 8\n");
    // The list without the line still reads the file.
    const auto plain = loadTableFromMemory("account*,Name\nx,y\n", "accounts.csv", {.schemas = resources()});
    QVERIFY(plain);
    QVERIFY((*plain)->schema() == nullptr);
}

} // namespace

QTEST_APPLESS_MAIN(TestResources)
#include "test_resources.moc"
