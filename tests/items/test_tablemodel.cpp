#include "models/items/displaytext.h"
#include "models/items/tablemodel.h"
#include "tests/items/tables.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

#include <string>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto integrationsCsv =
    "ID*,Name*,Last Run,Status*,Metadata,Reviewer Count,Extra\n"
    "1,Okta,2024-06-13 06:17:04 +0000 UTC,active,"
    "\"[{\"\"key\"\":\"\"token\"\",\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hunter2\"\"}]\",2,x\n"
    "2,\"Two\nlines\",yesterday,active,\"[{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hunter2}\",two,\n"
    ",Rev\u202Eersed,,inactive,\"{\"\"a\"\": }\",,\n";

constexpr auto relationsHead =
    "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata Version,Metadata\n";
constexpr auto relationsRows =
    "okta,2024-01-01,okta/1,brn:bid:balkanid:::T1:identity:-He<b>b,"
    "brn:bid:balkanid:::T1:connection:K2,resource,okta,v1,{}\n"
    "okta,2024-01-01,okta/1,old name,brn:bid:balkanid:::T1:connection:K2,connection,okta,v1,{}\n";

ColumnId columnOf(const TableModel& model, std::string_view name) {
    const auto column = model.table()->find(name);
    if (!column) qFatal("no such column");
    return *column;
}

QVariant cell(const TableModel& model, std::uint32_t row, std::string_view column, int role = Qt::DisplayRole) {
    return model.find(RowId{row}, columnOf(model, column)).data(role);
}

QString flag(const TableModel& model, std::uint32_t row, std::string_view column) {
    const QVariant kind = cell(model, row, column, FlagRole);
    if (!kind.isValid()) return u"-"_s;
    switch (static_cast<NoticeKind>(kind.toInt())) {
    case NoticeKind::BrokenJson:
        return u"broken JSON at %1"_s.arg(cell(model, row, column, BreakRole).toInt());
    case NoticeKind::OddValue:
        return u"odd value"_s;
    case NoticeKind::OddBrn:
        return u"odd BRN"_s;
    case NoticeKind::TypeMismatch:
        return u"type mismatch"_s;
    case NoticeKind::MissingId:
        return u"missing ID"_s;
    default:
        return u"unexpected"_s;
    }
}

RowList rowList(std::initializer_list<std::uint32_t> values) {
    RowList rows;
    for (const auto value : values)
        rows.push_back(RowId{value});
    return rows;
}

/// Notes what a view would be told.
class Witness {
public:
    explicit Witness(TableModel& model) {
        QObject::connect(&model, &QAbstractItemModel::modelReset, &model, [this] { seen << u"reset"_s; });
        QObject::connect(&model, &QAbstractItemModel::layoutChanged, &model, [this] { seen << u"layout"_s; });
        QObject::connect(
            &model, &QAbstractItemModel::rowsInserted, &model,
            [this](const QModelIndex&, int first, int last) { seen << u"insert %1-%2"_s.arg(first).arg(last); });
    }
    QString text() { return std::exchange(seen, {}).join(u", "_s); }

private:
    QStringList seen;
};

} // namespace

class TestTableModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        model_ = std::make_unique<TableModel>();
        tester_ = std::make_unique<QAbstractItemModelTester>(model_.get(),
                                                             QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void isEmptyAtFirst() {
        QCOMPARE(model_->rowCount(), 0);
        QCOMPARE(model_->columnCount(), 0);
        QVERIFY(!model_->find(RowId{0}, ColumnId{0}).isValid());
    }

    void showsCellsAsPeopleMaySeeThem() {
        show(integrationsCsv);
        QCOMPARE(model_->rowCount(), 3);
        QCOMPARE(cell(*model_, 0, "Name").toString(), u"Okta"_s);
        QCOMPARE(cell(*model_, 1, "Name").toString(), u"Two↵lines"_s);
        QCOMPARE(cell(*model_, 1, "Name", RawTextRole).toString(), u"Two\nlines"_s);
        QCOMPARE(cell(*model_, 2, "Name").toString(), u"Rev[U+202E]ersed"_s);
        QCOMPARE(cell(*model_, 2, "Name", MarksRole).value<QList<DisplayMark>>(),
                 (QList<DisplayMark>{{.begin = 3, .length = 8}}));
        QCOMPARE(cell(*model_, 0, "Last Run").toString(), u"2024-06-13 06:17:04 +0000 UTC"_s);
        QCOMPARE(cell(*model_, 2, "Last Run").toString(), QString());
    }

    void masksSecretsInEveryRole() {
        show(integrationsCsv);
        QCOMPARE(cell(*model_, 0, "Metadata").toString(),
                 u"[{\"key\":\"token\",\"type\":\"secret\",\"value\":\"••••••••\"}]"_s);
        QCOMPARE(cell(*model_, 1, "Metadata").toString(), u"[{\"type\":\"secret\",••••••••"_s);
        for (int role = 0; role < WidthRole + 1; ++role)
            for (const std::uint32_t row : {0U, 1U, 2U}) {
                const QVariant value = cell(*model_, row, "Metadata", role);
                QVERIFY2(!value.toString().contains(u"hunter2"_s), QByteArray::number(role).constData());
            }
    }

    void flagsOddCells() {
        show(integrationsCsv);
        QCOMPARE(flag(*model_, 0, "Metadata"), u"-"_s);
        QCOMPARE(flag(*model_, 2, "Metadata"), u"broken JSON at 6"_s);
        QCOMPARE(flag(*model_, 1, "Metadata"), u"broken JSON at 26"_s); // masked up to the end of the text
        QCOMPARE(flag(*model_, 0, "Last Run"), u"-"_s);
        QCOMPARE(flag(*model_, 1, "Last Run"), u"odd value"_s);
        QCOMPARE(flag(*model_, 2, "Last Run"), u"-"_s);
        QCOMPARE(flag(*model_, 1, "Reviewer Count"), u"odd value"_s);
        QCOMPARE(flag(*model_, 2, "ID"), u"missing ID"_s);
        QCOMPARE(flag(*model_, 0, "Extra"), u"-"_s);
        QVERIFY(cell(*model_, 1, "Last Run", FlagTextRole).toString().contains(u"yesterday"_s));
        QVERIFY(cell(*model_, 1, "Last Run", Qt::AccessibleTextRole).toString().startsWith(u"yesterday, "_s));
        QCOMPARE(cell(*model_, 0, "Name", FlagTextRole).toString(), QString());
    }

    void tellsBrnsApart() {
        show(std::string(relationsHead) + relationsRows);
        QCOMPARE(cell(*model_, 0, "Parent Entity BRN").toString(), u"-He<b>b"_s);
        QCOMPARE(cell(*model_, 0, "Parent Entity BRN", BrnTypeRole).toString(), u"identity"_s);
        QCOMPARE(cell(*model_, 0, "Parent Entity BRN", RawTextRole).toString(),
                 u"brn:bid:balkanid:::T1:identity:-He<b>b"_s);
        QCOMPARE(cell(*model_, 0, "Parent Entity BRN", Qt::ToolTipRole).toString(),
                 toolTipMarkup(u"brn:bid:balkanid:::T1:identity:-He<b>b"_s));
        QCOMPARE(cell(*model_, 0, "Parent Entity BRN", Qt::AccessibleTextRole).toString(), u"-He<b>b, identity"_s);
        QCOMPARE(flag(*model_, 0, "Entity Type"), u"type mismatch"_s);
        QCOMPARE(flag(*model_, 1, "Entity Type"), u"-"_s);
        QCOMPARE(cell(*model_, 1, "Parent Entity BRN").toString(), u"old name"_s);
        QCOMPARE(cell(*model_, 1, "Parent Entity BRN", BrnTypeRole), QVariant(QString()));
        QCOMPARE(flag(*model_, 1, "Parent Entity BRN"), u"odd BRN"_s);
        QVERIFY(!cell(*model_, 0, "App", BrnTypeRole).isValid());
    }

    void saysWhatBrnsAreCalled() {
        show(std::string(relationsHead) + relationsRows);
        QVERIFY(!cell(*model_, 0, "Parent Entity BRN", BrnNameRole).isValid());
        const QSignalSpy changed(model_.get(), &QAbstractItemModel::dataChanged);
        model_->setNames(EntityNames::make(tableOf("BRN,Name,Entity Type,Source Type,App\n"
                                                   "brn:bid:balkanid:::T1:identity:-He<b>b,Ada <i>\u202E,x,user,\n")));
        QCOMPARE(changed.count(), 1);
        QVERIFY(changed.front().at(2).value<QList<int>>().contains(BrnNameRole));
        QCOMPARE(cell(*model_, 0, "Parent Entity BRN", BrnNameRole).toString(), u"Ada <i>\u202E"_s);
        QCOMPARE(cell(*model_, 0, "Parent Entity BRN", Qt::ToolTipRole).toString(),
                 toolTipMarkup(u"Ada <i>[U+202E], user\nbrn:bid:balkanid:::T1:identity:-He<b>b"_s));
        QCOMPARE(cell(*model_, 0, "Parent Entity BRN", Qt::AccessibleTextRole).toString(),
                 u"Ada <i>[U+202E], -He<b>b, identity"_s);
        QCOMPARE(cell(*model_, 0, "Parent Entity BRN").toString(), u"-He<b>b"_s);
        QVERIFY(!cell(*model_, 1, "Parent Entity BRN", BrnNameRole).isValid());
        QVERIFY(!cell(*model_, 0, "App", BrnNameRole).isValid());
    }

    void namesColumnsAsDocumented() {
        show("name , STATUS*,ID,ID,x\ty,<b>\nOkta,active,1,2,3,4\n");
        QStringList names;
        for (int i = 0; i < model_->columnCount(); ++i)
            names << model_->headerData(i, Qt::Horizontal).toString();
        QCOMPARE(names.join(u'|'), u"Name|Status|ID|ID (2)|x⇥y|<b>"_s);
        QCOMPARE(model_->headerData(5, Qt::Horizontal, Qt::ToolTipRole).toString(), toolTipMarkup(u"<b>"_s));
        QCOMPARE(model_->headerData(0, Qt::Horizontal, WidthRole).toInt(), 170);
        QCOMPARE(model_->headerData(0, Qt::Horizontal, ColumnTypeRole).toInt(), static_cast<int>(ColumnType::Text));
        QVERIFY(!model_->headerData(0, Qt::Horizontal, DerivedRole).toBool());
        QVERIFY(!model_->headerData(6, Qt::Horizontal).isValid());
        QVERIFY(!model_->headerData(-1, Qt::Horizontal).isValid());
    }

    void marksDerivedColumns() {
        show(std::string(relationsHead) + relationsRows);
        const int derived = static_cast<int>(columnOf(*model_, "parent_type").value);
        QCOMPARE(model_->headerData(derived, Qt::Horizontal).toString(), u"parent_type"_s);
        QVERIFY(model_->headerData(derived, Qt::Horizontal, DerivedRole).toBool());
        QCOMPARE(cell(*model_, 0, "parent_type").toString(), u"identity"_s);
    }

    void numbersRowsAsInTheFile() {
        const TablePtr table = tableOf("a\n1\n2\n3\n");
        model_->show(table, ShownRows::ordered(rowList({2, 0}), 3), RowsChange::Replaced);
        QCOMPARE(model_->headerData(0, Qt::Vertical).toString(), u"3"_s);
        QCOMPARE(model_->headerData(1, Qt::Vertical).toString(), u"1"_s);
        QVERIFY(!model_->headerData(2, Qt::Vertical).isValid());
        QCOMPARE(model_->index(0, 0).data(RowNumberRole).toUInt(), 3U);
    }

    void growsByInsertion() {
        Witness witness(*model_);
        model_->show(tableOf("a\n1\n"), ShownRows::all(1), RowsChange::Replaced);
        const QPersistentModelIndex current = model_->index(0, 0);
        const TablePtr larger = tableOf("a\n1\n2\n3\n");
        model_->show(larger, ShownRows::all(3), RowsChange::Extended);
        model_->show(larger, ShownRows::all(3), RowsChange::Extended);
        QCOMPARE(witness.text(), u"reset, insert 1-2"_s);
        QCOMPARE(current.row(), 0);
        QCOMPARE(textOf(*model_), u"1 / 2 / 3"_s);
    }

    void keepsCurrentCellAndSelectionWhenReordered() {
        const TablePtr table = tableOf("a,b\n0,x\n1,x\n2,x\n3,x\n");
        model_->show(table, ShownRows::all(4), RowsChange::Replaced);
        QItemSelectionModel selection(model_.get());
        selection.setCurrentIndex(model_->index(1, 1), QItemSelectionModel::NoUpdate);
        selection.select(QItemSelection(model_->index(2, 0), model_->index(3, 1)), QItemSelectionModel::Select);
        Witness witness(*model_);
        model_->show(table, ShownRows::ordered(rowList({3, 1, 0, 2}), 4), RowsChange::Reordered);
        QCOMPARE(witness.text(), u"layout"_s);
        QCOMPARE(textOf(*model_), u"3|x / 1|x / 0|x / 2|x"_s);
        QCOMPARE(selection.currentIndex(), model_->index(1, 1));
        QVERIFY(selection.isRowSelected(0) && selection.isRowSelected(3));
        QVERIFY(!selection.isRowSelected(1) && !selection.isRowSelected(2));
        model_->show(table, ShownRows::all(4), RowsChange::Reordered);
        QCOMPARE(selection.currentIndex(), model_->index(1, 1));
        QVERIFY(selection.isRowSelected(2) && selection.isRowSelected(3));
    }

    void findsRowsAfterAReset() {
        const TablePtr table = tableOf("a\n0\n1\n2\n3\n");
        model_->show(table, ShownRows::all(4), RowsChange::Replaced);
        const RowId kept = model_->row(model_->index(3, 0));
        model_->show(table, ShownRows::ascending(rowList({1, 3})), RowsChange::Replaced);
        QCOMPARE(model_->find(kept, ColumnId{0}), model_->index(1, 0));
        QVERIFY(!model_->find(RowId{0}, ColumnId{0}).isValid());
        QVERIFY(!model_->find(kept, ColumnId{1}).isValid());
    }

    void keepsToItsBounds() {
        const TablePtr table = tableOf("a\n1\n");
        TableModel other;
        other.show(table, ShownRows::all(1), RowsChange::Replaced);
        model_->show(table, ShownRows::all(1), RowsChange::Replaced);
        const QModelIndex stale = model_->index(0, 0);
        QCOMPARE(other.data(stale), QVariant()); // of another model
        model_->show(table, ShownRows::ascending({}), RowsChange::Replaced);
        QCOMPARE(model_->data(stale), QVariant()); // beyond the rows of now
        QCOMPARE(model_->data({}), QVariant());
    }

    void survivesHostileCells_data() {
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("markup") << QByteArray("<img src=/dev/zero>");
        QTest::newRow("NUL") << QByteArray("a\0b", 3);
        QTest::newRow("bad UTF-8") << QByteArray("\xff\xc0\x80\xed\xa0\x80");
        QTest::newRow("controls") << QByteArray("\x1b]0;title\x07");
        QTest::newRow("1 MB") << QByteArray(1024 * 1024, 'x');
        QTest::newRow("1 MB of brackets") << QByteArray(1024 * 1024, '[');
        QTest::newRow("16 MB") << QByteArray(16 * 1024 * 1024, '{');
    }

    void survivesHostileCells() {
        QFETCH(QByteArray, cell);
        show("ID,Name,Status,Metadata,Last Run\n\"" + cell.toStdString() + "\",n,s,\"" + cell.toStdString() + "\",\"" +
             cell.toStdString() + "\"\n");
        for (int column = 0; column < model_->columnCount(); ++column)
            for (const int role :
                 {int{Qt::DisplayRole}, int{Qt::ToolTipRole}, int{Qt::AccessibleTextRole}, int{FlagTextRole}}) {
                const QString text = model_->index(0, column).data(role).toString();
                QVERIFY2(text.size() <= 2 * displayLimit, QByteArray::number(text.size()).constData());
                for (const QChar character : text)
                    QVERIFY(character == u'\n' || !QChar::isNonCharacter(character.unicode()));
                if (role == Qt::ToolTipRole) QVERIFY(!text.contains(u"<img"_s));
            }
    }

    void longCellsCostAsMuchAsShortOnes() {
        show("ID,Name,Status,Metadata\n1," + std::string(1024 * 1024, 'x') + ",active,\"[" +
             std::string(1024 * 1024, ' ') + "]\"\n");
        for (const auto* column : {"Name", "Metadata"}) {
            QCOMPARE(cell(*model_, 0, column).toString().size(), displayLimit + 1);
            QBENCHMARK_ONCE {
                for (int i = 0; i < 200; ++i) // 400 MB, were they read each time
                    QVERIFY(!cell(*model_, 0, column).isNull());
            }
        }
    }

    /// Records too long to be read while they are painted are shown when they are interned.
    void tellsWhenLongRecordsAreInterned() {
        const std::string csv = "a,b\n1," + std::string(std::size_t{2} << 20U, 'x') + "\n2,y\n";
        model_->show(listedTableOf(csv), ShownRows::all(2), RowsChange::Replaced);
        QCOMPARE(cell(*model_, 0, "a").toString(), QString());
        QCOMPARE(cell(*model_, 1, "b").toString(), u"y"_s);
        const QSignalSpy changed(model_.get(), &TableModel::dataChanged);
        model_->show(tableOf(csv), ShownRows::all(2), RowsChange::Extended);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(cell(*model_, 0, "a").toString(), u"1"_s);
        model_->show(model_->table(), ShownRows::all(2), RowsChange::Extended);
        QCOMPARE(changed.count(), 1);
    }

private:
    void show(std::string_view csv) {
        const TablePtr table = tableOf(csv);
        model_->show(table, ShownRows::all(table->rowCount()), RowsChange::Replaced);
    }

    std::unique_ptr<TableModel> model_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

QTEST_GUILESS_MAIN(TestTableModel)
#include "test_tablemodel.moc"
