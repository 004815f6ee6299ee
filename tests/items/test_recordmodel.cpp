#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "models/items/recordmodel.h"
#include "models/items/tablemodel.h"
#include "models/schema/entities.h"
#include "models/schema/entityrelations.h"
#include "tests/items/tables.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto twoRows = "Fruit,Note\nfig,x\nplum,y\n";

std::vector<int> firstColumns(int count) {
    std::vector<int> columns(static_cast<std::size_t>(count));
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

} // namespace

/// One row as names and values.
class TestRecordModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anotherRowChangesValues();
    void otherColumnsAreAnotherRecord();
    void listsSoMany();
    void cellsBeyondTheHeaderStandAtTheEnd();
    void brnsAreCalledByTheirNames();
};

void TestRecordModel::anotherRowChangesValues() {
    TableModel table;
    table.show(tableOf(twoRows), ShownRows::all(2), RowsChange::Replaced);
    RecordModel record;
    const QAbstractItemModelTester tester(&record, QAbstractItemModelTester::FailureReportingMode::Fatal);
    record.setRow(table.index(0, 0), {0, 1});
    QCOMPARE(textOf(record), u"Fruit|fig / Note|x"_s);
    const QSignalSpy reset(&record, &QAbstractItemModel::modelReset);
    const QSignalSpy changed(&record, &QAbstractItemModel::dataChanged);
    record.setRow(table.index(1, 1), {0, 1});
    QCOMPARE(textOf(record), u"Fruit|plum / Note|y"_s);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    table.show(tableOf(twoRows), ShownRows::all(2), RowsChange::Replaced);
    QCOMPARE(record.rowCount(), 0);
}

void TestRecordModel::otherColumnsAreAnotherRecord() {
    TableModel table;
    table.show(tableOf(twoRows), ShownRows::all(2), RowsChange::Replaced);
    RecordModel record;
    record.setRow(table.index(0, 0), {0, 1});
    const QSignalSpy reset(&record, &QAbstractItemModel::modelReset);
    record.setRow(table.index(0, 0), {1});
    QCOMPARE(textOf(record), u"Note|x"_s);
    record.setRow({}, {1});
    QCOMPARE(record.rowCount(), 0);
    QCOMPARE(record.leftOut(), 0);
    QVERIFY(record.lines().empty());
    record.setRow(table.index(0, 0), {1});
    QCOMPARE(record.rowCount(), 1);
    QCOMPARE(reset.count(), 3);
}

void TestRecordModel::listsSoMany() {
    std::string names;
    std::string values;
    for (int column = 0; column < RecordModel::mostListed + 7; ++column) {
        names += (column > 0 ? ",c" : "c") + std::to_string(column);
        values += column > 0 ? ",x" : "x";
    }
    TableModel table;
    table.show(tableOf(names + '\n' + values + '\n'), ShownRows::all(1), RowsChange::Replaced);
    RecordModel record;
    const QAbstractItemModelTester tester(&record, QAbstractItemModelTester::FailureReportingMode::Fatal);
    record.setRow(table.index(0, 0), firstColumns(RecordModel::mostListed));
    QCOMPARE(record.rowCount(), RecordModel::mostListed);
    QCOMPARE(record.leftOut(), 0);
    record.setRow(table.index(0, 0), firstColumns(RecordModel::mostListed + 7));
    QCOMPARE(record.rowCount(), RecordModel::mostListed);
    QCOMPARE(record.leftOut(), 7);
    const std::string lines = record.lines(); // all of them are copied
    QCOMPARE(static_cast<int>(std::ranges::count(lines, '\n')), RecordModel::mostListed + 7);
}

/// They have no column in the table: here they are seen, with their secrets masked.
void TestRecordModel::cellsBeyondTheHeaderStandAtTheEnd() {
    TableModel table;
    table.show(
        tableOf("Fruit,Note\nfig,x\nplum,y,z,\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hunter2\"\"}\"\nkiwi\n"),
        ShownRows::all(3), RowsChange::Replaced);
    RecordModel record;
    const QAbstractItemModelTester tester(&record, QAbstractItemModelTester::FailureReportingMode::Fatal);
    record.setRow(table.index(0, 0), {0, 1});
    QCOMPARE(record.rowCount(), 2);
    record.setRow(table.index(1, 0), {0, 1});
    QCOMPARE(record.rowCount(), 4);
    QCOMPARE(record.listedColumns(), 2);
    QCOMPARE(record.leftOut(), 0);
    QVERIFY(
        textOf(record).startsWith(u"Fruit|plum / Note|y / Cell 3, beyond the header|z / Cell 4, beyond the header|"_s));
    QCOMPARE(record.sourceColumn(record.index(1, 1)), 1);
    QCOMPARE(record.sourceColumn(record.index(2, 1)), -1);
    for (const int role : std::initializer_list<int>{Qt::DisplayRole, Qt::ToolTipRole, RawTextRole}) {
        QVERIFY(!record.index(3, 1).data(role).toString().isEmpty());
        QVERIFY(!textOf(record, role).contains(u"hunter2"_s));
    }
    QVERIFY(record.lines().find("Cell 3, beyond the header\tz\n") != std::string::npos);
    QVERIFY(record.lines().find("hunter2") == std::string::npos);
    record.setRow(table.index(2, 0), {0, 1});
    QCOMPARE(textOf(record), u"Fruit|kiwi / Note|"_s);
}

void TestRecordModel::brnsAreCalledByTheirNames() {
    TableModel table;
    table.show(
        tableOf("Parent Entity BRN,Entity BRN\nbrn:bid:balkanid:::T1:identity:a,brn:bid:balkanid:::T1:resource:r\n",
                &schemas::entityRelations),
        ShownRows::all(1), RowsChange::Replaced);
    RecordModel record;
    record.setRow(table.index(0, 0), {0, 1});
    const QModelIndex parent = record.index(0, RecordModel::ValueColumn);
    QCOMPARE(parent.data().toString(), u"brn:bid:balkanid:::T1:identity:a"_s);
    const QSignalSpy changed(&record, &QAbstractItemModel::dataChanged);
    table.setNames(EntityNames::make(
        tableOf("BRN,Name,Entity Type\nbrn:bid:balkanid:::T1:identity:a,Ada\u202E,identity\n", &schemas::entities)));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(parent.data().toString(), u"Ada[U+202E]\u2028brn:bid:balkanid:::T1:identity:a"_s);
    QCOMPARE(parent.data(NameLengthRole).toInt(), 12);
    QCOMPARE(parent.data(MarksRole).value<QList<DisplayMark>>(), (QList<DisplayMark>{{3, 8}}));
    QCOMPARE(parent.data(MutedHeadRole).toInt(), 22);
    QCOMPARE(parent.data(RawTextRole).toString(), u"brn:bid:balkanid:::T1:identity:a"_s);
    QCOMPARE(record.index(1, RecordModel::ValueColumn).data(NameLengthRole).toInt(), 0);
    QCOMPARE(record.index(1, RecordModel::ValueColumn).data().toString(), u"brn:bid:balkanid:::T1:resource:r"_s);
    QVERIFY(record.lines().find("Ada") == std::string::npos); // what is copied is the file's
}

QTEST_MAIN(TestRecordModel)
#include "test_recordmodel.moc"
