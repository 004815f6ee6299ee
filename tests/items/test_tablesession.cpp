#include "models/table/growingfile.h"
#include "tests/items/sessiontest.h"
#include "tests/support/wantofthreads.h"

#include <QElapsedTimer>

#include <cerrno>
#include <unistd.h>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

class TestTableSession : public SessionTest {
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }

    void opens() {
        const QSignalSpy loaded(session_.get(), &TableSession::loaded);
        const QSignalSpy progress(session_.get(), &TableSession::loadingProgress);
        open(peopleCsv);
        QCOMPARE(textOf(*session_->model()), u"Ada|red|36 / Bo|blue|9 / Cy|red|41 / Di||100"_s);
        QCOMPARE(loaded.count(), 1);
        QVERIFY(progress.count() >= 1);
        QCOMPARE(progress.last()[0].toULongLong(), 4U);
        QCOMPARE(progress.last()[1].toULongLong(), QByteArray(peopleCsv).size());
        QCOMPARE(progress.last()[2].toULongLong(), QByteArray(peopleCsv).size());
        QCOMPARE(status(), u"4/4 of ''"_s);
        QVERIFY(!session_->filterStatus().partial);
    }

    void saysWhyItCannotOpen() {
        const QSignalSpy failed(session_.get(), &TableSession::loadingFailed);
        session_->open({folder_->filePath(u"missing.csv"_s)});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<TableError>().kind, TableErrorKind::CannotOpen);
        QVERIFY(!session_->isLoading());
        QVERIFY(!session_->saveCsv(folder_->filePath(u"out.csv"_s), {}));
    }

    void filters() {
        open(peopleCsv);
        filter(u"team = red"_s);
        QCOMPARE(textOf(*session_->model()), u"Ada|red|36 / Cy|red|41"_s);
        QCOMPARE(status(), u"2/4 of 'team = red'"_s);
        filter(u"team is empty"_s);
        QCOMPARE(status(), u"1/4 of 'team is empty'"_s);
        filter(u"  "_s);
        QCOMPARE(status(), u"4/4 of '  '"_s);
    }

    void keepsTheLastGoodFilter() {
        open(peopleCsv);
        filter(u"team = red"_s);
        const QSignalSpy changed(session_.get(), &TableSession::filterChanged);
        for (const auto& text : {u"team ="_s, u"taem = red"_s, u"name matches /(/"_s}) {
            session_->setFilter(text);
            QVERIFY(!session_->filterStatus().valid()); // at once
            QCOMPARE(session_->filterStatus().text, text);
            QVERIFY(!session_->filterStatus().evaluating);
            QCOMPARE(status(), u"2/4 of 'team = red'"_s);
        }
        QCOMPARE(changed.count(), 3);
        QCOMPARE(session_->filterStatus().error->problem, QueryProblem::BadRegex);
        filter(u"team = blue"_s);
        QVERIFY(session_->filterStatus().valid());
        QCOMPARE(status(), u"1/4 of 'team = blue'"_s);
    }

    void keepsTheLastGoodFilterWhenEvaluationFails() {
        std::string csv = "name\nok\n";
        csv += std::string(5'000, 'a') + "\n";
        open(csv);
        filter(u"name = ok"_s);
        filter(u"name matches /^(a+)+[0-9]$/"_s); // read and bound, but too much for PCRE2's match limit
        QVERIFY(!session_->filterStatus().valid());
        QCOMPARE(session_->filterStatus().error->problem, QueryProblem::MatchLimit);
        QCOMPARE(status(), u"1/2 of 'name = ok'"_s);
    }

    void givesUpAFilterThatCannotCopeWithNewRows() {
        std::string csv = "name\n";
        for (int i = 0; i < 140'000; ++i)
            csv += "ok\n";
        csv += std::string(5'000, 'a') + "\n";
        start(csv);
        bool asked = false;
        connect(session_.get(), &TableSession::loadingProgress, this, [&] {
            if (!std::exchange(asked, true)) session_->setFilter(u"name matches /^(a+)+[0-9]$/"_s);
        });
        settle();
        QCOMPARE(session_->filterStatus().error->problem, QueryProblem::MatchLimit);
        QCOMPARE(status(), u"140001/140001 of ''"_s);
    }

    void keepsAnEarlyFilterUntilThereIsATable() {
        session_->setFilter(u"team = red"_s);
        QVERIFY(session_->filterStatus().valid());
        session_->setFilter(u"team = "_s);
        QVERIFY(!session_->filterStatus().valid());
        open(peopleCsv); // another table: the filter begins anew
        QCOMPARE(status(), u"4/4 of ''"_s);

        start(peopleCsv);
        session_->setFilter(u"age > 40"_s);
        settle();
        QCOMPARE(status(), u"2/4 of 'age > 40'"_s);

        start(peopleCsv);
        session_->setFilter(u"height > 40"_s);
        settle();
        QVERIFY(!session_->filterStatus().valid());
        QCOMPARE(session_->filterStatus().error->problem, QueryProblem::UnknownColumn);
        QCOMPARE(status(), u"4/4 of ''"_s);
    }

    void sorts() {
        open(peopleCsv);
        sort({{.operand = ColumnId{2}, .descending = true}});
        QCOMPARE(names(), u"Di Cy Ada Bo"_s);
        sort({{.operand = ColumnId{1}}, {.operand = ColumnId{2}, .descending = true}});
        QCOMPARE(names(), u"Bo Cy Ada Di"_s);
        filter(u"team = red"_s);
        QCOMPARE(names(), u"Cy Ada"_s);
        sort({});
        QCOMPARE(names(), u"Ada Cy"_s);
        filter(QString());
        QCOMPARE(names(), u"Ada Bo Cy Di"_s);
    }

    void sortingKeepsTheCurrentCell() {
        open(peopleCsv);
        const QPersistentModelIndex current = session_->model()->index(2, 1);
        const QSignalSpy reset(session_->model(), &QAbstractItemModel::modelReset);
        sort({{.operand = ColumnId{0}, .descending = true}});
        QCOMPARE(current.row(), 1);
        sort({});
        QCOMPARE(current.row(), 2);
        filter(u"age > 20"_s);
        QCOMPARE(reset.count(), 1);
        const QPersistentModelIndex filtered = session_->model()->index(1, 1);
        QCOMPARE(filtered.data().toString(), u"red"_s);
        sort({{.operand = ColumnId{0}, .descending = true}});
        QCOMPARE(filtered.row(), 1);
        QCOMPARE(names(), u"Di Cy Ada"_s);
        QCOMPARE(reset.count(), 1);
    }

    void newestQuestionWins() {
        open(relationsCsv(20'000));
        QStringList applied;
        connect(session_.get(), &TableSession::filterChanged, this, [&](const FilterStatus& now) {
            if (applied.isEmpty() || applied.last() != now.appliedText) applied << now.appliedText;
        });
        QString text = u"metadata.privilegeName = role"_s;
        for (int i = 0; i < 50; ++i) { // as fast as a hand could never type
            session_->setFilter(u"identity%1"_s.arg(i));
            session_->setSort({{.operand = ColumnId{static_cast<std::uint32_t>(i % 9)}}});
            if (i % 10 == 0) QCoreApplication::processEvents();
        }
        session_->setFilter(text + u'3');
        settle();
        QCOMPARE(session_->filterStatus().appliedText, text + u'3');
        QCOMPARE(session_->filterStatus().shown, 20'003U / 7);
        QVERIFY(applied.size() < 20);
        session_->setFilter(text + u'4');
        session_->setFilter(text + u'3'); // back to what is shown, before the other is answered
        settle();
        QCOMPARE(session_->filterStatus().appliedText, text + u'3');
        QVERIFY(!applied.contains(text + u'4'));
    }

    void growsWhileItLoads_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("sorted");
        QTest::newRow("all rows") << QString() << false;
        QTest::newRow("filtered") << u"metadata.privilegeName = role3"_s << false;
        QTest::newRow("sorted") << QString() << true;
        QTest::newRow("both") << u"metadata.privilegeName = role3"_s << true;
    }
    void growsWhileItLoads() {
        QFETCH(QString, filter);
        QFETCH(bool, sorted);
        constexpr std::uint32_t rows = 80'000;
        start(relationsCsv(rows));
        bool asked = false;
        int partial = 0;
        connect(session_.get(), &TableSession::filterChanged, this, [&](const FilterStatus& now) {
            if (now.partial && now.shown > 0 && now.appliedText == filter) ++partial;
        });
        connect(session_.get(), &TableSession::loadingProgress, this, [&] {
            if (std::exchange(asked, true)) return;
            session_->setFilter(filter);
            if (sorted) session_->setSort({{.operand = ColumnId{1}}});
        });
        settle();
        QVERIFY(partial > 0);
        QCOMPARE(session_->filterStatus().total, rows);
        QCOMPARE(session_->filterStatus().shown, filter.isEmpty() ? rows : (rows + 3) / 7);
        QVERIFY(!session_->filterStatus().partial);
        QCOMPARE(session_->model()->rowCount(), static_cast<int>(session_->filterStatus().shown));
        if (!sorted) return;
        const TableModel& model = *session_->model();
        for (int row = 1; row < model.rowCount(); row += 97)
            QVERIFY(model.index(row - 1, 1).data().toString() <= model.index(row, 1).data().toString());
    }

    void listsManyRowsInSeveralTurns() {
        constexpr int most = 1 << 18;
        constexpr int rows = 2 * most - 1000;
        std::string csv = "n\n";
        for (int i = 0; i < rows; ++i)
            csv += "1\n";
        const TableModel& model = *session_->model();
        bool early = false; // or this machine is too fast to see it
        connect(session_.get(), &TableSession::loadingProgress, this, [&](quint64 interned) {
            early = early || (interned < rows && session_->filterStatus().total == rows);
        });
        int longest = 0;
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [&](const QModelIndex&, int from, int to) { longest = std::max(longest, to - from + 1); });
        open(csv);
        QCOMPARE(model.rowCount(), rows);
        QVERIFY(!early || longest <= most);
        if (longest == 0) QSKIP("all were found before the first were shown");
    }

    void listsRowsBeforeTheyAreInterned() {
        constexpr std::uint32_t rows = 80'000;
        start(relationsCsv(rows));
        QTRY_COMPARE_WITH_TIMEOUT(session_->model()->rowCount(), static_cast<int>(rows), 20'000);
        const bool early = session_->table()->rowCount() < rows; // or this machine is too fast to see it
        const QModelIndex last = session_->model()->index(static_cast<int>(rows) - 1, 8);
        const QVariant cell = last.data();
        const QVariant tip = last.data(Qt::ToolTipRole);
        const QPersistentModelIndex kept = last;
        QVERIFY(session_->saveCsv(path(), {ColumnId{8}})); // waits until they are
        QVERIFY(session_->isSaving());
        const QSignalSpy saved(session_.get(), &TableSession::saveEnded);
        const QSignalSpy reset(session_->model(), &QAbstractItemModel::modelReset);
        settle();
        QTRY_COMPARE(saved.count(), 1);
        QCOMPARE(saved[0][0].value<SaveResult>().written.rows, rows);
        QCOMPARE(reset.count(), 0); // nothing jumps
        QVERIFY(kept.isValid());
        QCOMPARE(session_->model()->rowCount(), static_cast<int>(rows));
        QCOMPARE(kept.data(), cell);
        QCOMPARE(kept.data(Qt::ToolTipRole), tip);
        if (!early) qWarning("loaded before it could be looked at");
    }

    void dropsWhatIsOnlyListedWhenLoadingEnds() {
        start(relationsCsv(80'000));
        QTRY_COMPARE_WITH_TIMEOUT(session_->model()->rowCount(), 80'000, 20'000);
        const QSignalSpy saved(session_.get(), &TableSession::saveEnded);
        const bool early = session_->table()->rowCount() < 80'000;
        if (!early) QSKIP("loaded before it could be looked at");
        QVERIFY(session_->saveCsv(path(), {ColumnId{8}}));
        session_->cancelLoading();
        QCOMPARE(saved.count(), 1);
        QVERIFY(saved[0][0].value<SaveResult>().cancelled);
        QVERIFY(!session_->isSaving());
        QCOMPARE(session_->model()->rowCount(), static_cast<int>(session_->table()->rowCount()));
        QCOMPARE(session_->filterStatus().total, session_->table()->rowCount());
        QVERIFY(session_->filterStatus().partial);
    }

    /// What is reached becomes more with every row, and that in the middle.
    void keepsNoPlacesWhenOtherRowsDecide() {
        QFile file(folder_->filePath(u"growing.csv"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const auto growing = std::make_shared<GrowingFile>(::dup(file.handle()));
        const auto grow = [&](const QByteArray& bytes) {
            QVERIFY(file.write(bytes) == bytes.size() && file.flush());
            growing->grow(static_cast<std::uint64_t>(file.size()));
        };
        const auto relation = [](const char* parent, const char* child) {
            return QByteArray("okta,,i,") + parent + ',' + child + ",t,s,v,{}\n";
        };
        session_->open({file.fileName()}, {.growing = growing});
        session_->setFilter(u"reachable_from(a)"_s);
        grow("App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata Version,"
             "Metadata\n" +
             relation("x", "y") + relation("a", "b"));
        QTRY_COMPARE(session_->model()->rowCount(), 1);
        const QPersistentModelIndex kept = session_->model()->index(0, 3);
        QCOMPARE(kept.data().toString(), u"a"_s);
        grow(relation("b", "x"));
        QTRY_COMPARE(session_->model()->rowCount(), 3);
        QVERIFY(!kept.isValid() || kept.data().toString() == u"a"_s);
        growing->end(GrowingFile::End::Whole);
        settle();
    }

    void cancelsLoading() {
        start(relationsCsv(80'000));
        const QSignalSpy cancelled(session_.get(), &TableSession::loadingCancelled);
        const QSignalSpy loaded(session_.get(), &TableSession::loaded);
        QTRY_VERIFY(session_->model()->rowCount() > 0);
        session_->cancelLoading();
        session_->cancelLoading();
        QCOMPARE(cancelled.count(), 1);
        QVERIFY(!session_->isLoading());
        const int rows = session_->model()->rowCount();
        QTest::qWait(50);
        QCOMPARE(session_->model()->rowCount(), rows);
        QCOMPARE(loaded.count(), 0);
        QVERIFY(session_->filterStatus().partial);
    }

    void saysWhatThereIsNoMemoryFor() {
        const QString name = folder_->filePath(u"people.csv"_s);
        const QSignalSpy failed(session_.get(), &TableSession::loadingFailed);
        {
            const WantOfThreads none;
            session_->open({name});
        }
        QTRY_COMPARE(failed.count(), 1);
        const auto error = failed[0][0].value<TableError>();
        QVERIFY(error.kind == TableErrorKind::OutOfMemory);
        QCOMPARE(QString::fromStdString(error.file), name);
        QVERIFY(!session_->isLoading());

        open(peopleCsv);
        const QString before = textOf(*session_->model());
        const QSignalSpy refused(session_.get(), &TableSession::sortRefused);
        {
            const WantOfThreads none;
            session_->setSort({{.operand = ColumnId{0}, .descending = true}});
        }
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(session_->sort().empty());
        QCOMPARE(textOf(*session_->model()), before);

        const QSignalSpy ended(session_.get(), &TableSession::saveEnded);
        {
            const WantOfThreads none;
            QVERIFY(session_->saveCsv(name, {ColumnId{0}}));
        }
        QTRY_COMPARE(ended.count(), 1);
        const auto saved = ended[0][0].value<SaveResult>();
        QCOMPARE(saved.path, name);
        QVERIFY(saved.error && saved.error->systemError == ENOMEM);
    }

    void closesInTheMiddleOfEverything() {
        for (int i = 0; i < 5; ++i) {
            start(relationsCsv(60'000));
            QTRY_VERIFY(session_->model()->rowCount() > 0);
            session_->setFilter(u"identity"_s);
            session_->setSort({{.operand = ColumnId{3}}});
            session_->saveCsv(folder_->filePath(u"out.csv"_s), {ColumnId{0}});
            if (i % 2 == 0) QCoreApplication::processEvents();
            QElapsedTimer timer;
            timer.start();
            init(); // destroys the session, then its folder
            QVERIFY2(timer.elapsed() < 1'000, QByteArray::number(timer.elapsed()).constData());
        }
    }

    void opensAnotherTableInPlace() {
        open(peopleCsv);
        filter(u"team = red"_s);
        sort({{.operand = ColumnId{0}, .descending = true}});
        const std::weak_ptr<const Table> before = session_->table();
        open("x,y\n1,2\n");
        QCOMPARE(textOf(*session_->model()), u"1|2"_s);
        QVERIFY(session_->sort().empty());
        QCOMPARE(status(), u"1/1 of ''"_s);
        QTRY_VERIFY(before.expired()); // nothing keeps its memory
    }
};

QTEST_GUILESS_MAIN(TestTableSession)
#include "test_tablesession.moc"
