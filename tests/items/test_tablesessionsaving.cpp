#include "tests/items/sessiontest.h"

#include <QDir>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

class TestTableSessionSaving : public SessionTest {
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }

    void savesExactlyWhatIsShown() {
        open("ID*,Name*,Status*,Metadata\n"
             "1,\"Okta, EU\",active,\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hunter2\"\"}\"\n"
             "2,Box,inactive,{}\n3,=Ada,active,\"{broken \"\"secret\"\" \"\"value\"\": 1\"\n");
        filter(u"status = active"_s);
        sort({{.operand = ColumnId{0}, .descending = true}});
        const std::vector<Operand> columns{ColumnId{3}, ColumnId{1}};
        QCOMPARE(save(columns, false, false),
                 QByteArray("Metadata,Name*\n"
                            "\"{broken \"\"secret\"\" ••••••••\",=Ada\n"
                            "\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"••••••••\"\"}\","
                            "\"Okta, EU\"\n"));
        QCOMPARE(save({ColumnId{1}}, true, false), QByteArray("\xEF\xBB\xBFName*\r\n'=Ada\r\n\"Okta, EU\"\r\n"));
        QCOMPARE(save({ColumnId{3}}, false, true),
                 QByteArray("Metadata\n\"{broken \"\"secret\"\" \"\"value\"\": 1\"\n"
                            "\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"hunter2\"\"}\"\n"));
    }

    void savesWhatWasShownWhenAsked() {
        open(relationsCsv(30'000));
        const QSignalSpy ended(session_.get(), &TableSession::saveEnded);
        QVERIFY(session_->saveCsv(path(), {ColumnId{0}}));
        QVERIFY(session_->isSaving());
        QVERIFY(!session_->saveCsv(path(), {ColumnId{0}}));
        session_->setFilter(u"nothing of the kind"_s);
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(contents(path()).count('\n'), 30'001);
        QVERIFY(!session_->isSaving());
    }

    void savesAllOfWhatIsStillBeingListed() {
        const std::string csv = relationsCsv(30'000);
        const QString name = folder_->filePath(u"listed.csv"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(csv.data(), static_cast<qint64>(csv.size())) > 0);
        file.close();
        const QSignalSpy ended(session_.get(), &TableSession::saveEnded);
        session_->open({name}, {.sectionBytes = 64}); // so that listing all takes its time
        QTRY_VERIFY(session_->model()->rowCount() > 0);
        if (session_->model()->rowCount() == 30'000) QSKIP("listed before it could be looked at");
        QVERIFY(session_->saveCsv(path(), {ColumnId{0}}));
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
        QCOMPARE(ended[0][0].value<SaveResult>().written.rows, 30'000U);
        QCOMPARE(contents(path()).count('\n'), 30'001);
    }

    void savesAllOfWhatIsListedInSeveralTurns() {
        constexpr std::uint32_t rows = 1'000'000;
        std::string csv = "n\n";
        for (std::uint32_t i = 0; i < rows; ++i)
            csv += "1\n";
        const QSignalSpy ended(session_.get(), &TableSession::saveEnded);
        const TableModel& model = *session_->model();
        bool asked = false;
        connect(session_.get(), &TableSession::filterChanged, this, [&] {
            const TablePtr& table = session_->table();
            const auto listed = static_cast<std::uint32_t>(model.rowCount());
            if (asked || !table || listed == 0 || listed > table->rowCount() || table->rowCount() == rows) return;
            asked = true; // all that is listed is interned, but there is more
            QVERIFY(session_->saveCsv(path(), {ColumnId{0}}));
        });
        int pause = 2; // until so much is interned
        connect(&model, &QAbstractItemModel::modelReset, this, [&] { QTest::qSleep(pause); });
        for (; !asked && pause < 100; pause *= 2) {
            start(csv);
            settle();
        }
        if (!asked) QSKIP("listed before it could be looked at");
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60'000);
        QCOMPARE(contents(path()).count('\n'), qsizetype{rows} + 1);
    }

    void cancelledSavingLeavesTheOldFile() {
        open(relationsCsv(40'000));
        QFile old(path());
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        const QSignalSpy ended(session_.get(), &TableSession::saveEnded);
        QVERIFY(session_->saveCsv(path(), {ColumnId{0}, ColumnId{3}, ColumnId{4}, ColumnId{8}}));
        session_->cancelSaving();
        QTRY_COMPARE(ended.count(), 1);
        const auto result = ended[0][0].value<SaveResult>();
        QVERIFY(result.cancelled && !result.error);
        QCOMPARE(result.path, path());
        QCOMPARE(contents(path()), QByteArray("old"));
        QCOMPARE(QDir(folder_->path()).entryList({u"out*"_s}, QDir::Files).size(), 1);
    }

    void saysWhyItCannotSave() {
        open(peopleCsv);
        const QSignalSpy ended(session_.get(), &TableSession::saveEnded);
        QVERIFY(session_->saveCsv(folder_->filePath(u"no/such/folder.csv"_s), {ColumnId{0}}));
        QTRY_COMPARE(ended.count(), 1);
        const auto result = ended[0][0].value<SaveResult>();
        QVERIFY(!result.cancelled && result.error);
        QCOMPARE(result.error->kind, FileErrorKind::CannotCreate);
    }
};

QTEST_GUILESS_MAIN(TestTableSessionSaving)
#include "test_tablesessionsaving.moc"
