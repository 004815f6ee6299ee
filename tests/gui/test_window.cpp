#include "app/sample/generator.h"
#include "models/csv/writer.h"
#include "models/items/cellroles.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "tests/gui/rig.h"
#include "views/dialogs/secretsdialog.h"
#include "views/filter/filterbar.h"
#include "views/help/helpdialog.h"
#include "views/inspector/inspector.h"
#include "views/inspector/jsonview.h"
#include "views/inspector/recordpane.h"
#include "views/inspector/recordview.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QFile>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <map>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// What every transfer went through, by id, as reported by the flow.
class PhaseLog : public QObject {
public:
    explicit PhaseLog(TransferModel& model) {
        connect(&model, &QAbstractItemModel::rowsInserted, this, [this, &model] { take(model); });
        connect(&model, &QAbstractItemModel::dataChanged, this, [this, &model] { take(model); });
    }
    std::map<std::uint64_t, std::vector<TransferPhase>> phases;

private:
    void take(TransferModel& model) {
        for (int row = 0; row < model.rowCount(); ++row) {
            const TransferStatus& status = model.at(model.index(row));
            auto& seen = phases[status.id];
            if (seen.empty() || seen.back() != status.phase) seen.push_back(status.phase);
        }
    }
};

ColumnId columnNamed(const Table& table, std::string_view name) {
    return table.find(name).value();
}

/// Clicks the header of a column as people do.
void clickHeader(TableView& view, int column, Qt::KeyboardModifiers keys = {}) {
    QHeaderView* header = view.horizontalHeader();
    view.scrollTo(view.model()->index(0, column));
    const QPoint place(header->sectionViewportPosition(column) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, keys, place);
}

bool waitForSort(ResourcePage& page, std::size_t keys) {
    return QTest::qWaitFor(
        [&] { return page.session().sort().size() == keys && !page.session().filterStatus().evaluating; }, 20'000);
}

} // namespace

class TestWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<Rig> rig_;
    std::unique_ptr<PhaseLog> log_;

private Q_SLOTS:
    void initTestCase();
    void transfersFinishByTheFlow();
    void theFirstTabIsOktas();
    void waysStandInLineWithTheTabs();
    void noTwoActionsShareAKey();
    void keysAreListed();
    void filterAppliesAsTyped();
    void wrongFilterKeepsTheRows();
    void sortsByHeaderClicks();
    void inspectsACell();
    void showsARecordOnce();
    void revealsOneSecret();
    void savingSecretsAsks();
    void savesWhatIsShown();
    void cleanupTestCase();
};

void TestWindow::initTestCase() {
    rig_ = std::make_unique<Rig>();
    log_ = std::make_unique<PhaseLog>(rig_->desk->transfers());
    QVERIFY(rig_->fetchSample());
}

void TestWindow::cleanupTestCase() {
    log_.reset();
    rig_.reset();
}

void TestWindow::transfersFinishByTheFlow() {
    const SampleTenant tenant;
    const auto expected = 5 + tenant.integrations().size();
    QCOMPARE(static_cast<std::size_t>(rig_->desk->transfers().rowCount()), expected);
    QCOMPARE(static_cast<std::size_t>(rig_->desk->transfers().counts().done), expected);
    QCOMPARE(log_->phases.size(), expected);
    for (const auto& [id, phases] : log_->phases) {
        QVERIFY(std::ranges::is_sorted(phases));
        QVERIFY(std::ranges::find(phases, TransferPhase::Loading) != phases.end());
        QCOMPARE(phases.back(), TransferPhase::Done);
    }
}

