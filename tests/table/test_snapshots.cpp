#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "tests/support/printing.h"

#include <QTemporaryFile>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

using namespace idscope;

namespace {

/// Hands the newest snapshot from the loading thread to readers.
class Newest {
public:
    void set(TablePtr table) {
        const std::scoped_lock lock(mutex_);
        table_ = std::move(table);
        changed_.notify_all();
    }
    /// The newest snapshot once it is another one than `seen`.
    TablePtr next(const TablePtr& seen) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return table_ != seen; });
        return table_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    TablePtr table_;
};

constexpr std::uint32_t rows = 200000;

std::string brn(std::uint32_t row) {
    return "brn:bid:balkanid:::T:" + std::string(row % 3 == 0 ? "identity" : "role") + ":" +
           std::to_string(row / 3 * 7919 % 60000);
}

class TestSnapshots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areReadWhileLoadingGoesOn();
    void outliveTheLoading();
    void findColumns();
};

void TestSnapshots::areReadWhileLoadingGoesOn() {
    // Every reader checks every cell of every snapshot's last rows while the loader interns on: for ThreadSanitizer
    // to judge, too.
    std::string csv = "App,Parent Entity BRN,Entity BRN,n\n";
    for (std::uint32_t row = 0; row < rows; ++row)
        csv += "okta," + brn(row) + "," + brn(row + 1) + "," + std::to_string(row) + "\n";
    QTemporaryFile file;
    QVERIFY(file.open());
    QCOMPARE(file.write(csv.data(), qint64(csv.size())), qint64(csv.size()));
    QVERIFY(file.flush());

    Newest newest;
    std::atomic<std::uint32_t> wrong = 0;
    std::atomic<std::uint32_t> seenPartial = 0;
    const auto read = [&] {
        TablePtr table;
        do {
            table = newest.next(table);
            if (!table->isComplete()) ++seenPartial;
            const std::uint32_t count = table->rowCount();
            for (std::uint32_t row = count > 3000 ? count - 3000 : 0; row < count; ++row) {
                const RowId id{row};
                if (table->cell(id, ColumnId{1}) != brn(row) || table->cell(id, ColumnId{2}) != brn(row + 1) ||
                    table->cell(id, ColumnId{3}) != std::to_string(row) ||
                    table->cell(id, ColumnId{4}) != (row % 3 == 0 ? "identity" : "role") ||
                    table->code(id, ColumnId{3}).value >= table->distinct(ColumnId{3}))
                    ++wrong;
            }
        } while (!table->isComplete());
    };
    {
        const std::jthread first(read);
        const std::jthread second(read);
        const auto table =
            loadTable({file.fileName().toStdString()}, {.schemas = {}, .schema = &schemas::entityRelations}, {},
                      [&](TablePtr snapshot) { newest.set(std::move(snapshot)); });
        if (!table) qFatal("not loaded"); // or the readers would wait for ever
        QCOMPARE((*table)->rowCount(), rows);
    }
    QCOMPARE(wrong.load(), 0U);
    QVERIFY(seenPartial.load() > 0);
}

void TestSnapshots::outliveTheLoading() {
    TablePtr table;
    {
        const auto loaded = loadTableFromMemory(std::string("a,b\n1,") + std::string(3000, 'x') + "\n", "memory", {});
        QVERIFY(loaded);
        table = *loaded;
    }
    QCOMPARE(table->cell(RowId{0}, ColumnId{1}).size(), 3000U);
}

void TestSnapshots::findColumns() {
    constexpr std::uint32_t columns = 10000;
    std::string header;
    for (std::uint32_t i = 0; i < columns; ++i)
        header += "Column " + std::to_string(i) + ",";
    const auto table = loadTableFromMemory(header + "column_7\n1\n", "memory", {});
    QVERIFY(table);
    for (std::uint32_t i = 0; i < columns; ++i)
        QVERIFY((*table)->find("column_" + std::to_string(i)) == ColumnId{i});
    // Of one name the first, and the other by the label it got.
    QVERIFY((*table)->find(" COLUMN 7* ") == ColumnId{7});
    QVERIFY((*table)->find((*table)->column(ColumnId{columns}).label) == ColumnId{columns});
    QVERIFY(!(*table)->find("column"));
    QVERIFY(!(*table)->find("column 10000"));
}

} // namespace

QTEST_APPLESS_MAIN(TestSnapshots)
#include "test_snapshots.moc"
