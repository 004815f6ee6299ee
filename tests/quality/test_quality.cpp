#include "models/items/qualitymodel.h"
#include "models/quality/quality.h"
#include "models/quality/repeatedrows.h"
#include "models/words/qualitywords.h"
#include "tests/query/naive.h"
#include "tests/query/samples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

const std::string brn = "brn:bid:balkanid:::01T:";

TablePtr faultyRelations() {
    const Cells header = {"App",         "Timestamp",     "Integration",      "Parent Entity BRN", "Entity BRN",
                          "Entity Type", "Source System", "Metadata Version", "Metadata"};
    const auto row = [](const std::string& time, const std::string& parent, const std::string& child,
                        const std::string& type, const std::string& metadata) {
        return Cells{"okta", time, "i", parent, child, type, "s", "1", metadata};
    };
    return tableOf({header, row("2024-01-01", brn + "identity:a", brn + "connection:g", "connection", "{}"),
                    row("soon", brn + "identity:b", brn + "connection:g", "connection", "{}"),
                    row("2024-01-01", brn + "connection:g", brn + "resource:r", "connection", "{broken"),
                    row("2024-01-01", brn + "connection:lonely", brn + "resource:r", "resource", "{}"),
                    row("", "legacy", brn + "connection:g", "connection", "null"),
                    row("2024-01-01", brn + "connection:x", brn + "connection:y", "connection", "{}"),
                    row("2024-01-01", brn + "connection:y", brn + "connection:x", "connection", "{}"),
                    row("2024-01-01", brn + "identity:a", brn + "connection:g", "connection", "{}")});
}

QString textOf(const Table& table) {
    QStringList texts;
    const auto checks = checkQuality(table);
    for (const QualityCheck& check : *checks) {
        QString text = words::sentence(check, table);
        if (check.filter) text += u" ["_s + QString::fromStdString(canonicalText(*check.filter)) + u']';
        for (const RowId row : check.rows)
            text += u" %1"_s.arg(row.value + 1);
        texts << text;
    }
    return texts.join(u'\n');
}

} // namespace

class TestQuality : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsRepeatedRowsAmongMany() {
        std::vector<Cells> records{{"a", "b"}};
        for (std::uint32_t i = 0; i < 150'000; ++i)
            records.push_back({std::to_string(i % 100'000), i == 149'999 ? "y" : "x"});
        const TablePtr table = tableOf(records);
        std::vector<RowId> expected;
        for (std::uint32_t i = 100'000; i < 149'999; ++i)
            expected.push_back(RowId{i});
        QVERIFY(repeatedRows(*table, {}) == expected);
        // Rows that are all the same.
        std::vector<RowId> same;
        for (std::uint32_t i = 1; i < 70'000; ++i)
            same.push_back(RowId{i});
        std::vector<Cells> equal(70'001, {"x", "y"});
        equal[0] = {"a", "b"};
        QVERIFY(repeatedRows(*tableOf(equal), {}) == same);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(repeatedRows(*table, stop.get_token()).empty());
    }

    void findsFaultsOfRelations() {
        QCOMPARE(textOf(*faultyRelations()),
                 u"1 rows whose “Timestamp” is no instant. [timestamp is invalid]\n"
                 "1 rows whose “Parent Entity BRN” is no BRN. [parent_entity_brn is invalid]\n"
                 "1 rows whose “Metadata” is not JSON. [metadata is invalid]\n"
                 "1 rows without “Timestamp”, which every row should have. [timestamp is empty]\n"
                 "1 rows without “Metadata”, which every row should have. [metadata is empty]\n"
                 "1 rows whose “Entity Type” is not the type of their BRN. [entity_type = connection and "
                 "entity_brn.type is not empty and entity_brn.type != connection]\n"
                 "1 rows that are the same as an earlier one. 8\n"
                 "3 relations of what no identity reaches. 4 6 7\n"
                 "2 relations that lead round in a circle. 6 7"_s);
    }

    void findsFaultsOfFiles() {
        const std::string text =
            "ID,Name,Status,Metadata\n1,a,active,{}\n1,b,active,{}\n2,\xFF,active,{}\n3,c\n,d,new,{}\n";
        const TablePtr table = *loadTableFromMemory(text, "sample", {.schemas = resources()});
        QCOMPARE(textOf(*table), u"1 rows with another number of cells than the header. 4\n"
                                 "1 rows with bytes that are not UTF-8. 3\n"
                                 "1 rows without “ID”, which every row should have. [id is empty]\n"
                                 "1 rows without “Status”, which every row should have. [status is empty]\n"
                                 "2 rows that share their “ID” with others. [id = 1]"_s);
    }

    void saysWhatIsMissing() {
        const TablePtr table = tableOf({{"Tenant ID", "Tenant Name", "Tenant Status", "Tenant Created At", "ID"},
                                        {"t", "n", "s", "2024-01-01", "1"}});
        QVERIFY2(textOf(*table).contains(u"The column “Name” is missing."_s), qPrintable(textOf(*table)));
    }

    void countsWhatItsFilterSelects() {
        for (const TablePtr& table : {faultyRelations(), integrations(), relations()}) {
            const auto checks = checkQuality(*table);
            for (const QualityCheck& check : *checks) {
                if (!check.filter) continue;
                const Naive naive(*table, now());
                std::uint64_t rows = 0;
                for (std::uint32_t row = 0; row < table->rowCount(); ++row)
                    if (naive.holds(*check.filter, RowId{row})) ++rows;
                QVERIFY2(rows == check.count, canonicalText(*check.filter).c_str());
            }
        }
    }

    void findsNothingWhereNothingIs() {
        QCOMPARE(textOf(*tableOf({{"a", "b"}, {"1", "2"}, {"1", "3"}})), QString());
        QCOMPARE(textOf(*tableOf({{"a", "b"}})), QString());
    }

    void stopsWhenAsked() {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!checkQuality(*faultyRelations(), stop.get_token()));
    }

    void visitsRowsOneByOne() {
        QualityModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy checked(&model, &QualityModel::checked);
        model.check(faultyRelations());
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(checked.wait());
        QCOMPARE(model.rowCount(), 9);
        QCOMPARE(model.index(0).data(QualityFilterRole).toString(), u"timestamp is invalid"_s);
        const QModelIndex orphans = model.index(7);
        QVERIFY(orphans.data(QualityRowsRole).toBool());
        QCOMPARE(model.nextRow(orphans), RowId{3});
        QCOMPARE(model.nextRow(orphans), RowId{5});
        QCOMPARE(model.nextRow(orphans), RowId{6});
        QCOMPARE(model.nextRow(orphans), RowId{3});
        model.check(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestQuality)
#include "test_quality.moc"
