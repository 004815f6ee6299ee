#include "tests/gui/graphtest.h"
#include "views/filter/filterfield.h"
#include "views/graph/graphdock.h"
#include "views/graph/graphpage.h"
#include "views/graph/graphview.h"
#include "views/graph/nodefield.h"
#include "views/graph/questionbar.h"
#include "views/graph/relationfilter.h"
#include "views/mainwindow/mainwindow.h"
#include "views/parts/strip.h"
#include "views/resourcepage/emptynote.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// The line of the graph's questions, and what it says about their answers.
class TestGraphQuestions : public GraphTest {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(open()); }
    void cleanup() { close(); }

    /// The keyboard goes where the question is to be completed, and the strip says what it lacks.
    void anUnfinishedQuestionLeadsOn() {
        QuestionBar& bar = page_->questions();
        rig_.desk->window().resize(1440, 900);
        rig_.desk->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&rig_.desk->window()));
        QTRY_VERIFY(bar.findChild<QPushButton*>(QString(), Qt::FindDirectChildrenOnly)->isHidden()); // no menu
        QStringList kinds;
        for (auto* button : bar.findChildren<QPushButton*>()) {
            if (!button->isCheckable() || !button->isVisible() || button->text() == u"Cycles"_s) continue;
            kinds.append(button->text());
            page_->view().setFocus();
            QTest::mouseClick(button, Qt::LeftButton);
            QTRY_VERIFY2(bar.from().edit().hasFocus(), qPrintable(button->text()));
            QCOMPARE(page_->sentence().words(), u"Search for a name, a BRN or a key, or ask for cycles."_s);
        }
        QCOMPARE(kinds.size(), 4);
        bar.show({.kind = GraphQuestionKind::Paths, .from = {}, .to = {}, .only = {}});
        search(bar.from().edit(), u"ada"_s);
        QTRY_VERIFY(bar.to().edit().hasFocus());
        QCOMPARE(page_->sentence().words(), u"Where to?"_s);
        bar.from().edit().setFocus();
        QTest::keyClick(&bar.from().edit(), Qt::Key_Return); // nothing more: on again
        QVERIFY(bar.to().edit().hasFocus());
        bar.show({.kind = GraphQuestionKind::Shared, .from = bar.from().nodes(), .to = {}, .only = {}});
        QCOMPARE(page_->sentence().words(), u"Shared with which other node?"_s);
        bar.from().edit().setFocus();
        QTest::keyClick(&bar.from().edit(), Qt::Key_Backspace);
        QVERIFY(bar.from().nodes().empty());
        QVERIFY(bar.from().edit().hasFocus());
        QCOMPARE(page_->sentence().words(), u"Search for a name, a BRN or a key, or ask for cycles."_s);
        QVERIFY(page_->session().drawing() == nullptr);
    }

    /// Where there are no rows it is said why, and nothing is offered that would be done with them.
    void withoutRowsIsSaidWhy() {
        const auto* note = page_->findChild<EmptyNote*>();
        QVERIFY(note != nullptr);
        const auto said = [note] { return note->isVisible() ? note->findChild<QLabel*>()->text() : QString(); };
        const auto offered = [this] {
            QStringList texts;
            for (const auto* button : rig_.desk->window().findChildren<QPushButton*>())
                if (button->isVisible() && (page_->isAncestorOf(button) || page_->graphDock().isAncestorOf(button)))
                    texts.append(button->text());
            return texts;
        };
        const QStringList tools{u"Show in table"_s, u"Save as CSV…"_s, u"List what is left out"_s,
                                u"List all that was found"_s};
        const auto offersAny = [&] {
            const QStringList texts = offered();
            return std::ranges::any_of(tools, [&](const QString& tool) { return texts.contains(tool); });
        };
        QTRY_COMPARE(said(), u"Ask a question above."_s);
        QVERIFY(!offersAny());
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("identity", "ada")));
        QVERIFY(answered());
        QTRY_COMPARE(said(), QString());
        QVERIFY(offered().contains(u"Save as CSV…"_s));
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("resource", "vault")));
        QTRY_COMPARE(said(), u"Nothing found."_s);
        QTRY_VERIFY(!offersAny());
    }

    void onlyOverAPrivilege() {
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("identity", "ada")));
        QVERIFY(QTest::qWaitFor([this] { return view().drawing() != nullptr; }));
        GraphQuestion question = page_->session().answer()->question;
        question.only = "metadata.privilegeName = member";
        QVERIFY(changed([&] { page_->ask(question); }));
        QCOMPARE(page_->session().result().model()->rowCount(), 3);
        question.only = "metadata.privilegeName =";
        QSignalSpy failed(&page_->session(), &GraphSession::failed);
        page_->ask(question);
        QVERIFY(failed.wait());
    }

    /// A question that takes its time on a large table: the button ends it, and the next one is answered.
    void aLongQuestionIsCancelled() {
        QByteArray csv = header;
        for (int i = 0; i < 60'000; ++i)
            csv += relation(brn("connection", QByteArray::number(i)), brn("connection", QByteArray::number(i + 1)));
        csv += relation(brn("connection", "60000"), brn("connection", "0")); // all of it is one circle
        rig_.desk->openFiles({rig_.write(u"long.csv"_s, csv)});
        QVERIFY(QTest::qWaitFor(
            [this] {
                return rig_.page() != nullptr && rig_.page()->session().table() != nullptr &&
                       rig_.page()->session().table()->rowCount() > 60'000 && rig_.waitForLoad(*rig_.page());
            },
            60'000));
        rig_.action(u"Find cycles"_s).trigger();
        QVERIFY(QTest::qWaitFor([this] {
            page_ = qobject_cast<GraphPage*>(rig_.desk->window().currentPage());
            return page_ != nullptr && page_->session().isAsking();
        }));
        QSignalSpy failed(&page_->session(), &GraphSession::failed);
        QPushButton* cancel = nullptr;
        for (QPushButton* button : page_->questions().findChildren<QPushButton*>())
            if (button->text() == u"Cancel"_s) cancel = button;
        QVERIFY(cancel != nullptr);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QCOMPARE(failed.count(), 1);
        QVERIFY(!page_->session().isAsking());
        QVERIFY(page_->session().drawing() == nullptr);
        QTest::qWait(300);
        QVERIFY(page_->session().drawing() == nullptr); // what was dropped does not come later
        page_->askAbout(GraphQuestionKind::ReachedFrom, QString::fromUtf8(brn("connection", "59990")));
        QVERIFY(QTest::qWaitFor([this] { return page_->session().drawing() != nullptr; }, 60'000));
    }

    /// The questions have room, beside what they are about or above it.
    void questionsAreReadable() {
        QuestionBar& bar = page_->questions();
        MainWindow& window = rig_.desk->window();
        const auto cut = [&bar] {
            QStringList words;
            for (const auto* button : bar.findChildren<QPushButton*>())
                if (button->isVisible() && button->width() < button->minimumSizeHint().width()) words << button->text();
            return words.join(u", "_s);
        };
        for (const int width : {1100, 1440, 1900}) {
            window.resize(width, 900);
            for (auto* button : bar.findChildren<QPushButton*>()) {
                if (!button->isCheckable()) continue;
                button->click();
                QTest::qWait(20);
                QCOMPARE(window.width(), width);
                QVERIFY(bar.visibleRegion().boundingRect().width() == bar.width());
                QCOMPARE(cut(), QString());
            }
        }
        window.resize(1440, 900);
    }

    /// Whether the nodes have a line of their own or not.
    void tabGoesThroughTheQuestionsAsOneReads() {
        QuestionBar& bar = page_->questions();
        MainWindow& window = rig_.desk->window();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto isBelow = [&bar] { return bar.from().mapTo(&bar, QPoint()).y() > bar.only().geometry().bottom(); };
        const auto afterTab = [](QWidget& at) {
            at.setFocus();
            QTest::keyClick(&at, Qt::Key_Tab);
            return QApplication::focusWidget();
        };
        window.resize(1900, 900);
        QTRY_VERIFY(!isBelow());
        QVERIFY(afterTab(bar.from().edit()) == &bar.only().field());
        bar.show({.kind = GraphQuestionKind::Paths, .from = {}, .to = {}, .only = {}});
        window.resize(1000, 900);
        QTRY_VERIFY(isBelow());
        QPushButton* ask = nullptr;
        for (QPushButton* button : bar.findChildren<QPushButton*>())
            if (button->text() == u"Ask"_s) ask = button;
        QVERIFY(ask != nullptr);
        QVERIFY(afterTab(bar.only().field()) == ask);
        QVERIFY(afterTab(*ask) == &bar.from().edit());
        window.resize(1440, 900);
    }
};

QTEST_MAIN(TestGraphQuestions)
#include "test_graphquestions.moc"
