#include "models/schema/resources.h"
#include "models/table/growingfile.h"
#include "models/table/loader.h"
#include "tests/csv/randomcsv.h"
#include "tests/support/tabletext.h"

#include <QTemporaryFile>
#include <QTest>

#include <algorithm>
#include <condition_variable>
#include <fcntl.h>
#include <mutex>
#include <random>
#include <string>
#include <thread>
#include <unistd.h>

using namespace idscope;
using namespace idscope::test;

namespace {

/// A file and whoever writes it.
class Writer {
public:
    Writer() {
        if (!file_.open()) qFatal("no file");
        growing_ = std::make_shared<GrowingFile>(::open(file_.fileName().toUtf8().constData(), O_RDONLY | O_CLOEXEC));
    }
    void write(std::string_view bytes) {
        if (file_.write(bytes.data(), std::ssize(bytes)) != std::ssize(bytes) || !file_.flush()) qFatal("full");
        growing_->grow(written_ += bytes.size());
    }
    [[nodiscard]] const std::shared_ptr<GrowingFile>& growing() const { return growing_; }

private:
    QTemporaryFile file_;
    std::uint64_t written_ = 0;
    std::shared_ptr<GrowingFile> growing_;
};

/// The newest snapshot of a load that runs on another thread.
class Load {
public:
    explicit Load(const Writer& writer, unsigned threads = 0)
        : thread_([this, growing = writer.growing(), threads](const std::stop_token& stop) {
              auto result = loadTable({"growing.csv"}, {.schemas = resources(), .growing = growing, .threads = threads},
                                      stop, [this](TablePtr snapshot) {
                                          const std::lock_guard lock(mutex_);
                                          newest_ = std::move(snapshot);
                                          changed_.notify_all();
                                      });
              result_ = std::move(result);
          }) {}
    /// Waits for so many rows.
    bool waitFor(std::uint32_t rows) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(20),
                                 [&] { return newest_ && newest_->rowCount() >= rows; });
    }
    [[nodiscard]] TablePtr newest() {
        const std::lock_guard lock(mutex_);
        return newest_;
    }
    void stop() { thread_.request_stop(); }
    const std::expected<TablePtr, TableError>& result() {
        if (thread_.joinable()) thread_.join();
        return result_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    TablePtr newest_;
    std::expected<TablePtr, TableError> result_ = nullptr;
    std::jthread thread_;
};

/// A table is loaded while its file is still being written.
class TestGrowingFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesTheTableOfTheWholeFile();
    void showsWhatHasCome();
    void keepsWhatCameBeforeTheCut();
    void stopsWhileItWaits();
};

void TestGrowingFile::givesTheTableOfTheWholeFile() {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        std::string csv = random() % 2 == 0 ? "a,b,c\n" : "App,Timestamp,Parent Entity BRN,Entity BRN,Entity Type\n";
        for (auto parts = random() % 20; parts > 0; --parts)
            csv += randomCsv(random);
        const auto expected = loadTableFromMemory(csv, "growing.csv", {.schemas = resources()});
        QVERIFY(expected);
        Writer writer;
        Load load(writer, 1 + static_cast<unsigned>(random() % 3));
        const std::size_t most = 1 + random() % 200;
        for (std::size_t at = 0; at < csv.size(); at += most)
            writer.write(std::string_view(csv).substr(at, most));
        writer.growing()->end(GrowingFile::End::Whole);
        QVERIFY(load.result());
        QVERIFY2(wholeText(**load.result()) == wholeText(**expected), csv.c_str());
        QVERIFY((*load.result())->isComplete());
    }
}

void TestGrowingFile::showsWhatHasCome() {
    Writer writer;
    Load load(writer);
    writer.write("a,b\n1,x\n2,\"y\nz\"\n3,");
    QVERIFY(load.waitFor(2)); // nothing more has to come
    QCOMPARE(rowsText(*load.newest()), "1|x\n2|y\nz\n");
    QVERIFY(!load.newest()->isComplete());
    writer.write("\"q");
    for (int i = 4; i < 100; ++i)
        writer.write("\"\n" + std::to_string(i) + ",\"w");
    QVERIFY(load.waitFor(98));
    writer.write("\"\n");
    writer.growing()->end(GrowingFile::End::Whole);
    QVERIFY(load.result());
    QCOMPARE((*load.result())->rowCount(), 99U);
    QCOMPARE(std::string((*load.result())->cell(RowId{2}, ColumnId{1})), "q");
}

void TestGrowingFile::keepsWhatCameBeforeTheCut() {
    for (const unsigned threads : {1U, 2U, 4U}) {
        Writer writer;
        std::string csv = "a,b\n";
        for (int i = 0; i < 150'000; ++i)
            csv += std::to_string(i) + ",x\n";
        writer.write(csv + "150000,half of a ce");
        writer.growing()->end(GrowingFile::End::Cut);
        writer.growing()->end(GrowingFile::End::Whole); // too late
        Load load(writer, threads);
        QVERIFY(!load.result());
        QCOMPARE(load.result().error().kind, TableErrorKind::Incomplete);
        QCOMPARE(load.result().error().byte, csv.size());
        QCOMPARE(load.newest()->rowCount(), 150'000U); // and not the half one
        QVERIFY(!load.newest()->isComplete());
        QCOMPARE(std::string(load.newest()->cell(RowId{149'999}, ColumnId{0})), "149999");
    }
    Writer writer;
    writer.write("a,");
    writer.growing()->end(GrowingFile::End::Cut);
    Load load(writer);
    QVERIFY(!load.result());
    QCOMPARE(load.result().error().kind, TableErrorKind::Incomplete);
    QVERIFY(load.newest() == nullptr);
}

void TestGrowingFile::stopsWhileItWaits() {
    for (const std::string_view begin : {"", "a,b\n", "a,b\n1,2\n"}) {
        Writer writer;
        writer.write(begin);
        Load load(writer);
        if (begin.size() > 4) QVERIFY(load.waitFor(1));
        load.stop();
        QVERIFY(!load.result());
        QCOMPARE(load.result().error().kind, TableErrorKind::Cancelled);
    }
}

} // namespace

QTEST_APPLESS_MAIN(TestGrowingFile)
#include "test_growingfile.moc"
