#include "tests/gui/relationscsv.h"
#include "tests/gui/rig.h"
#include "views/filter/filterbar.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// Filters made from cells, by the menu of a right click and by keys.
class TestCellFilters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        rig_ = std::make_unique<Rig>();
        QVERIFY(rig_->openTable(u"table.csv"_s, csv));
    }
    void cleanup() { rig_.reset(); }

    void rightClickOffersTheExpression();
    void keysNarrowAndExclude();
    void severalRowsMakeAList();
    void preparedFiltersWait();
    void everyUseIsInTheMenu();
    void theMenuShowsTheKeys();
    void sharingLooksAtSoManyRows();
    void secretsMakeNoFilter();

private:
    static constexpr auto csv = "ID,Name,Status,Metadata\n1,Okta & Co,on,\n2,AWS,off,\n3,GitHub,on,\n"
                                "4,x,,\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hunter2\"\"}\"\n";

    [[nodiscard]] TableView& view() const { return rig_->page()->table(); }
    [[nodiscard]] QString filter() const { return rig_->page()->filterBar().text(); }
    [[nodiscard]] int shown() const { return view().model()->rowCount(); }
    void goTo(int row, int column) const {
        view().setCurrentIndex(view().model()->index(row, column));
        view().setFocus();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// The menu that a right click into a cell opens.
    [[nodiscard]] QMenu* menuAt(int row, int column) const {
        const QPoint place = view().visualRect(view().model()->index(row, column)).center();
        QTest::mouseClick(view().viewport(), Qt::RightButton, {}, place);
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, view().viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(view().viewport(), &event);
        return rig_->page()->findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
    }
    static QAction* entry(const QMenu& menu, const QString& text) {
        for (QAction* action : menu.actions())
            if (action->text().remove(u'&').section(u'\t', 0, 0) == text) return action;
        return nullptr;
    }

    std::unique_ptr<Rig> rig_;
};

void TestCellFilters::rightClickOffersTheExpression() {
    QMenu* menu = menuAt(0, 1);
    QVERIFY(menu != nullptr);
    QCOMPARE(menu->actions().front()->text(), u"name = \"Okta && Co\""_s);
    QVERIFY(!menu->actions().front()->isEnabled());
    QCOMPARE(view().currentIndex(), view().model()->index(0, 1));
    entry(*menu, u"Filter by this value"_s)->trigger();
    menu->close();
    QTRY_COMPARE(shown(), 1);
    QCOMPARE(filter(), u"name = \"Okta & Co\""_s);
    QCOMPARE(rig_->page()->filterBar().verdict().state, FilterVerdict::State::Valid);
}

void TestCellFilters::keysNarrowAndExclude() {
    goTo(0, 2);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(shown(), 2);
    QCOMPARE(filter(), u"status = on"_s);
    goTo(0, 1);
    key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(shown(), 1);
    QCOMPARE(filter(), u"status = on and name != \"Okta & Co\""_s);
    // A wrong text in the bar is no part of it: what holds is.
    QVERIFY(rig_->filter(*rig_->page(), u"status ="_s));
    goTo(0, 0);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(filter(), u"status = on and name != \"Okta & Co\" and id = 3"_s);
}

void TestCellFilters::severalRowsMakeAList() {
    goTo(0, 0);
    view().selectAll();
    goTo(0, 2);
    view().selectAll();
    QMenu* menu = menuAt(1, 2);
    QCOMPARE(menu->actions().front()->text(), u"status in (on, off) or status is empty"_s);
    entry(*menu, u"Exclude this value"_s)->trigger();
    menu->close();
    QTRY_COMPARE(shown(), 0);
    QCOMPARE(filter(), u"not (status in (on, off) or status is empty)"_s);
}

void TestCellFilters::preparedFiltersWait() {
    QSignalSpy asked(&rig_->page()->session().filter(), &FilterState::changed);
    goTo(0, 2);
    key(Qt::Key_P, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(filter(), u"status = on"_s);
    QVERIFY(!asked.wait(3 * FilterBar::pauseMs)); // until Enter
    QCOMPARE(shown(), 4);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(shown(), 2);
}

void TestCellFilters::everyUseIsInTheMenu() {
    const auto use = [&](int row, int column, const QString& text) {
        QMenu* menu = menuAt(row, column);
        entry(*menu, text)->trigger();
        menu->close();
        QTRY_VERIFY(rig_->page()->findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly) == nullptr);
    };
    use(0, 1, u"Filter by this value"_s);
    QTRY_COMPARE(shown(), 1);
    rig_->page()->filterBar().setText(u"name = AWS"_s);
    QTRY_COMPARE(view().model()->index(0, 0).data().toString(), u"2"_s);
    use(0, 2, u"Or this value"_s);
    QCOMPARE(filter(), u"name = AWS or status = off"_s);
    use(0, 0, u"Only this value, nothing else"_s);
    QCOMPARE(filter(), u"id = 2"_s);
    use(0, 1, u"Copy as filter"_s);
    QCOMPARE(QApplication::clipboard()->text(), u"name = AWS"_s);
    QCOMPARE(filter(), u"id = 2"_s);
}

void TestCellFilters::theMenuShowsTheKeys() {
    QMenu* menu = menuAt(0, 1);
    const auto keysOf = [&](const QString& text) { return entry(*menu, text)->text().section(u'\t', 1); };
    const auto native = [](QKeyCombination keys) { return QKeySequence(keys).toString(QKeySequence::NativeText); };
    QCOMPARE(keysOf(u"Filter by this value"_s), native(Qt::CTRL | Qt::Key_Return));
    QCOMPARE(keysOf(u"Exclude this value"_s), native(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    QCOMPARE(keysOf(u"Copy"_s), native(Qt::CTRL | Qt::Key_C));
    QCOMPARE(keysOf(u"Or this value"_s), QString());
    menu->close();
}

/// Of a selection of any size only the beginning is looked through for BRNs, as that keeps the window waiting.
void TestCellFilters::sharingLooksAtSoManyRows() {
    const QByteArray alike = relation(brn("identity", "ada"), brn("connection", "team"));
    const QByteArray other = relation(brn("identity", "ada"), brn("connection", "crew"));
    QVERIFY(rig_->openTable(u"relations.csv"_s, header + alike.repeated(100'000) + other));
    goTo(0, 4); // the entity
    view().selectAll();
    QSignalSpy asked(rig_->page(), &ResourcePage::graphRequested);
    QSignalSpy said(rig_->page(), &ResourcePage::said);
    rig_->page()->askGraph(GraphQuestionKind::Shared);
    QCOMPARE(asked.size(), 0);
    QCOMPARE(said.size(), 1);
}

void TestCellFilters::secretsMakeNoFilter() {
    QMenu* menu = menuAt(3, 3);
    QVERIFY(menu->actions().front()->text().contains(u"secret"_s));
    QVERIFY(!entry(*menu, u"Filter by this value"_s)->isEnabled());
    menu->close();
    QSignalSpy said(rig_->page(), &ResourcePage::said);
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(said.size(), 1);
    QCOMPARE(filter(), QString());
}

QTEST_MAIN(TestCellFilters)
#include "test_cellfilters.moc"
