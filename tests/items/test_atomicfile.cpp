#include "models/base/atomicfile.h"
#include "tests/support/faultyfiles.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <stop_token>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

void put(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Lets files of this process grow to `bytes` only: what a full disk looks like to write().
class SizeLimit {
public:
    explicit SizeLimit(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{.rlim_cur = bytes, .rlim_max = before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }
    SizeLimit(const SizeLimit&) = delete;
    SizeLimit& operator=(const SizeLimit&) = delete;

private:
    rlimit before_{};
};

std::expected<void, FileError> save(const QString& path, std::size_t bytes, std::size_t piece) {
    AtomicFile file(path);
    if (auto opened = file.open(); !opened) return opened;
    for (std::size_t done = 0; done < bytes; done += piece)
        if (auto written = file.write(std::string(std::min(piece, bytes - done), 'n')); !written) return written;
    return file.commit();
}

} // namespace

class TestAtomicFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void replacesWholeAndPrivate() {
        put(path(), "old");
        QVERIFY(QFile::setPermissions(path(), QFileDevice::ReadOwner | QFileDevice::ReadOther));
        AtomicFile file(path());
        QVERIFY(file.open());
        QVERIFY(file.write("new "));
        QVERIFY(file.write(std::string_view("b\0tes", 5)));
        QCOMPARE(contents(path()), QByteArray("old"));
        QVERIFY(file.commit());
        QCOMPARE(contents(path()), QByteArray("new b\0tes", 9));
        struct stat status{};
        QCOMPARE(stat(QFile::encodeName(path()).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777U, 0600U);
        QCOMPARE(files(), QStringList{u"saved.csv"_s});
    }

    void followsLinksToLinks() {
        const QString real = folder_->filePath(u"real.csv"_s);
        const QString link = folder_->filePath(u"link.csv"_s);
        put(real, "old");
        QVERIFY(QFile::link(real, link));
        QVERIFY(QFile::link(link, path()));
        AtomicFile file(path());
        QVERIFY(file.open());
        QVERIFY(file.write("new"));
        QVERIFY(file.commit());
        QCOMPARE(contents(real), QByteArray("new"));
        for (const QString& each : {link, path()})
            QVERIFY(QFileInfo(each).isSymLink());
    }

    void leavesNothingWithoutCommit() {
        {
            AtomicFile file(path());
            QVERIFY(file.open());
            QVERIFY(file.write(std::string(1'000'000, 'x')));
        }
        QCOMPARE(files(), QStringList());
    }

    void removesWhatIsLeftOfKilledProcesses() {
        const QString old = u".idscope-1f.part"_s, atWork = u".idscope-2e.part"_s;
        const QStringList others{u".mine.part"_s, u"idscope-1f.part"_s, u".idscope-1f"_s};
        for (const QString& name : QStringList{old, atWork} + others) {
            put(folder_->filePath(name), "x");
            QFile file(folder_->filePath(name));
            QVERIFY(file.open(QIODevice::ReadWrite));
            const auto time = QDateTime::currentDateTime().addSecs(name == atWork ? -60 : -2 * 3600);
            QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
        }
        std::stop_source stopped;
        stopped.request_stop();
        removeUnfinished(folder_->path(), stopped.get_token());
        QVERIFY(files().contains(old));
        removeUnfinished(folder_->path());
        const QStringList left = files();
        QVERIFY(!left.contains(old));
        QCOMPARE(left.size(), others.size() + 1);
        removeUnfinished(folder_->filePath(u"no/such/folder"_s));
    }

    void leavesWhatIsBeingWritten() {
        const test::FaultyFiles named(0, test::FaultyFiles::Fault::Kill, false); // none of its steps goes wrong
        AtomicFile file(path(), named);
        QVERIFY(file.open());
        QCOMPARE(files().size(), 1);
        {
            QFile hidden(folder_->filePath(files().front()));
            QVERIFY(hidden.open(QIODevice::ReadWrite));
            const auto time = QDateTime::currentDateTime().addSecs(-2 * 3600); // as another clock may say
            QVERIFY(hidden.setFileTime(time, QFileDevice::FileModificationTime));
        }
        removeUnfinished(folder_->path());
        QVERIFY(file.write("new"));
        QVERIFY(file.commit());
        QCOMPARE(contents(path()), QByteArray("new"));
        QCOMPARE(files(), QStringList{u"saved.csv"_s});
    }

    void namesTheFolderThatIsMissing() {
        AtomicFile file(folder_->filePath(u"no/such/folder.csv"_s));
        const auto opened = file.open();
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, FileErrorKind::CannotCreate);
        QCOMPARE(opened.error().systemError, ENOENT);
        QCOMPARE(opened.error().file, folder_->filePath(u"no/such/folder.csv"_s));
    }

    void fullDiskLeavesTheOldFile_data() {
        QTest::addColumn<int>("room");
        QTest::addColumn<int>("piece");
        for (const int room : {0, 1, 4096, 16384, 65536, 99'999})
            for (const int piece : {1000, 40'000, 100'000})
                QTest::addRow("room %d, written by %d", room, piece) << room << piece;
    }
    void fullDiskLeavesTheOldFile() {
        QFETCH(int, room);
        QFETCH(int, piece);
        put(path(), "old");
        {
            const SizeLimit limit(static_cast<rlim_t>(room));
            const auto saved = save(path(), 100'000, static_cast<std::size_t>(piece));
            QVERIFY(!saved);
            QCOMPARE(saved.error().kind, FileErrorKind::DiskFull);
            QCOMPARE(saved.error().systemError, EFBIG);
        }
        QCOMPARE(contents(path()), QByteArray("old"));
        QCOMPARE(files(), QStringList{u"saved.csv"_s});
        QVERIFY(save(path(), 100'000, static_cast<std::size_t>(piece)));
        QCOMPARE(contents(path()).size(), 100'000);
    }

private:
    [[nodiscard]] QString path() const { return folder_->filePath(u"saved.csv"_s); }
    [[nodiscard]] QStringList files() const {
        return QDir(folder_->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    std::unique_ptr<QTemporaryDir> folder_;
};

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "test_atomicfile.moc"
