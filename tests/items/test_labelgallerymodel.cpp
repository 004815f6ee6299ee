#include "models/items/labelgallerymodel.h"
#include "tests/items/tables.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto csv = "ID,Name,Type,Light Background Color,Light Text Color,Dark Background Color,Dark Text Color\n"
                     "a/1,One,alpha,#FFFFFF,#000000,#7A1A1A,#E0706A\n"
                     "b/1,Two,beta,#F2F3F6,#9AA0AC,,navy\n"
                     ",<b>Three</b>,alpha,#E6EEFA,#1D457C,#14253D,#99B9E6\n"
                     "c/1,Four,,#767676,#FFFFFF,#777777,#FFFFFF\n";

/// Groups and labels with their columns, one a line.
QString textOf(const QAbstractItemModel& model) {
    QStringList lines;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex head = model.index(group, 0);
        lines << head.data().toString();
        for (int row = 0; row < model.rowCount(head); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(head); ++column)
                cells << model.index(row, column, head).data().toString();
            lines << u"  "_s + cells.join(u'|');
        }
    }
    return lines.join(u'\n');
}

struct Gallery {
    TableModel rows;
    LabelGalleryModel model{rows};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    TablePtr table = test::tableOf(csv);

    void show(ShownRows shown) { rows.show(table, std::move(shown), RowsChange::Replaced); }
};

} // namespace

class TestLabelGalleryModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void groupsByTypeInTheTablesOrder() {
        Gallery gallery;
        QCOMPARE(gallery.model.rowCount(), 0);
        gallery.show(ShownRows::all(4));
        QCOMPARE(textOf(gallery.model), u"Alpha\n  One|21.0|3.4, too low|\n  <b>Three</b>|8.2|7.7|\n"
                                        "Beta\n  Two|2.4, too low|No colours|\n"
                                        "Without a type\n  Four|4.5|4.48, too low|"_s);
        QCOMPARE(gallery.model.index(0, 0).data(LabelCountRole).toInt(), 2);
        gallery.show(ShownRows::ascending({RowId{1}, RowId{2}}));
        QCOMPARE(textOf(gallery.model), u"Beta\n  Two|2.4, too low|No colours|\nAlpha\n  <b>Three</b>|8.2|7.7|"_s);
    }

    void groupsRowsThatAreOnlyListed() {
        Gallery gallery;
        gallery.show(ShownRows::all(4));
        const QString whole = textOf(gallery.model);
        gallery.table = test::listedTableOf(csv);
        QCOMPARE(gallery.table->rowCount(), 0U);
        gallery.show(ShownRows::all(4));
        QCOMPARE(textOf(gallery.model), whole);
    }

    void findsTheRowOfALabelAndBack() {
        Gallery gallery;
        gallery.show(ShownRows::all(4));
        for (std::uint32_t row = 0; row < 4; ++row)
            QCOMPARE(*gallery.model.label(gallery.model.find(RowId{row})), RowId{row});
        QVERIFY(!gallery.model.label(gallery.model.index(0, 0)));
        gallery.show(ShownRows::ascending({RowId{1}}));
        QVERIFY(!gallery.model.find(RowId{0}).isValid());
    }

    void flagsALabelWithoutAnId() {
        Gallery gallery;
        gallery.show(ShownRows::all(4));
        const QModelIndex three = gallery.model.find(RowId{2});
        QVERIFY(three.data(LabelFlaggedRole).toBool());
        QCOMPARE(three.data(LabelDetailRole).toString(), u"No ID in the export"_s);
        QVERIFY(!gallery.model.find(RowId{0}).data(LabelFlaggedRole).toBool());
    }

    void countsUsesWhenTheyAreKnown() {
        Gallery gallery;
        gallery.show(ShownRows::all(4));
        const QModelIndex uses = gallery.model.find(RowId{0}).siblingAtColumn(LabelGalleryModel::UsesColumn);
        QVERIFY(!uses.data(LabelUsesRole).isValid());
        const TablePtr insights = test::tableOf("ID,entity_filter,name,label,created_at,updated_at\n"
                                                "1,{},x,a/1,2024-01-01,2024-01-01\n2,{},y,One,2024-01-01,2024-01-01\n");
        gallery.model.setUses(std::make_shared<const LabelUses>(gallery.table, insights));
        QCOMPARE(uses.data(LabelUsesRole).toInt(), 2);
        QCOMPARE(gallery.model.find(RowId{1}).siblingAtColumn(LabelGalleryModel::UsesColumn).data().toString(),
                 u"none"_s);
    }
};

} // namespace idscope

QTEST_GUILESS_MAIN(idscope::TestLabelGalleryModel)
#include "test_labelgallerymodel.moc"
