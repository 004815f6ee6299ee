#include "models/items/tablesession.h"
#include "models/table/growingfile.h"
#include "tests/items/tables.h"
#include "tests/support/gapmeter.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <functional>
#include <limits>
#include <thread>
#include <vector>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// As many rows as a table may list, without anything behind them.
class LongestModel final : public QAbstractTableModel {
public:
    [[nodiscard]] int rowCount(const QModelIndex& parent) const override {
        return parent.isValid() ? 0 : TableModel::maximumRows;
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex&, int) const override { return {}; }
};

} // namespace

/// The real page on large tables: the event loop never stands still for 50 ms, and what is seen is painted in time.
/// IDSCOPE_TEST_ROWS sets another size than that fit for a Debug build.
class TestSpeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        session_ = std::make_unique<TableSession>(resources());
        page_ = std::make_unique<ResourcePage>(*session_);
        page_->resize(1400, 800);
        page_->show();
        QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
    }
    void cleanup() {
        page_.reset();
        session_.reset();
    }

    void neverStandsStill() {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("IDSCOPE_TEST_ROWS", &given);
        const QString file = write(relationsCsv(static_cast<std::uint32_t>(given ? asked : 150'000)));
        GapMeter meter;
        const auto step = [&](const char* what, const std::function<void()>& act) {
            const Course course = meter.watch(act, [this] { return isSettled(); });
            qInfo("%-22s %6.0f ms, longest gap %5.1f ms, %u of %u rows", what, course.milliseconds, course.longestGap,
                  session_->filterStatus().shown, session_->filterStatus().total);
            QVERIFY2(course.longestGap < longestGapOfWindow, what);
        };
        step("loading", [&] { session_->open({file}); });
        step("sorting by instant", [&] { session_->setSort({{.operand = ColumnId{1}}}); });
        step("sorting by BRN", [&] { session_->setSort({{.operand = ColumnId{3}, .descending = true}}); });
        step("filtering by path", [&] { session_->setFilter(u"metadata.privilegeName = role3"_s); });
        step("filtering by text", [&] { session_->setFilter(u"identity00"_s); });
        step("file order", [&] { session_->setSort({}); });
        step("all rows", [&] { session_->setFilter({}); });
        step("to the end", [&] { page_->table().scrollToBottom(); });
        const auto press = [&](int key, Qt::KeyboardModifiers modifiers = {}, int times = 1) {
            for (int i = 0; i < times; ++i) {
                QTest::keyClick(&page_->table(), static_cast<Qt::Key>(key), modifiers);
                QCoreApplication::processEvents(); // each page is painted
            }
        };
        page_->table().setFocus();
        const int last = session_->model()->rowCount() - 1;
        step("Ctrl+Home", [&] { press(Qt::Key_Home, Qt::ControlModifier); });
        step("50 pages down", [&] { press(Qt::Key_PageDown, {}, 50); });
        QVERIFY(page_->table().currentIndex().row() > 500);
        step("100 rows down", [&] { press(Qt::Key_Down, {}, 100); });
        step("End and Home", [&] {
            press(Qt::Key_End);
            press(Qt::Key_Home);
        });
        step("Ctrl+End", [&] { press(Qt::Key_End, Qt::ControlModifier); });
        QCOMPARE(page_->table().currentIndex().row(), last);
        step("50 pages up", [&] { press(Qt::Key_PageUp, {}, 50); });
        step("selecting by pages", [&] { press(Qt::Key_PageUp, Qt::ShiftModifier, 20); });
        step("selecting to the end", [&] { press(Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier); });
        step("selecting to the top", [&] { press(Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier); });
        QVERIFY(page_->table().selectedRows() > last / 2);
        step("copying what is selected", [&] {
            QSignalSpy said(page_.get(), &ResourcePage::said);
            page_->copyAs(CopyFormat::Tsv, true);
            QVERIFY(said.count() > 0 || said.wait(60'000));
        });
        step("selecting all", [&] { page_->table().selectAll(); });
        step("sorting the selection", [&] { session_->setSort({{.operand = ColumnId{4}}}); });
    }

    void neverStandsStillWhileItGrows() {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("IDSCOPE_TEST_ROWS", &given);
        const std::string csv = relationsCsv(static_cast<std::uint32_t>(given ? asked : 150'000));
        const QString name = folder_.filePath(u"growing.csv"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const auto growing =
            std::make_shared<GrowingFile>(::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC));
        const TablePtr before = session_->model()->table();
        GapMeter meter;
        session_->open({name}, {.growing = growing});
        session_->setFilter(u"role"_s);
        std::jthread writer([&] { // a download of 100 steps
            const std::size_t step = csv.size() / 100 + 1;
            for (std::size_t at = 0; at < csv.size(); at += step) {
                file.write(csv.data() + at, static_cast<qint64>(std::min(step, csv.size() - at)));
                growing->grow(std::min(at + step, csv.size()));
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
            growing->end(GrowingFile::End::Whole);
        });
        constexpr int chosen = 3;
        const auto isThere = [&] { // and no longer the table of the test before
            return session_->model()->table() != before && session_->filterStatus().appliedText == u"role"_s &&
                   session_->filterStatus().shown > chosen;
        };
        while (!isThere())
            QCoreApplication::processEvents();
        session_->setSort({{.operand = ColumnId{1}}});
        page_->table().selectionModel()->select( // selectRow() would ask which keys are held, of another test perhaps
            session_->model()->index(chosen, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        settle();
        const double gap = meter.restart();
        qInfo("growing, filtered and sorted: longest gap %.1f ms", gap);
        QCOMPARE(page_->table().selectedRows(), 1);
        QVERIFY(gap < longestGapOfWindow);
    }

    void paintsInTime_data() {
        QTest::addColumn<QByteArray>("csv");
        const std::string head = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source "
                                 "System,Metadata Version,Metadata\n";
        const auto rows = [&](std::string_view text, std::string_view json) {
            std::string csv = head;
            for (int i = 0; i < 100; ++i)
                csv.append("okta,2024-01-01,")
                    .append(text)
                    .append(",a,b,")
                    .append(text)
                    .append(",s,v1,")
                    .append(json) += '\n';
            return QByteArray::fromStdString(csv);
        };
        QTest::newRow("relations") << QByteArray::fromStdString(relationsCsv(100));
        QTest::newRow("cells at the limit") << rows(std::string(5'000, 'x'), '"' + std::string(5'000, '[') + '"');
        QTest::newRow("nothing but marks") << rows(std::string(5'000, '\x01'), '"' + std::string(5'000, '\x01') + '"');
        const std::string megabyte(1024 * 1024, 'x');
        std::string longRows;
        for (int i = 0; i < 8; ++i)
            longRows += "okta,2024-01-01," + std::to_string(i) + megabyte + ",a,b,c,s,v1,\"{\"\"k\"\":\"\"" +
                        std::to_string(i) + megabyte + "\"\",\"\"type\"\":\"\"secret\"\"}\"\n";
        QTest::newRow("1 MB cells") << QByteArray::fromStdString(head + longRows);
    }
    void paintsInTime() {
        QFETCH(QByteArray, csv);
        session_->open({write(csv.toStdString())});
        settle();
        TableView& table = page_->table();
        QCoreApplication::processEvents();
        std::vector<double> times;
        for (int i = 0; i < 9; ++i) {
            table.verticalScrollBar()->setValue(i % 2 == 0 ? 0 : 40);
            const qint64 waited = waitedForProcessor();
            QElapsedTimer timer;
            timer.start();
            table.viewport()->repaint();
            times.push_back(static_cast<double>(timer.nsecsElapsed() - (waitedForProcessor() - waited)) / 1e6);
        }
        std::ranges::sort(times);
        qInfo("a page painted in %.1f ms at the median, %.1f at most", times[times.size() / 2], times.back());
        QVERIFY(times[times.size() / 2] < 50);
    }

    void theLongestTableIsReached() {
        LongestModel model;
        TableView view;
        view.setModel(&model);
        view.resize(400, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.verticalHeader()->length() > 0); // no overflow
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view.currentIndex().row(), TableModel::maximumRows - 1);
        QVERIFY(view.viewport()->rect().contains(view.visualRect(view.currentIndex()).center()));
        // At the largest fonts too.
        QVERIFY(qint64{view.verticalHeader()->defaultSectionSize()} * TableModel::maximumRows <
                std::numeric_limits<int>::max());
    }

    void rowsBeyondAreCountedNotListed() {
        TableModel model;
        const TablePtr table = tableOf("a\n1\n");
        model.show(table, ShownRows::all(71'600'000), RowsChange::Replaced);
        QCOMPARE(model.rowCount(), TableModel::maximumRows);
        QCOMPARE(model.rows().size(), 71'600'000U);
        QVERIFY(!model.find(RowId{71'599'999}, ColumnId{0}).isValid());
    }

private:
    QString write(const std::string& csv) {
        const QString name = folder_.filePath(u"%1.csv"_s.arg(++files_));
        QFile file(name);
        const auto size = static_cast<qint64>(csv.size());
        if (!file.open(QIODevice::WriteOnly) || file.write(csv.data(), size) != size) qFatal("no room for a table");
        return name;
    }
    [[nodiscard]] bool isSettled() const { return !session_->isLoading() && !session_->filterStatus().evaluating; }
    void settle() {
        while (!isSettled())
            QCoreApplication::processEvents();
        QCoreApplication::processEvents(); // layout and paint
    }

    QTemporaryDir folder_;
    int files_ = 0;
    std::unique_ptr<TableSession> session_;
    std::unique_ptr<ResourcePage> page_;
};

QTEST_MAIN(TestSpeed)
#include "test_speed.moc"
