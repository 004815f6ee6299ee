#include "app/credentials/keychainstore.h"
#include "tests/support/keyring.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

#include <optional>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// For a keychain that will not answer. One that does has the time it needs on a busy machine.
constexpr KeychainLimits brief{.answer = 700ms, .people = 900ms};
constexpr int patienceMs = 20'000;

/// "ok", "secret: …" or the fault's number.
using Said = std::optional<QByteArray>;

QByteArray said(KeychainFault fault) {
    return QByteArray::number(static_cast<int>(fault));
}

} // namespace

/// The system's keychain in all its states: on a bus of the test's own, in this order.
class TestKeychain : public QObject {
    Q_OBJECT
    Keyring keyring_;

    static SecretStore::Done into(Said& said_) {
        return [&said_](std::expected<void, KeychainFault> result) {
            QVERIFY(!said_); // each answer comes once
            said_ = result ? "ok" : said(result.error());
        };
    }
    /// What the store answers; "" when it does not. Nothing may hold the event loop up meanwhile.
    template <class Ask>
    static QByteArray answer(Ask ask) {
        Said got;
        ask(got);
        if (got) return "answered at once";
        QElapsedTimer beat;
        qint64 longest = 0;
        QTimer timer;
        timer.callOnTimeout([&] { longest = std::max(longest, beat.restart()); });
        beat.start();
        timer.start(10);
        if (!QTest::qWaitFor([&] { return got.has_value(); }, patienceMs)) return {};
        if (longest > 2000) return "held up for " + QByteArray::number(longest) + " ms";
        return *got;
    }
    static QByteArray probe(SecretStore& store) {
        return answer([&](Said& got) { store.probe(into(got)); });
    }
    static QByteArray write(SecretStore& store, const QString& profile, const QByteArray& secret) {
        return answer([&](Said& got) { store.write(profile, Secret(QByteArray(secret)), into(got)); });
    }
    static QByteArray remove(SecretStore& store, const QString& profile) {
        return answer([&](Said& got) { store.remove(profile, into(got)); });
    }
    static QByteArray read(SecretStore& store, const QString& profile) {
        return answer([&](Said& got) {
            store.read(profile, [&got](std::expected<Secret, KeychainFault> result) {
                got = result ? result->use([](const QByteArray& bytes) { return "secret: " + bytes; })
                             : said(result.error());
            });
        });
    }

private Q_SLOTS:
    void initTestCase() {
        if (!Keyring::isInstalled()) QSKIP("dbus-daemon and gnome-keyring-daemon are not installed");
        QVERIFY(keyring_.startBus());
        keyring_.adopt();
    }
    void aBusWithoutKeychain() {
        KeychainStore store;
        QCOMPARE(probe(store), said(KeychainFault::Absent));
        QCOMPARE(read(store, u"a"_s), said(KeychainFault::Absent));
        QCOMPARE(write(store, u"a"_s, "1"), said(KeychainFault::Absent));
        QCOMPARE(remove(store, u"a"_s), said(KeychainFault::Absent));
    }
    void anOpenOne() {
        QVERIFY(keyring_.start());
        KeychainStore store;
        QCOMPARE(probe(store), "ok");
        QCOMPARE(read(store, u"a"_s), said(KeychainFault::NoSecret));
        QCOMPARE(remove(store, u"a"_s), "ok");
        QCOMPARE(write(store, u"a"_s, "secret=1/+"), "ok");
        QCOMPARE(write(store, u"Acme/\u00dc <b>&"_s, "2"), "ok");
        QCOMPARE(read(store, u"a"_s), "secret: secret=1/+");
        QCOMPARE(write(store, u"a"_s, "3"), "ok");
        KeychainStore another; // as another run would
        QCOMPARE(read(another, u"a"_s), "secret: 3");
        QCOMPARE(read(another, u"Acme/\u00dc <b>&"_s), "secret: 2");
        QCOMPARE(remove(another, u"a"_s), "ok");
        QCOMPARE(read(store, u"a"_s), said(KeychainFault::NoSecret));
    }
    void requestsKeepTheirOrder() {
        KeychainStore store;
        QByteArrayList got;
        store.write(u"b"_s, Secret(QByteArray("1")), [&](auto result) { got += result ? "ok" : "fault"; });
        store.read(u"b"_s, [&](auto result) {
            got += result ? result->use([](const QByteArray& bytes) { return QByteArray(bytes); }) : "fault";
        });
        store.remove(u"b"_s, [&](auto result) { got += result ? "ok" : "fault"; });
        store.read(u"b"_s, [&](auto result) { got += result ? QByteArray("there") : said(result.error()); });
        QTRY_COMPARE_WITH_TIMEOUT(got, (QByteArrayList{"ok", "1", "ok", said(KeychainFault::NoSecret)}), patienceMs);
    }
    void noAnswerComesAfterTheStore() {
        bool gone = false;
        int late = 0;
        const auto count = [&](const auto&) { late += gone ? 1 : 0; };
        {
            KeychainStore store;
            store.read(u"a"_s, count);
            store.probe(count);
            QTest::qWait(1); // in which some may be answered
            gone = true;
        }
        {
            KeychainStore store; // for which the event loop does not come round once
            store.read(u"a"_s, count);
            store.probe(count);
        }
        KeychainStore next; // is answered behind them
        QCOMPARE(read(next, u"a"_s), said(KeychainFault::NoSecret));
        QCOMPARE(late, 0);
    }
    void aHangingOne() {
        KeychainStore patient;
        QCOMPARE(write(patient, u"a"_s, "1"), "ok");
        keyring_.hang();
        KeychainStore store(brief);
        QElapsedTimer time;
        time.start();
        QCOMPARE(probe(store), said(KeychainFault::NoAnswer));
        QCOMPARE(read(store, u"a"_s), said(KeychainFault::NoAnswer));
        QCOMPARE(write(store, u"a"_s, "4"), said(KeychainFault::NoAnswer));
        QVERIFY(time.elapsed() < 6'000);
        keyring_.wake();
        QTRY_COMPARE_WITH_TIMEOUT(probe(patient), "ok", patienceMs);
        QCOMPARE(read(patient, u"a"_s), "secret: 1");
    }
    void oneThatHangsInTheMiddle() {
        KeychainStore store(brief);
        // Answers the first question, then hangs: the job itself has to be given up.
        Said got;
        store.read(u"a"_s, [&](std::expected<Secret, KeychainFault> result) {
            got = result ? QByteArray("secret") : said(result.error());
        });
        QTest::qWait(0);
        keyring_.hang();
        QTRY_VERIFY_WITH_TIMEOUT(got.has_value(), patienceMs);
        keyring_.wake();
        // Whatever it was doing, it does what comes next.
        QTRY_COMPARE_WITH_TIMEOUT(read(store, u"a"_s), "secret: 1", patienceMs);
    }
    void aLockedOne() {
        KeychainStore store(brief);
        QVERIFY(keyring_.lock());
        QCOMPARE(probe(store), said(KeychainFault::Locked));
        QCOMPARE(read(store, u"a"_s), said(KeychainFault::Locked));
        const QByteArray written = write(store, u"a"_s, "2");
        QVERIFY2(written == said(KeychainFault::Locked) || written == said(KeychainFault::Denied), written);
    }
    void oneThatGoes() {
        KeychainStore store;
        keyring_.stop();
        QCOMPARE(probe(store), said(KeychainFault::Absent));
        QCOMPARE(read(store, u"a"_s), said(KeychainFault::Absent));
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "test_keychain.moc"