void TestWindow::theFirstTabIsOktas() {
    const SampleTenant tenant;
    ResourcePage& page = *rig_->page();
    const std::string integration = rig_->desk->transfers().at(rig_->desk->transfers().index(5)).target.integration;
    const QByteArray csv = tenant.csv(u"entity-relations"_s, QString::fromStdString(integration));
    const auto table = loadTableFromMemory(std::string_view(csv.constData(), static_cast<std::size_t>(csv.size())), "x",
                                           {.schemas = resources(), .schema = nullptr});
    QVERIFY(table.has_value());
    QCOMPARE(page.session().table()->rowCount(), (*table)->rowCount());
    QVERIFY(page.session().table()->rowCount() > 100'000);
    QVERIFY(page.facts().shown.contains(QLocale().toString((*table)->rowCount())));
}

void TestWindow::waysStandInLineWithTheTabs() {
    MainWindow& window = rig_->desk->window();
    const auto* tabs = window.findChild<QTabBar*>();
    const auto middle = [&window](const QWidget& part) { return part.mapTo(&window, part.rect().center()).y(); };
    int ways = 0;
    for (const auto* button : window.findChildren<QToolButton*>()) {
        if (button->accessibleName() != u"Back" && button->accessibleName() != u"Forward") continue;
        QVERIFY(std::abs(middle(*button) - middle(*tabs)) <= 1);
        ++ways;
    }
    QCOMPARE(ways, 2);
}

/// Qt calls such a key ambiguous and does nothing.
void TestWindow::noTwoActionsShareAKey() {
    std::map<QKeySequence, QString> known;
    for (const auto* action : rig_->desk->window().menuBar()->findChildren<QAction*>())
        for (const QKeySequence& keys : action->shortcuts()) {
            if (keys.isEmpty()) continue;
            const auto [at, isNew] = known.emplace(keys, action->text());
            QVERIFY2(isNew, qPrintable(keys.toString() + u": "_s + at->second + u", "_s + action->text()));
        }
    QVERIFY(known.size() > 40);
}

/// The page of keys is made from the actions themselves: it lists each that has any, as it is now.
void TestWindow::keysAreListed() {
    MainWindow& window = rig_->desk->window();
    rig_->action(u"Keyboard shortcuts"_s).trigger();
    const auto* page = window.findChild<HelpDialog*>();
    QVERIFY(page != nullptr);
    QStringList listed;
    for (QTreeWidgetItemIterator at(page->findChild<QTreeWidget*>()); *at; ++at)
        if ((*at)->parent() != nullptr) listed << (*at)->text(0) + u' ' + (*at)->text(1);
    QStringList wanted;
    for (const auto* action : window.menuBar()->findChildren<QAction*>())
        if (!action->shortcut().isEmpty())
            wanted << QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText) + u' ' +
                          action->text().remove(u'&');
    listed.sort();
    wanted.sort();
    QCOMPARE(listed, wanted);
    rig_->action(u"Keyboard shortcuts"_s).trigger(); // once
    QCOMPARE(window.findChildren<HelpDialog*>().size(), 1);
    QCOMPARE(rig_->action(u"Filter language"_s).shortcut(), QKeySequence(Qt::Key_F1));
    rig_->action(u"Filter language"_s).trigger();
    QCOMPARE(window.findChildren<HelpDialog*>().size(), 2);
    for (auto* each : window.findChildren<HelpDialog*>())
        each->close();
    QTRY_VERIFY(window.findChild<HelpDialog*>() == nullptr);
    window.activateWindow();
}

void TestWindow::filterAppliesAsTyped() {
    ResourcePage& page = *rig_->page();
    QVERIFY(rig_->filter(page, u"entity_type = resource"_s));
    const Table& table = *page.session().table();
    const ColumnId type = columnNamed(table, "entity type");
    std::uint32_t expected = 0;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        expected += table.cell(RowId{row}, type) == "resource" ? 1U : 0U;
    QVERIFY(expected > 0 && expected < table.rowCount());
    QCOMPARE(page.table().model()->rowCount(), static_cast<int>(expected));
    QCOMPARE(page.filterBar().verdict().state, FilterVerdict::State::Valid);
    QVERIFY(page.table().currentIndex().isValid());
}

void TestWindow::wrongFilterKeepsTheRows() {
    ResourcePage& page = *rig_->page();
    const int before = page.table().model()->rowCount();
    QVERIFY(rig_->filter(page, u"entity_typ = connection"_s));
    const FilterVerdict verdict = page.filterBar().verdict();
    QCOMPARE(verdict.state, FilterVerdict::State::Wrong);
    QCOMPARE(verdict.cure, u"entity_type"_s);
    QCOMPARE(page.table().model()->rowCount(), before);
    QVERIFY(!page.facts().alarm.isEmpty());
    QWidget* field = page.filterBar().focusField();
    QVERIFY(field->accessibleDescription().contains(verdict.message));
    // The cure is one key away.
    QTest::keyClick(field, Qt::Key_Return, Qt::AltModifier);
    QTRY_COMPARE(page.filterBar().verdict().state, FilterVerdict::State::Valid);
    QCOMPARE(page.filterBar().text(), u"entity_type = connection"_s);
    QVERIFY(page.facts().alarm.isEmpty());
    page.filterBar().setText({});
    QTRY_COMPARE(page.table().model()->rowCount(), static_cast<int>(page.session().table()->rowCount()));
    QCOMPARE(page.filterBar().verdict().state, FilterVerdict::State::Empty);
}

