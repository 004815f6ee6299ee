#include "app/network/pace.h"
#include "app/network/ratemeter.h"

#include <QTest>

#include <set>

using namespace idscope;
using namespace std::chrono_literals;

class TestPace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void growsToTenSeconds() {
        const double middles[] = {500,       750,        1125,  1687.5, 2531.25, 3796.875,
                                  5695.3125, 8542.96875, 10000, 10000,  10000};
        int index = 0;
        for (const double middle : middles) {
            std::set<std::chrono::milliseconds> seen;
            for (std::uint64_t draw = 0; draw < 500; ++draw) {
                const auto pause = pauseBefore(index, 42, draw);
                QVERIFY(static_cast<double>(pause.count()) >= middle * 0.8 - 1);
                QVERIFY(static_cast<double>(pause.count()) <= middle * 1.2 + 1);
                seen.insert(pause);
            }
            const auto spread = static_cast<double>((*seen.rbegin() - *seen.begin()).count());
            QVERIFY2(spread > middle * 0.36, "the pauses must use all of the ± 20 %");
            ++index;
        }
        QCOMPARE(pauseBefore(1'000'000, 1, 2), pauseBefore(10, 1, 2));
    }
    void isDeterminedByItsSeed() {
        QCOMPARE(pauseBefore(3, 7, 1), pauseBefore(3, 7, 1));
        QVERIFY(pauseBefore(8, 7, 1) != pauseBefore(8, 7, 2));
        QVERIFY(pauseBefore(8, 7, 1) != pauseBefore(8, 8, 1));
    }

    void readsRetryAfter_data() {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("ms");
        const auto row = [](const char* header, qint64 ms) { QTest::newRow(header) << QByteArray(header) << ms; };
        row("0", 0);
        row("3", 3000);
        row(" 120 ", 120'000);
        row("99999999999999999999999", 366LL * 24 * 3600 * 1000);
        row("Sun, 06 Nov 1994 08:49:37 GMT", 37'000);
        row("Sun, 06 Nov 1994 08:48:00 GMT", 0);
        row("Mon, 07 Nov 1994 08:49:00 GMT", 24LL * 3600 * 1000);
        row("", -1);
        row("-3", -1);
        row("+3", -1);
        row("3.5", -1);
        row("soon", -1);
        row("1994-11-06", -1);
    }
    void readsRetryAfter() {
        QFETCH(QByteArray, header);
        QFETCH(qint64, ms);
        const QDateTime now(QDate(1994, 11, 6), QTime(8, 49, 0), Qt::UTC);
        const auto wait = readRetryAfter(header, now);
        QCOMPARE(wait ? static_cast<qint64>(wait->count()) : -1, ms);
    }

    void smoothsTheRate() {
        RateMeter meter;
        RateMeter::Time now{};
        meter.restart(1000, now);
        QCOMPARE(meter.bytesPerSecond(), 0.0);
        meter.update(3000, now += 1s);
        QCOMPARE(meter.bytesPerSecond(), 2000.0);
        meter.update(3000, now += 1s);
        QVERIFY(meter.bytesPerSecond() > 1000 && meter.bytesPerSecond() < 1500);
        meter.update(3000, now += 60s);
        QVERIFY(meter.bytesPerSecond() < 1);
        meter.update(5000, now);
        QVERIFY(meter.bytesPerSecond() < 1); // no time has passed
    }
};

QTEST_GUILESS_MAIN(TestPace)
#include "test_pace.moc"
