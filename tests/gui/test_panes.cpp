#include "views/help/filterhelp.h"
#include "views/help/helpdialog.h"
#include "views/inspector/leafactions.h"
#include "views/inspector/recordpane.h"
#include "views/inspector/recordview.h"
#include "views/labels/labelstrip.h"
#include "views/sidebar/resourcemodel.h"
#include "views/sidebar/sidebar.h"
#include "views/sidebar/snapshotmodel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QHoverEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace idscope;
using namespace Qt::StringLiterals;

/// What stands beside the table: the record and its actions, help, the lists of the side bar.
class TestPanes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void examplesOfTheFilterLanguageAreRead();
    void helpIsSearched();
    void longValuesEndWithDots();
    void actionsFitIntoANarrowDock();
    void factsFitIntoANarrowStrip();
    void resourcesAreATidyModel();
    void snapshotsAreATidyModel();
    void theLineOfThePageInFrontIsCurrent();
};

/// The page of help can't tell what the language is not.
void TestPanes::examplesOfTheFilterLanguageAreRead() {
    int examples = 0;
    for (const HelpSection& section : filterHelp()) {
        QVERIFY(!section.title.isEmpty() && !section.lines.empty());
        for (const auto& [what, meaning] : section.lines) {
            const std::string example = what.toStdString();
            const auto read = parseExpression(example);
            QVERIFY2(read && *read, example.c_str());
            QVERIFY(!meaning.isEmpty());
            ++examples;
        }
    }
    QVERIFY(examples > 25 && examples < 40); // all there is, and no more than is read in two minutes
}

void TestPanes::helpIsSearched() {
    HelpDialog page(u"Help"_s, {{.title = u"First"_s, .lines = {{u"a = 1"_s, u"Equal"_s}, {u"a ~ 1"_s, u"Contains"_s}}},
                                {.title = u"Second"_s, .lines = {{u"not a"_s, u"The others"_s}}}});
    page.show();
    const auto* list = page.findChild<QTreeWidget*>();
    auto* field = page.findChild<QLineEdit*>();
    const auto shown = [list] {
        QStringList lines;
        for (QTreeWidgetItemIterator at(list->topLevelItem(0)->treeWidget(), QTreeWidgetItemIterator::NotHidden); *at;
             ++at)
            if ((*at)->parent() != nullptr) lines << (*at)->text(0);
        return lines;
    };
    QCOMPARE(shown(), QStringList({u"a = 1"_s, u"a ~ 1"_s, u"not a"_s}));
    QTest::keyClicks(field, u"CONT"_s);
    QCOMPARE(shown(), QStringList({u"a ~ 1"_s}));
    QCOMPARE(list->currentItem()->text(1), u"Contains"_s);
    field->setText(u"second"_s); // a title brings what is under it
    QCOMPARE(shown(), QStringList({u"not a"_s}));
    field->setText(u"nothing of it"_s);
    QVERIFY(!list->isVisible());
    field->clear();
    QVERIFY(list->isVisible());
}

void TestPanes::longValuesEndWithDots() {
    QStandardItemModel table(1, 1);
    RecordPane record;
    record.resize(312, 400);
    record.show();
    const RecordView& view = record.view();
    const auto seen = [&](const QStringList& lines) {
        table.setData(table.index(0, 0), lines.join(u' '));
        record.showRow({}, {});
        record.showRow(table.index(0, 0), {0});
        return view.viewport()->grab(view.visualRect(view.model()->index(0, RecordModel::ValueColumn))).toImage();
    };
    const QString line(14, u'm'); // no two of them fit into one
    const QImage whole = seen(QStringList(6, line));
    const QImage cut = seen(QStringList(7, line));
    QCOMPARE(cut.size(), whole.size());
    QVERIFY(cut != whole);
}

void TestPanes::actionsFitIntoANarrowDock() {
    QWidget dock;
    LeafActions actions(&dock);
    dock.show();
    const auto buttons = actions.findChildren<QPushButton*>();
    QVERIFY(!buttons.isEmpty());
    for (const int width : {220, 600, 220}) {
        actions.resize(width, actions.sizeHint().height());
        for (const QPushButton* button : buttons) {
            QCOMPARE(button->text().isEmpty(), width == 220);
            QVERIFY(!button->accessibleName().isEmpty());
            QTRY_VERIFY(button->width() >= button->minimumSizeHint().width());
        }
    }
}