void TestWindow::sortsByHeaderClicks() {
    ResourcePage& page = *rig_->page();
    const Table& table = *page.session().table();
    const ColumnId child = columnNamed(table, "entity brn");
    const int column = static_cast<int>(child.value);
    clickHeader(page.table(), column);
    QVERIFY(waitForSort(page, 1));
    std::vector<RowId> expected(table.rowCount());
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        expected[row] = RowId{row};
    const auto shownAs = [&](const std::vector<RowId>& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (page.session().model()->row(page.session().model()->index(static_cast<int>(i), 0)) != rows[i])
                return false;
        return true;
    };
    std::ranges::stable_sort(expected, {}, [&](RowId row) { return table.cell(row, child); });
    QVERIFY(shownAs(expected));
    QCOMPARE(page.table().columns().sortMarks(), (std::vector<SortMark>{{column, false}}));

    clickHeader(page.table(), column);
    QTRY_VERIFY(waitForSort(page, 1) && page.session().sort().front().descending);
    std::ranges::sort(expected);
    std::ranges::stable_sort(expected, std::greater<>(), [&](RowId row) { return table.cell(row, child); });
    QTRY_VERIFY(shownAs(expected));

    const int app = static_cast<int>(columnNamed(table, "app").value);
    clickHeader(page.table(), app, Qt::ShiftModifier);
    QVERIFY(waitForSort(page, 2));
    QCOMPARE(page.table().columns().sortMarks(), (std::vector<SortMark>{{column, true}, {app, false}}));
    QVERIFY(page.facts().sorted.contains(u"Entity BRN"_s));
    page.session().setSort({});
    QVERIFY(waitForSort(page, 0));
}

void TestWindow::inspectsACell() {
    ResourcePage& page = *rig_->page();
    const Table& table = *page.session().table();
    const QModelIndex cell = page.session().model()->index(2, static_cast<int>(columnNamed(table, "metadata").value));
    page.table().setCurrentIndex(cell);
    const QAbstractItemModel& tree = *rig_->desk->window().inspector().tree().model();
    const QModelIndex root = tree.index(0, 0);
    QCOMPARE(root.data().toString(), u"metadata"_s);
    QStringList keys;
    for (int row = 0; row < tree.rowCount(root); ++row)
        keys.append(tree.index(row, 0, root).data().toString());
    QVERIFY2(keys.contains(u"privilegeName"_s), qPrintable(keys.join(u' ')));
}

/// A key changes the chosen row and the current cell: the record is laid out once.
void TestWindow::showsARecordOnce() {
    ResourcePage& page = *rig_->page();
    page.table().setCurrentIndex(page.table().model()->index(1, 0));
    const QAbstractItemModel* record = rig_->desk->window().inspector().record().view().model();
    const QSignalSpy reset(record, &QAbstractItemModel::modelReset);
    const QSignalSpy changed(record, &QAbstractItemModel::dataChanged);
    QTest::keyClick(&page.table(), Qt::Key_Down);
    QCOMPARE(page.table().currentIndex().row(), 2);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
}

