#include "tests/gui/rig.h"
#include "tests/query/naive.h"
#include "views/filter/chip.h"
#include "views/filter/chiprow.h"
#include "views/filter/completer.h"
#include "views/filter/filterbar.h"
#include "views/filter/suggestionpopup.h"
#include "views/graph/nodechip.h"
#include "views/parts/label.h"
#include "views/table/tableview.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <random>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray csv = "ID,Name,Status,Metadata\n"
                       "1,Okta,on,\"{\"\"kind\"\":\"\"admin\"\",\"\"n\"\":1}\"\n"
                       "2,AWS,off,\"{\"\"kind\"\":\"\"viewer\"\",\"\"n\"\":2}\"\n"
                       "3,\"Okta & Co\",on,\"{\"\"kind\"\":\"\"admin\"\"}\"\n"
                       "4,,,{broken\n";

} // namespace

/// The parts of the filter as chips, its steps, and what completes it: by mouse and by keyboard alone.
class TestFilterChips : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { rig_.reset(); }
    void chipsFollowTheText();
    void theFirstChipMovesNothing();
    void theFirstConditionIsCompleted();
    void chipsByMouse();
    void chipsByKeyboard();
    void whatEmptiesTheTableIsSwitchedOff();
    void longNamesAreToldApart();
    void aChipIsEditedAsText();
    void aChipIsEditedInWhatIsBeingTyped();
    void escapeLosesNoFilter();
    void stepsGoBackAndForth();
    void letterCaseIsSeenInTheExpression();
    void completesByKeyboard();
    void completesAPathByItsLastName();
    void completionKeepsTheText();
    void enterTakesWhatIsMarked();
    void whatWasListedForLessIsNotTaken();
    void showsWhatTheExpressionSelects();

private:
    FilterBar& bar() { return rig_->page()->filterBar(); }
    FilterChip& chip(std::size_t index) { return *bar().chips().chips().at(index); }
    QString filter() { return bar().text(); }
    QString chips() {
        QStringList texts;
        for (const FilterChip* one : bar().chips().chips())
            texts << (one->isChecked() ? u""_s : u"off "_s) + one->expression();
        return texts.join(u" | "_s);
    }
    int shown() { return rig_->page()->table().model()->rowCount(); }
    bool filterBy(const QString& text) {
        if (!text.isEmpty()) return rig_->filter(*rig_->page(), text);
        rig_->page()->session().setFilter({});
        return true;
    }
    SuggestionPopup& list() { return *bar().findChild<SuggestionPopup*>(); }
    static QWidget* focus() { return QApplication::focusWidget(); }

    std::unique_ptr<Rig> rig_;
};

void TestFilterChips::init() {
    rig_ = std::make_unique<Rig>();
    QVERIFY(rig_->openTable(u"integrations.csv"_s, csv));
}

void TestFilterChips::chipsFollowTheText() {
    QVERIFY(chips().isEmpty());
    QVERIFY(filterBy(u"status=on okta or name ~ aws"_s));
    QCOMPARE(chips(), u"status = on and okta or name ~ aws"_s); // one part
    QVERIFY(filterBy(u"status=on and not okta"_s));
    QCOMPARE(chips(), u"status = on | not okta"_s);
    QVERIFY(bar().chips().isVisible());
    QVERIFY(filterBy(u"status ="_s));
    QVERIFY(bar().chips().isHidden()); // the message stands in their place
    QVERIFY(filterBy({}));
    QVERIFY(chips().isEmpty());
    QVERIFY(bar().chips().isVisible());
}

/// What is clicked stays under the mouse when that makes the first chip, and when it takes the last one away.
void TestFilterChips::theFirstChipMovesNothing() {
    QCoreApplication::processEvents();
    TableView& table = rig_->page()->table();
    const QPoint before = table.mapTo(rig_->page(), QPoint());
    QVERIFY(filterBy(u"status = on"_s));
    QTRY_VERIFY(chip(0).isVisible());
    QCoreApplication::processEvents();
    QCOMPARE(table.mapTo(rig_->page(), QPoint()), before);
    QTest::keyClick(&chip(0), Qt::Key_Delete);
    QCOMPARE(chips(), QString());
    QCoreApplication::processEvents();
    QCOMPARE(table.mapTo(rig_->page(), QPoint()), before);
}

void TestFilterChips::theFirstConditionIsCompleted() {
    for (QToolButton* one : bar().chips().findChildren<QToolButton*>())
        if (one->accessibleName() == u"Add a condition"_s) QTest::mouseClick(one, Qt::LeftButton);
    QCOMPARE(focus()->accessibleName(), u"Filter"_s);
    QTRY_VERIFY(bar().completer().isOpen());
}