void TestPanes::factsFitIntoANarrowStrip() {
    using Kind = LabelFact::Kind;
    LabelStrip strip;
    strip.resize(540, strip.sizeHint().height());
    strip.show();
    const auto filter = parseExpression("name = okta");
    QVERIFY(filter && *filter);
    std::vector<LabelFact> facts;
    for (const Kind kind : {Kind::LowOnDark, Kind::LowOnLight, Kind::WithoutId, Kind::Unused})
        facts.push_back({.kind = kind, .count = 25, .filter = *filter});
    strip.showFacts(facts); // as they become known, while it is looked at
    const auto buttons = strip.findChildren<QPushButton*>();
    const auto isCut = [](const QPushButton* button) { return button->width() < button->minimumSizeHint().width(); };
    QTRY_VERIFY(std::ranges::none_of(buttons, isCut));

    // With room for all but a few words, the buttons keep theirs.
    strip.resize(2000, strip.height());
    const auto words = [&] { return std::ranges::count(buttons, u"25 no insight uses"_s, &QPushButton::text); };
    QCOMPARE(words(), 1);
    strip.resize(strip.sizeHint().width() - 1, strip.height());
    QCOMPARE(words(), 1);
    QTRY_VERIFY(std::ranges::none_of(buttons, isCut));
}

void TestPanes::resourcesAreATidyModel() {
    ResourceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto line = [](const char* resource, const char* integration, const QString& fact) {
        const ExportTarget target{.resource = resource, .integration = integration, .integrationName = integration};
        return ResourceLine{.target = target, .title = u"t"_s, .icon = {}, .fact = fact};
    };
    model.setLines({line("apps", "", {}), line("entity-relations", "", {}), line("entity-relations", "1", {}),
                    line("entity-relations", "2", {})});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowCount(model.index(1, 0)), 2);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setLines({line("apps", "", {}), line("entity-relations", "", {}), line("entity-relations", "1", u"5"_s),
                    line("entity-relations", "2", {})});
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    model.setLines({line("entity-relations", "1", {})}); // without the line it would stand under
    QCOMPARE(model.rowCount(), 1);
    model.setLines({});
    QCOMPARE(model.rowCount(), 0);
}

void TestPanes::snapshotsAreATidyModel() {
    SnapshotModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QDateTime noon(QDate(2026, 7, 1), QTime(12, 0), Qt::UTC);
    const auto line = [](const QString& id, const QDateTime& fetched) {
        return SnapshotLine{.id = id, .fetched = fetched, .title = id, .origin = {}, .note = {}, .warning = {}};
    };
    model.setLines({line(u"c"_s, noon), line(u"b"_s, noon.addSecs(-60)), line(u"a"_s, noon.addDays(-1))}, noon.date());
    QCOMPARE(model.rowCount(), 5); // and two days
    QCOMPARE(model.id(model.index(0)), QString());
    QCOMPARE(model.id(model.index(1)), u"c"_s);
    model.setLines({}, noon.date());
    QCOMPARE(model.rowCount(), 0);
}

void TestPanes::theLineOfThePageInFrontIsCurrent() {
    SideBar side;
    const auto show = [&side](const std::string& front, const QString& fact = {}) {
        std::vector<ResourceLine> lines;
        for (const char* resource : {"apps", "integrations", "labels"})
            lines.push_back({.target = {resource, {}, {}},
                             .title = QString::fromLatin1(resource),
                             .icon = {},
                             .fact = fact,
                             .current = front == resource});
        side.showResources(std::move(lines));
    };
    show("apps");
    side.resize(220, 600);
    side.show();
    auto& tree = *side.findChild<QTreeView*>();
    const auto current = [&tree] { return tree.currentIndex().data().toString(); };
    QCOMPARE(current(), u"apps"_s);
    show("labels");
    QCOMPARE(current(), u"labels"_s);
    const QModelIndex other = tree.model()->index(1, 0);
    tree.setCurrentIndex(other); // by arrows
    show("labels", u"5"_s);
    QCOMPARE(current(), u"integrations"_s);

    // The mouse, resting, marks no second line.
    const QImage front = tree.viewport()->grab().toImage();
    const QPointF place = tree.visualRect(other).center();
    QHoverEvent hover(QEvent::HoverMove, place, place, place);
    QCoreApplication::sendEvent(tree.viewport(), &hover);
    QVERIFY(tree.viewport()->grab().toImage() != front);
    show("apps", u"5"_s);
    show("labels", u"5"_s);
    QVERIFY(tree.viewport()->grab().toImage() == front);
}

QTEST_MAIN(TestPanes)
#include "test_panes.moc"
