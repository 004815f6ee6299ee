#include "models/items/facetmodel.h"
#include "models/items/tablesession.h"
#include "tests/items/tables.h"
#include "tests/query/naive.h"
#include "tests/support/gapmeter.h"
#include "views/facets/facetchooser.h"
#include "views/facets/facethead.h"
#include "views/facets/facetlist.h"
#include "views/facets/facetsection.h"
#include "views/facets/facetspanel.h"
#include "views/facets/histogramview.h"
#include "views/filter/filterbar.h"
#include "views/resourcepage/resourcepage.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <functional>
#include <random>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// The facets of a page as people use them: by mouse and by keyboard alone.
class TestFacets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        session_ = std::make_unique<TableSession>(resources());
        page_ = std::make_unique<ResourcePage>(*session_);
        page_->resize(1400, 900);
        page_->show();
        QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
    }
    void cleanup() {
        page_.reset();
        session_.reset();
    }

    void includesAndExcludesByMouse() {
        open(relationsCsv(140));
        FacetList& list = section("metadata.privilegeName").list();
        QCOMPARE(list.model()->rowCount(), 7);
        click(list, 0);
        QCOMPARE(filter(), u"metadata.privilegeName = role0"_s);
        QCOMPARE(session_->model()->rowCount(), 20);
        QCOMPARE(page_->filterBar().text(), filter()); // what a click does is always seen
        click(list, 1);
        QCOMPARE(filter(), u"metadata.privilegeName in (role0, role1)"_s);
        click(list, 0);
        QCOMPARE(filter(), u"metadata.privilegeName = role1"_s);
        click(list, 2, Qt::ShiftModifier);
        QCOMPARE(filter(), u"metadata.privilegeName != role2"_s);
        QCOMPARE(session_->model()->rowCount(), 120);
        QCOMPARE(list.model()->index(2, 0).data(FacetStateRole).toInt(), static_cast<int>(FacetState::Excluded));
        auto* clear = section("metadata.privilegeName").head().findChildren<QToolButton*>().first();
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(filter(), QString());
    }

    void spareRoomStaysBelowTheLast() {
        open(relationsCsv(140));
        for (const FacetSection* facet : page_->facets().sections()) {
            QCOMPARE(facet->height(), facet->sizeHint().height());
            QVERIFY(facet->geometry().bottom() + 100 < facet->parentWidget()->height());
        }
    }

    void worksByKeyboardAlone() {
        open(relationsCsv(140));
        FacetList& list = section("metadata.privilegeName").list();
        list.setFocus();
        QVERIFY(list.currentIndex().isValid());
        QTest::keyClick(&list, Qt::Key_Down);
        QTest::keyClick(&list, Qt::Key_Space);
        settle();
        QCOMPARE(filter(), u"metadata.privilegeName = role1"_s);
        QCOMPARE(list.currentIndex().row(), 1); // stays where it was
        QTest::keyClick(&list, Qt::Key_X);
        settle();
        QCOMPARE(filter(), u"metadata.privilegeName != role1"_s);
        QTest::keyClick(&list, Qt::Key_Delete);
        settle();
        QCOMPARE(filter(), QString());
        QTest::keyClick(&list, Qt::Key_Slash);
        QLineEdit& field = section("metadata.privilegeName").searchField();
        QCOMPARE(page_->focusWidget(), static_cast<QWidget*>(&field));
        QTest::keyClicks(&field, u"ROLE6"_s);
        QTRY_COMPARE(list.model()->rowCount(), 1);
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(page_->focusWidget(), static_cast<QWidget*>(&list));
        QTest::keyClick(&list, Qt::Key_Space);
        settle();
        QCOMPARE(filter(), u"metadata.privilegeName = role6"_s);
        FacetHead& head = section("metadata.privilegeName").head();
        QTest::keyClick(&head, Qt::Key_Space); // folds
        QVERIFY(!list.isVisible());
    }

    void offersMoreInMenus() {
        open(relationsCsv(140));
        FacetSection& facet = section("metadata.privilegeName");
        const auto trigger = [&](QMenu* menu, const QString& text) {
            const std::unique_ptr<QMenu> kept(menu);
            for (QAction* action : menu->actions())
                if (action->text().remove(u'&').section(u'\t', 0, 0) == text) return action->trigger();
            QFAIL(qPrintable(text));
        };
        const QModelIndex second = facet.list().model()->index(1, 0);
        trigger(facet.valueMenu(second), u"Copy as filter"_s);
        QCOMPARE(QApplication::clipboard()->text(), u"metadata.privilegeName = role1"_s);
        click(facet.list(), 0);
        trigger(facet.valueMenu(second), u"Only this value"_s);
        QCOMPARE(filter(), u"metadata.privilegeName = role1"_s);
        trigger(facet.facetMenu(), u"Sort by value"_s);
        settle();
        QCOMPARE(facet.facet().question().order, FacetOrder::ByValue);
        FacetSection& time = section("timestamp");
        QVERIFY(time.histogram().isVisible());
        trigger(time.facetMenu(), u"Show as list"_s);
        settle();
        QVERIFY(!time.histogram().isVisible() && time.list().isVisible());
        const std::size_t before = page_->facets().sections().size();
        trigger(time.facetMenu(), u"Remove this facet"_s);
        QCOMPARE(page_->facets().sections().size(), before - 1);
    }

    void brushesByMouseAndKeyboard() {
        open(relationsCsv(5'000));
        HistogramView& histogram = section("timestamp").histogram();
        QVERIFY(histogram.isVisible());
        const int middle = histogram.height() / 3;
        const auto at = [&](double share) { return QPoint(qRound(histogram.width() * share), middle); };
        QTest::mousePress(&histogram, Qt::LeftButton, {}, at(0.3));
        QTest::mouseRelease(&histogram, Qt::LeftButton, {}, at(0.6));
        settle();
        QVERIFY2(filter().startsWith(u"timestamp >= 2024-0"_s), qPrintable(filter()));
        QVERIFY(filter().contains(u" and timestamp < 2024-0"_s));
        agreesWithTheLanguage();
        const QString brushed = filter();
        histogram.setFocus();
        QTest::keyClick(&histogram, Qt::Key_Right);
        QTest::keyClick(&histogram, Qt::Key_Return);
        settle();
        QVERIFY(filter() != brushed);
        agreesWithTheLanguage();
        QTest::keyClick(&histogram, Qt::Key_End);
        QTest::keyClick(&histogram, Qt::Key_Up); // the other edge
        QTest::keyClick(&histogram, Qt::Key_Home);
        QTRY_COMPARE(filter(), QString()); // from one end to the other is no range
        QTest::keyClick(&histogram, Qt::Key_Right);
        settle();
        QTRY_VERIFY(!filter().isEmpty());
        settle();
        QTest::keyClick(&histogram, Qt::Key_Delete);
        settle();
        QCOMPARE(filter(), QString());
    }

    void stepsFromBeyondTheAxis() {
        open(relationsCsv(5'000));
        HistogramView& histogram = section("timestamp").histogram();
        histogram.setFocus();
        for (const bool below : {true, false}) {
            const QString beyond = below ? u"timestamp < 1900-01-01"_s : u"timestamp >= 2100-01-01"_s;
            session_->setFilter(beyond);
            settle();
            QTest::keyClick(&histogram, Qt::Key_Right); // of the lower edge at first, then of the upper one
            QVERIFY(!histogram.isBrushing());
            QCOMPARE(filter(), beyond);
            QTest::keyClick(&histogram, Qt::Key_Up);
            QTest::keyClick(&histogram, below ? Qt::Key_Right : Qt::Key_Left);
            QVERIFY(histogram.isBrushing());
            QTest::keyClick(&histogram, Qt::Key_Return);
            settle();
            QVERIFY(filter() != beyond);
            agreesWithTheLanguage();
        }
    }

    void otherBarsEndTheBrush() {
        const auto barsOf = [](int bins) {
            auto made = std::make_shared<HistogramBins>();
            for (int edge = 0; edge <= bins; ++edge)
                made->edges.push_back({std::to_string(edge * 10 / bins), static_cast<long double>(edge)});
            FacetBars bars;
            bars.all.assign(made->edges.size(), 1);
            bars.within = bars.all;
            bars.bins = std::move(made);
            return std::make_shared<const FacetBars>(bars);
        };
        HistogramView histogram;
        histogram.resize(400, histogram.sizeHint().height());
        int brushed = 0;
        connect(&histogram, &HistogramView::brushed, this, [&] { ++brushed; });
        const auto drag = [&] {
            sendMouse(histogram, QEvent::MouseButtonPress, {200, 20});
            sendMouse(histogram, QEvent::MouseMove, {350, 20});
        };
        histogram.setBars(barsOf(10));
        drag();
        QVERIFY(histogram.isBrushing());
        histogram.setBars(barsOf(10)); // the same edges
        QVERIFY(histogram.isBrushing());
        histogram.setBars(barsOf(2));
        QVERIFY(!histogram.isBrushing());
        sendMouse(histogram, QEvent::MouseButtonRelease, {300, 20});
        QCOMPARE(brushed, 0);
        drag();
        sendMouse(histogram, QEvent::MouseButtonRelease, {390, 20});
        QCOMPARE(brushed, 1); // it can be brushed as before
        QTest::keyClick(&histogram, Qt::Key_Left);
        QVERIFY(histogram.isBrushing());
        histogram.forget();
        QTest::keyClick(&histogram, Qt::Key_Return);
        QCOMPARE(brushed, 1);
    }

    void barsMayGoWhileTheyAreBrushed() {
        open(relationsCsv(5'000));
        FacetSection& time = section("timestamp");
        sendMouse(time.histogram(), QEvent::MouseButtonPress, {60, 20});
        sendMouse(time.histogram(), QEvent::MouseMove, {120, 20});
        QVERIFY(time.histogram().isBrushing());
        page_->facets().board().setAsList(time.facet(), true);
        settle();
        QVERIFY(!time.histogram().isVisible());
        QVERIFY(!time.histogram().isBrushing());
        sendMouse(time.histogram(), QEvent::MouseButtonRelease, {120, 20});
        QCOMPARE(filter(), QString());
    }

    void addsWhatTheDataHolds() {
        open(relationsCsv(140));
        page_->facets().openChooser();
        auto* chooser = page_->findChild<FacetChooser*>();
        QVERIFY(chooser != nullptr && chooser->isVisible());
        auto* field = chooser->findChild<QLineEdit*>();
        QTest::keyClicks(field, u"privilegevalue"_s);
        QTRY_COMPARE(chooser->findChild<QAbstractItemView*>()->model()->rowCount(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        settle();
        FacetSection& added = section("metadata.privilegeValue");
        QCOMPARE(added.list().model()->index(0, 0).data().toString(), u"true"_s);
        QCOMPARE(page_->focusWidget(), static_cast<QWidget*>(&added.list()));
        QTest::keyClick(&added.list(), Qt::Key_Space);
        settle();
        QCOMPARE(filter(), u"metadata.privilegeValue = true"_s);
        bool wanted = false;
        connect(page_.get(), &ResourcePage::facetsWanted, this, [&] { wanted = true; });
        page_->openColumnFacet(3);
        settle();
        QVERIFY(wanted);
        QVERIFY(section("parent_entity_brn").list().model()->rowCount() > 100);
    }

    void tellsScreenReadersAll() {
        open(relationsCsv(140));
        FacetList& list = section("metadata.privilegeName").list();
        click(list, 1);
        QAccessibleInterface* table = QAccessible::queryAccessibleInterface(&list);
        QVERIFY(table != nullptr);
        QCOMPARE(table->text(QAccessible::Name), u"Values of privilegeName"_s);
        QAccessibleInterface* cell = table->tableInterface()->cellAt(1, 0);
        QVERIFY(cell != nullptr);
        QCOMPARE(cell->text(QAccessible::Name), u"role1, 20 rows, 14 %, included"_s);
        QVERIFY(cell->state().checked);
        QCOMPARE(section("metadata.privilegeName").head().accessibleName(), u"Facet privilegeName, 7 values"_s);
        const HistogramView& histogram = section("timestamp").histogram();
        QCOMPARE(histogram.accessibleName(), u"Histogram of Timestamp"_s);
        QVERIFY(!histogram.accessibleDescription().isEmpty());
    }

    /// Whatever is clicked, the rows shown are those of the expression shown.
    void showsWhatItSays() {
        open(relationsCsv(300));
        std::mt19937 random(3);
        const auto below = [&](std::size_t limit) { return random() % limit; };
        for (int i = 0; i < 25; ++i) {
            const auto& sections = page_->facets().sections();
            FacetSection& facet = *sections[below(sections.size())];
            if (facet.histogram().isVisible()) {
                const auto x = [&] {
                    return static_cast<int>(below(static_cast<std::size_t>(facet.histogram().width())));
                };
                const QPoint to(x(), 20);
                QTest::mousePress(&facet.histogram(), Qt::LeftButton, {}, QPoint(x(), 20));
                QTest::mouseRelease(&facet.histogram(), Qt::LeftButton, {}, to);
            } else {
                const int row = static_cast<int>(below(static_cast<std::size_t>(facet.list().model()->rowCount())));
                click(facet.list(), row, below(3) == 0 ? Qt::ShiftModifier : Qt::NoModifier);
            }
            settle();
            agreesWithTheLanguage();
        }
    }

    /// IDSCOPE_TEST_ROWS sets another size than that fit for a Debug build.
    void answersWithoutStandingStill() {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("IDSCOPE_TEST_ROWS", &given);
        open(relationsCsv(static_cast<std::uint32_t>(given ? asked : 100'000)));
        GapMeter meter;
        const auto step = [&](const char* what, const std::function<void()>& act) {
            QElapsedTimer timer;
            timer.start();
            act();
            settle();
            const qint64 took = timer.elapsed();
            const double gap = meter.restart();
            qInfo("%-20s %5lld ms, longest gap %5.1f ms", what, took, gap);
            QVERIFY2(gap < longestGapOfWindow, what);
        };
        meter.restart();
        step("opening a facet", [&] { page_->openColumnFacet(4); });
        FacetSection& brns = section("entity_brn");
        step("including a value", [&] { click(brns.list(), 3); });
        step("excluding a value", [&] { click(section("metadata.privilegeName").list(), 2, Qt::ShiftModifier); });
        step("typing", [&] { QTest::keyClicks(&brns.searchField(), u"0001"_s); });
        step("brushing", [&] {
            HistogramView& histogram = section("timestamp").histogram();
            QTest::mousePress(&histogram, Qt::LeftButton, {}, QPoint(40, 20));
            QTest::mouseRelease(&histogram, Qt::LeftButton, {}, QPoint(120, 20));
        });
        step("clearing", [&] { session_->setFilter({}); });
    }

private:
    FacetSection& section(const char* operand) {
        for (FacetSection* section : page_->facets().sections())
            if (canonicalText(section->facet().name()) == operand) return *section;
        qFatal("there is no such facet");
    }
    [[nodiscard]] QString filter() const { return session_->filter().text(); }

    void click(FacetList& list, int row, Qt::KeyboardModifiers keys = {}) {
        const QModelIndex index = list.model()->index(row, 0);
        list.scrollTo(index);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, keys, list.visualRect(index).center());
        settle();
    }
    /// To this widget and no other, whether or not it is on the screen.
    static void sendMouse(QWidget& widget, QEvent::Type type, QPoint at) {
        const bool moves = type == QEvent::MouseMove;
        QMouseEvent event(type, QPointF(at), widget.mapToGlobal(QPointF(at)), moves ? Qt::NoButton : Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &event);
    }
    void agreesWithTheLanguage() {
        const SelectedRows selection = session_->selection();
        const QByteArray text = page_->filterBar().text().toUtf8();
        const auto expression = parseExpression({text.constData(), static_cast<std::size_t>(text.size())});
        QVERIFY2(expression.has_value(), text.constData());
        const Naive naive(*selection.table, selection.filter.now);
        std::uint32_t next = 0;
        for (std::uint32_t row = 0; row < selection.table->rowCount(); ++row) {
            if (*expression && !naive.holds(**expression, RowId{row})) continue;
            QVERIFY2(next < selection.rows.size() && selection.rows.at(next) == RowId{row}, text.constData());
            ++next;
        }
        QCOMPARE(next, selection.rows.size());
    }
    void open(const std::string& csv) {
        QFile file(folder_.filePath(u"%1.csv"_s.arg(++files_)));
        const auto size = static_cast<qint64>(csv.size());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(csv.data(), size) == size);
        file.close();
        session_->open({file.fileName()});
        settle();
    }
    void settle() {
        QVERIFY(QTest::qWaitFor(
            [&] {
                return !session_->isLoading() && !session_->filterStatus().evaluating &&
                       !page_->facets().board().isCounting();
            },
            60'000));
        QCoreApplication::processEvents(); // layout and paint
    }

    QTemporaryDir folder_;
    int files_ = 0;
    std::unique_ptr<TableSession> session_;
    std::unique_ptr<ResourcePage> page_;
};

QTEST_MAIN(TestFacets)
#include "test_facets.moc"
