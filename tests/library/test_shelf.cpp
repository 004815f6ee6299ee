#include "app/session/shelf.h"
#include "app/session/taskqueue.h"
#include "tests/support/wantofthreads.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <expected>
#include <memory>
#include <semaphore>
#include <vector>

using namespace idscope;
using namespace Qt::StringLiterals;

/// The disk is touched elsewhere, in order, and here where there is no thread.
class TestShelf : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tasksAreDoneInOrder() {
        std::vector<int> done;
        std::atomic<bool> elsewhere = true;
        {
            TaskQueue queue;
            for (int number = 0; number < 1000; ++number)
                queue.add([&, number, here = QThread::currentThreadId()] {
                    done.push_back(number);
                    if (QThread::currentThreadId() == here) elsewhere = false;
                });
        } // waits for all
        QVERIFY(elsewhere);
        QCOMPARE(done.size(), 1000U);
        QVERIFY(std::ranges::is_sorted(done));
    }
    void tasksCanBeDropped() {
        std::binary_semaphore begun(0), go(0);
        std::atomic<int> done = 0;
        {
            TaskQueue queue;
            queue.add([&] {
                begun.release();
                go.acquire();
                ++done;
            });
            begun.acquire();
            queue.add([&] { ++done; });
            queue.clear();
            go.release();
        }
        QCOMPARE(done, 1);
    }
    void threadsMayBeWanting() {
        std::vector<Qt::HANDLE> workers;
        const auto note = [&] { workers.push_back(QThread::currentThreadId()); };
        {
            TaskQueue queue;
            {
                const test::WantOfThreads none;
                queue.add(note);
                QCOMPARE(workers.size(), 1U); // done already
            }
            queue.add(note);
        }
        QCOMPARE(workers.size(), 2U);
        QCOMPARE(workers[0], QThread::currentThreadId());
        QVERIFY(workers[1] != QThread::currentThreadId());
    }
    void aLibraryIsListedWithoutThreads() {
        const QTemporaryDir root;
        const test::WantOfThreads none;
        auto shelf = std::make_unique<Shelf>(root.filePath(u"snapshots"_s));
        QVERIFY(!shelf->isListed()); // as always, later
        QTRY_VERIFY(shelf->isListed());
        QCOMPARE(shelf->warning(), QString());
        bool prepared = false;
        shelf->prepare([&](const std::expected<QString, LibraryError>& folder) { prepared = folder.has_value(); });
        QTRY_VERIFY(prepared);
        shelf.reset(); // waits for nothing
    }
};

QTEST_GUILESS_MAIN(TestShelf)
#include "test_shelf.moc"