void TestFilterChips::chipsByMouse() {
    QVERIFY(filterBy(u"status = on and name ~ co"_s));
    QTRY_COMPARE(shown(), 1);
    QTest::mouseClick(&chip(1), Qt::LeftButton, {}, QPoint(14, 12));
    QTRY_COMPARE(shown(), 2);
    QCOMPARE(filter(), u"status = on"_s);
    QCOMPARE(chips(), u"status = on | off name ~ co"_s);
    QTest::mouseClick(&chip(1), Qt::LeftButton, {}, QPoint(14, 12));
    QTRY_COMPARE(shown(), 1);
    QTest::mouseClick(&chip(0), Qt::LeftButton, {}, QPoint(chip(0).width() - 8, 12));
    QCOMPARE(chips(), u"name ~ co"_s);
    QCOMPARE(filter(), u"name ~ co"_s);
}

void TestFilterChips::chipsByKeyboard() {
    QVERIFY(filterBy(u"status = on and name ~ co"_s));
    chip(0).setFocus(Qt::TabFocusReason);
    QTest::keyClick(focus(), Qt::Key_Right);
    QCOMPARE(focus(), &chip(1));
    QTest::keyClick(focus(), Qt::Key_Space);
    QCOMPARE(chips(), u"status = on | off name ~ co"_s);
    QCOMPARE(chip(1).accessibleName(), u"name ~ co, switched off"_s);
    QTest::keyClick(focus(), Qt::Key_Space);
    QTest::keyClick(focus(), Qt::Key_Exclam);
    QCOMPARE(filter(), u"status = on and not name ~ co"_s);
    QTRY_COMPARE(shown(), 1);
    QTest::keyClick(focus(), Qt::Key_Left);
    QTest::keyClick(focus(), Qt::Key_Delete);
    QCOMPARE(filter(), u"not name ~ co"_s);
    QCOMPARE(focus(), &chip(0)); // the keyboard does not get lost
}

void TestFilterChips::whatEmptiesTheTableIsSwitchedOff() {
    const auto offer = [this](const QString& text) -> QPushButton* {
        for (QPushButton* button : rig_->page()->findChildren<QPushButton*>())
            if (button->text() == text && button->isVisible()) return button;
        return nullptr;
    };
    QVERIFY(filterBy(u"status = broken"_s));
    QTRY_VERIFY(offer(u"Clear the filter"_s) != nullptr);
    QVERIFY(filterBy(u"status = on and name = nobody and not aws"_s));
    QTRY_VERIFY(offer(u"Switch it off"_s) != nullptr);
    QTest::mouseClick(offer(u"Switch it off"_s), Qt::LeftButton);
    QTRY_COMPARE(shown(), 2);
    QCOMPARE(chips(), u"status = on | off name = nobody | not aws"_s);
    QVERIFY(filterBy(u"name = nobody and status = on and id = 9"_s));
    QTRY_VERIFY(offer(u"Switch them off"_s) != nullptr);
    QTest::mouseClick(offer(u"Switch them off"_s), Qt::LeftButton);
    QTRY_COMPARE(filter(), u"status = on"_s);
    QTRY_COMPARE(shown(), 2);
    // Nothing to tell apart: every condition alone selects nothing.
    QVERIFY(filterBy(u"name = nobody and id = 9"_s));
    QTRY_VERIFY(offer(u"Clear the filter"_s) != nullptr);
    QCOMPARE(offer(u"Switch it off"_s), nullptr);
}

/// Of conditions and of nodes, where there is no room for all of a name.
void TestFilterChips::longNamesAreToldApart() {
    const auto seen = [](QWidget& chip) {
        chip.resize(chip.sizeHint());
        return chip.grab().toImage();
    };
    const auto condition = [&](const QString& name) {
        FilterChip chip;
        chip.setPart(u"parent_entity_brn = \""_s + name + u'"', true);
        return seen(chip);
    };
    const auto node = [&](const QString& name) {
        NodeChip chip(name, u"resource"_s, nullptr);
        return seen(chip);
    };
    const QString brn = u"brn:bid:balkanid:::01HZX4M7Q2T8V6K9R3B5N1WGDE:resource:"_s;
    const QString key(40, u'k');
    QVERIFY(condition(brn + u'a' + key) != condition(brn + u'b' + key));
    QVERIFY(condition(brn + key + u'a') != condition(brn + key + u'b'));
    const QString opaque = u"arn:aws:iam::012345678901:role/of-the-department-of-finance-"_s;
    QVERIFY(condition(opaque + u'a') != condition(opaque + u'b'));
    QVERIFY(node(opaque + u'a') != node(opaque + u'b'));
}

