#include "app/commands/interruption.h"

#include <QTest>

#include <atomic>

using namespace idscope;

class TestInterruption : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tells_data() {
        QTest::addColumn<int>("signal");
        QTest::newRow("interrupted") << SIGINT;
        QTest::newRow("terminated") << SIGTERM;
        QTest::newRow("hung up") << SIGHUP;
    }
    void tells() {
        QFETCH(int, signal);
        std::atomic<int> told = 0;
        const auto before = std::signal(signal, SIG_DFL);
        {
            const Interruption interruption([&](int number) { told = number; });
            std::raise(signal);
            QTRY_COMPARE(told.load(), signal);
        }
        QVERIFY(std::signal(signal, before) == SIG_DFL);
    }

    void underNohupHangingUpIsNothing() {
        std::atomic<int> first = 0;
        const auto before = std::signal(SIGHUP, SIG_IGN);
        {
            const Interruption interruption([&](int number) {
                if (first == 0) first = number;
            });
            std::raise(SIGHUP);
            std::raise(SIGTERM); // told one after the other
            QTRY_VERIFY(first != 0);
        }
        QCOMPARE(first.load(), SIGTERM);
        QVERIFY(std::signal(SIGHUP, before) == SIG_IGN);
    }
};

QTEST_GUILESS_MAIN(TestInterruption)
#include "test_interruption.moc"