void TestWindow::revealsOneSecret() {
    QVERIFY(rig_->openResource("integrations"));
    ResourcePage& page = *rig_->page();
    const int metadata = static_cast<int>(columnNamed(*page.session().table(), "metadata").value);
    JsonView& tree = rig_->desk->window().inspector().tree();
    QModelIndex secret;
    int row = 0;
    for (; row < page.table().model()->rowCount() && !secret.isValid(); ++row) {
        const QModelIndex cell = page.table().model()->index(row, metadata);
        if (cell.data(BreakRole).isValid()) continue;
        page.table().setCurrentIndex(cell);
        const auto found = tree.model()->match(tree.model()->index(0, 0), JsonSecretRole, true, 1,
                                               Qt::MatchExactly | Qt::MatchRecursive);
        if (!found.isEmpty()) secret = found.front();
    }
    QVERIFY(secret.isValid());
    const QString dots(8, u'•');
    const auto value = [&] { return secret.siblingAtColumn(JsonTreeModel::ValueColumn).data().toString(); };
    QCOMPARE(value(), dots);
    QVERIFY(page.table().currentIndex().data(RawTextRole).toString().contains(dots));
    tree.toggleReveal(secret);
    QVERIFY(!value().contains(dots));
    // Leaving the row hides it again.
    const QModelIndex here = page.table().currentIndex();
    page.table().setCurrentIndex(here.siblingAtRow(here.row() == 0 ? 1 : 0));
    page.table().setCurrentIndex(here);
    const auto again =
        tree.model()->match(tree.model()->index(0, 0), JsonSecretRole, true, 1, Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(again.front().siblingAtColumn(JsonTreeModel::ValueColumn).data().toString(), dots);
}

void TestWindow::savingSecretsAsks() {
    QVERIFY(rig_->openResource("integrations"));
    ResourcePage& page = *rig_->page();
    for (const bool reveal : {false, true}) {
        rig_->picker.saveTo = rig_->path(reveal ? u"readable.csv"_s : u"dots.csv"_s);
        QSignalSpy ended(&page.session(), &TableSession::saveEnded);
        rig_->action(u"Save view as CSV…"_s).trigger();
        QTRY_VERIFY(rig_->desk->window().findChild<SecretsDialog*>() != nullptr);
        const auto buttons = rig_->desk->window().findChild<SecretsDialog*>()->findChildren<QPushButton*>();
        const auto wanted =
            std::ranges::find(buttons, reveal ? u"Save with secrets"_s : u"Save with dots"_s, &QPushButton::text);
        QTest::mouseClick(*wanted, Qt::LeftButton);
        QVERIFY(ended.wait(10'000));
        QFile saved(rig_->picker.saveTo);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll().contains("\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022"), !reveal);
        QTRY_VERIFY(rig_->desk->window().findChild<SecretsDialog*>() == nullptr);
    }
}

void TestWindow::savesWhatIsShown() {
    QVERIFY(rig_->openResource("apps"));
    ResourcePage& page = *rig_->page();
    const Table& table = *page.session().table();
    QVERIFY(rig_->filter(page, u"name is not empty"_s));
    const ColumnId name = columnNamed(table, "name");
    const ColumnId id = columnNamed(table, "id");
    clickHeader(page.table(), static_cast<int>(id.value));
    QVERIFY(waitForSort(page, 1));
    // A column hidden and one moved: the file has what is seen, as it is seen.
    page.table().setColumnHidden(static_cast<int>(columnNamed(table, "logo").value), true);
    page.table().horizontalHeader()->moveSection(
        page.table().horizontalHeader()->visualIndex(static_cast<int>(name.value)), 0);

    rig_->picker.saveTo = rig_->path(u"saved.csv"_s);
    QSignalSpy ended(&page.session(), &TableSession::saveEnded);
    rig_->action(u"Save view as CSV…"_s).trigger();
    QVERIFY(ended.wait(10'000));
    QCOMPARE(rig_->picker.suggested, u"Apps.csv"_s);

    std::vector<ColumnId> columns{name};
    for (std::uint32_t column = 0; column < table.columnCount(); ++column)
        if (const Column& each = table.column(ColumnId{column});
            ColumnId{column} != name && !each.isDerived() && each.label != "Logo")
            columns.push_back(ColumnId{column});
    std::vector<RowId> rows;
    for (std::uint32_t row = 0; row < table.rowCount(); ++row)
        if (!table.cell(RowId{row}, name).empty()) rows.push_back(RowId{row});
    std::ranges::stable_sort(rows, {}, [&](RowId row) { return table.cell(row, id); });
    std::string expected;
    const auto line = [&](auto&& cell) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0) expected += ',';
            appendCsvCell(expected, cell(columns[i]));
        }
        expected += '\n';
    };
    line([&](ColumnId column) -> std::string_view { return table.column(column).header; });
    for (const RowId row : rows)
        line([&](ColumnId column) { return table.cell(row, column); });
    QFile saved(rig_->picker.saveTo);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray::fromStdString(expected));
}

QTEST_MAIN(TestWindow)
#include "test_window.moc"