void TestFilterChips::aChipIsEditedAsText() {
    QVERIFY(filterBy(u"status = on   name ~ co"_s));
    chip(1).setFocus(Qt::TabFocusReason);
    QTest::keyClick(focus(), Qt::Key_Return);
    QTest::keyClicks(focus(), u"okta"_s); // in the place of what was selected
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(filter(), u"status = on   okta"_s);
    QTRY_COMPARE(shown(), 2);
}

void TestFilterChips::aChipIsEditedInWhatIsBeingTyped() {
    QVERIFY(filterBy(u"status = on and co"_s));
    bar().focusField();
    QTest::keyClick(focus(), Qt::Key_Home);
    QTest::keyClicks(focus(), u"   "_s); // every part stands elsewhere now
    Q_EMIT chip(1).editRequested();
    QTest::keyClicks(focus(), u"okta"_s);
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(filter(), u"   status = on and okta"_s);
    bar().prepare(filter() + u" and "_s); // nothing that could be read
    Q_EMIT chip(0).editRequested();
    QTest::keyClicks(focus(), u"1"_s);
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(filter(), u"   1 and okta"_s);
}

void TestFilterChips::escapeLosesNoFilter() {
    QVERIFY(filterBy(u"status = on"_s));
    QWidget* field = bar().focusField();
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClicks(field, u" and ("_s);
    QTest::keyClick(field, Qt::Key_Escape); // back to what is in force
    QCOMPARE(filter(), u"status = on"_s);
    QCOMPARE(focus(), field);
    bar().prepare(u"name = "_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(filter(), u"status = on"_s);
    QCOMPARE(focus(), field);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(focus(), &rig_->page()->table());
    QCOMPARE(filter(), u"status = on"_s);
    QTRY_COMPARE(shown(), 2);
}

void TestFilterChips::stepsGoBackAndForth() {
    QVERIFY(filterBy(u"status = on"_s));
    QVERIFY(filterBy(u"status = on and co"_s));
    QTest::keyClick(&chip(0), Qt::Key_Space);
    QCOMPARE(filter(), u"co"_s);
    rig_->page()->table().setFocus();
    QTest::keyClick(focus(), Qt::Key_Z, Qt::ControlModifier); // the table has the keyboard
    QCOMPARE(filter(), u"status = on and co"_s);
    QCOMPARE(chips(), u"status = on | co"_s);
    bar().focusField();
    QTest::keyClick(focus(), Qt::Key_Z, Qt::ControlModifier); // the field has it
    QCOMPARE(filter(), u"status = on"_s);
    QTRY_COMPARE(shown(), 2);
    QTest::keyClick(focus(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(focus(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(chips(), u"off status = on | co"_s);
    QVERIFY(filterBy(u"status ="_s));
    QTest::keyClick(focus(), Qt::Key_Z, Qt::ControlModifier); // to what is in force
    QCOMPARE(filter(), u"co"_s);
}

void TestFilterChips::letterCaseIsSeenInTheExpression() {
    auto* button = bar().findChild<QToolButton*>();
    for (QToolButton* one : bar().findChildren<QToolButton*>())
        if (one->text() == u"Aa"_s) button = one;
    QVERIFY(!button->isEnabled());
    QVERIFY(filterBy(u"okta and status = on"_s));
    QVERIFY(button->isEnabled() && !button->isChecked());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(filter(), u"/okta/ and status = on"_s);
    QVERIFY(button->isChecked());
    QTRY_COMPARE(shown(), 0);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(filter(), u"okta and status = on"_s);
    QTRY_COMPARE(shown(), 2);
}

void TestFilterChips::completesByKeyboard() {
    bar().focusField();
    QTest::keyClicks(focus(), u"met"_s);
    QTRY_VERIFY(bar().completer().isOpen());
    QTest::keyClick(focus(), Qt::Key_Tab);
    QCOMPARE(filter(), u"metadata"_s);
    QTest::keyClicks(focus(), u".k"_s);
    QTRY_COMPARE(bar().completer().model().title(), u"In metadata"_s);
    QTest::keyClick(focus(), Qt::Key_Tab);
    QTest::keyClicks(focus(), u" = "_s);
    QTRY_COMPARE(bar().completer().model().title(), u"Values of metadata.kind"_s);
    QTRY_VERIFY(bar().completer().isOpen());
    QCOMPARE(bar().completer().model().index(0).data(SuggestionModel::CountRole).toString(), u"2"_s);
    QTest::keyClick(focus(), Qt::Key_Down);
    QTest::keyClick(focus(), Qt::Key_Down);
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(filter(), u"metadata.kind = viewer"_s);
    QVERIFY(!bar().completer().isOpen());
    QTRY_COMPARE(shown(), 1);
    QCOMPARE(focus()->accessibleName(), u"Filter"_s); // still there
}

/// As its facet and its column are called, without the column that it is in.
void TestFilterChips::completesAPathByItsLastName() {
    bar().focusField();
    QTest::keyClicks(focus(), u"kin"_s);
    QTRY_VERIFY(bar().completer().isOpen());
    QTest::keyClick(focus(), Qt::Key_Tab);
    QCOMPARE(filter(), u"metadata.kind "_s);
    QTRY_VERIFY(bar().completer().isOpen()); // with what may follow
}

void TestFilterChips::completionKeepsTheText() {
    bar().focusField();
    QTest::keyClicks(focus(), u"name = okt"_s);
    QTest::keyClick(focus(), Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY(bar().completer().isOpen());
    QTest::keyClick(focus(), Qt::Key_Escape);
    QVERIFY(!bar().completer().isOpen());
    QCOMPARE(filter(), u"name = okt"_s);
    QTest::keyClick(focus(), Qt::Key_A); // opens by itself; Enter takes nothing that nobody chose
    QTRY_VERIFY(bar().completer().isOpen());
    QCOMPARE(list().current(), -1);
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(filter(), u"name = okta"_s);
}

/// What is marked is what Enter takes, and whatever is listed: Tab is offered.
void TestFilterChips::enterTakesWhatIsMarked() {
    const auto first = [this] { return bar().completer().model().index(0).data(SuggestionModel::TextRole).toString(); };
    bar().focusField();
    QTest::keyClicks(focus(), u"status = o"_s);
    QTest::keyClick(focus(), Qt::Key_Space, Qt::ControlModifier); // asked for
    QTRY_COMPARE(list().current(), 0);
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(filter(), u"status = "_s + first());
    bar().focusField();
    QTest::keyClicks(focus(), u"sta"_s);
    QTRY_VERIFY(bar().completer().isOpen());
    QCOMPARE(list().current(), -1);
    // Below names of columns too.
    QVERIFY(std::ranges::any_of(list().findChildren<PlainLabel*>(), [](const PlainLabel* label) {
        return label->isVisible() && label->text() == u"Tab"_s;
    }));
    QTest::keyClick(focus(), Qt::Key_Up);
    QCOMPARE(list().current(), bar().completer().model().rowCount() - 1);
    QTest::keyClick(focus(), Qt::Key_Down);
    QCOMPARE(list().current(), 0);
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(filter().trimmed(), first());
}

void TestFilterChips::whatWasListedForLessIsNotTaken() {
    bar().focusField();
    QTest::keyClicks(focus(), u"sta"_s);
    QTRY_VERIFY(bar().completer().isOpen());
    QTest::keyClicks(focus(), u"tx"_s);
    QTest::keyClick(focus(), Qt::Key_Tab);
    QCOMPARE(filter(), u"statx"_s);
    QTRY_VERIFY(!bar().completer().isOpen());
}

/// Whatever is done to chips, by a thousand random clicks: the rows are those of the expression shown.
void TestFilterChips::showsWhatTheExpressionSelects() {
    QVERIFY(filterBy(u"okta and not status in (off, x) and metadata.kind = admin and name is not empty"_s));
    std::mt19937 random(17);
    for (int round = 0; round < 300; ++round) {
        const auto count = bar().chips().chips().size();
        const Qt::Key keys[] = {Qt::Key_Space, Qt::Key_Space, Qt::Key_Exclam};
        if (count > 0 && random() % 10 != 0)
            QTest::keyClick(&chip(random() % count), keys[random() % 3]);
        else if (random() % 2 == 0)
            QTest::keyClick(&rig_->page()->table(), Qt::Key_Z, Qt::ControlModifier);
        TableSession& session = rig_->page()->session();
        QTRY_VERIFY(!session.filterStatus().evaluating);
        const auto expression = parseExpression(filter().toStdString());
        QVERIFY(expression.has_value());
        QStringList expected;
        const Naive naive(*session.table(), Instant{});
        for (std::uint32_t row = 0; row < session.table()->rowCount(); ++row)
            if (*expression == nullptr || naive.holds(**expression, RowId{row})) expected << QString::number(row + 1);
        QStringList seen;
        for (int row = 0; row < shown(); ++row)
            seen << rig_->page()->table().model()->index(row, 0).data().toString();
        QCOMPARE(seen, expected);
    }
}

QTEST_MAIN(TestFilterChips)
#include "test_filterchips.moc"
