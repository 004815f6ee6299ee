#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <malloc.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace idscope;
using namespace Qt::StringLiterals;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool keepsShadows = true; // in terabytes of addresses
#else
constexpr bool keepsShadows = false;
#endif

namespace {

constexpr int kilobyte = 1024;

/// What a child tells with its exit code.
enum Ending : int { Loaded, OutOfMemory, OtherError, NotAfterwards };

rlim_t addressesInUse() {
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly)) qFatal("no /proc");
    return file.readAll().split(' ').value(0).toULongLong() * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

/// Loads a file with so much room left, then a small table with as much as there is. An Ending; else a signal,
/// negative.
int loadWith(rlim_t room, const std::string& file, unsigned threads) {
    const pid_t child = ::fork();
    if (child == 0) {
        rlimit before{};
        ::getrlimit(RLIMIT_AS, &before);
        const rlimit narrow{addressesInUse() + room, before.rlim_max};
        if (::setrlimit(RLIMIT_AS, &narrow) != 0) ::_exit(OtherError);
        Ending ending = Loaded;
        {
            const auto table = loadTable({file}, {.schemas = resources(), .threads = threads});
            if (!table) ending = table.error().kind == TableErrorKind::OutOfMemory ? OutOfMemory : OtherError;
        }
        ::setrlimit(RLIMIT_AS, &before);
        if (!loadTableFromMemory("id\n1\n", "small", {.schemas = resources()})) ending = NotAfterwards;
        ::_exit(ending);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

} // namespace

/// Memory may end at any moment of loading: that is an error like any other.
class TestOutOfMemory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (keepsShadows) QSKIP("The sanitizer needs all addresses itself.");
        QByteArray rows = "id,name,other\n";
        for (int row = 0; row < 40'000; ++row)
            rows += QByteArray::number(row) + ",name " + QByteArray::number(row * 7) + ",other " +
                    QByteArray::number(row * 13) + '\n';
        large_ = write(u"large.csv"_s, rows);
        small_ = write(u"small.csv"_s, "id\n1\n2\n");
    }

    void isSaid_data() {
        QTest::addColumn<unsigned>("threads");
        QTest::newRow("one thread") << 1U;
        QTest::newRow("four threads") << 4U;
    }
    void isSaid() {
        QFETCH(unsigned, threads);
        int failed = 0;
        int loaded = 0;
        for (rlim_t room = 128 * kilobyte; loaded == 0 && room < rlim_t{512} * 1024 * kilobyte; room += room / 5) {
            const int ending = loadWith(room, large_, threads);
            QVERIFY2(ending == Loaded || ending == OutOfMemory,
                     qPrintable(u"%1 with %2 KB"_s.arg(ending).arg(room / kilobyte)));
            ++(ending == Loaded ? loaded : failed);
        }
        QVERIFY2(failed >= 5, qPrintable(QString::number(failed)));
        QCOMPARE(loaded, 1);
    }

    /// A thread needs 8 MB of addresses for its stack.
    void threadsAreNoCondition() { QCOMPARE(loadWith(6 * 1024 * kilobyte, small_, 4), int{Loaded}); }

private:
    std::string write(const QString& name, const QByteArray& bytes) {
        QFile file(folder_.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
        return file.fileName().toStdString();
    }

    QTemporaryDir folder_;
    std::string large_, small_;
};

int main(int argc, char** argv) {
    // No addresses in reserve: neither in a heap that was larger once, nor in one of another thread (Qt's watchdog has
    // one of 64 MB), which would do when the main one is at its end.
    ::mallopt(M_ARENA_MAX, 1);
    ::mallopt(M_MMAP_THRESHOLD, 64 * kilobyte);
    ::mallopt(M_TRIM_THRESHOLD, 64 * kilobyte);
    const QCoreApplication application(argc, argv);
    TestOutOfMemory test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_outofmemory.moc"
