#include "app/session/connections.h"
#include "tests/gui/rig.h"

#include <QTest>

#include <deque>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// A keychain whose answers wait until the test gives them, and that may refuse to forget.
class SlowStore final : public SecretStore {
public:
    std::map<QString, QByteArray> kept;
    std::deque<std::function<void()>> answers;
    bool locked = false;

    void answerAll() {
        while (!answers.empty()) {
            const auto next = std::move(answers.front());
            answers.pop_front();
            next();
        }
    }
    void probe(Done done) override {
        answers.push_back([done = std::move(done)] { done({}); });
    }
    /// What it reads is what was there when it was asked.
    void read(const QString& name, ReadDone done) override {
        const auto at = kept.find(name);
        const QByteArray found = at == kept.end() ? QByteArray() : at->second;
        answers.push_back([found, done = std::move(done)] {
            if (found.isEmpty()) return done(std::unexpected(KeychainFault::NoSecret));
            done(Secret(QByteArray(found)));
        });
    }
    void write(const QString& name, Secret secret, Done done) override {
        if (locked) return refuse(std::move(done));
        kept[name] = secret.use([](const QByteArray& bytes) { return QByteArray(bytes); });
        answers.push_back([done = std::move(done)] { done({}); });
    }
    void remove(const QString& name, Done done) override {
        if (locked) return refuse(std::move(done));
        kept.erase(name);
        answers.push_back([done = std::move(done)] { done({}); });
    }

private:
    void refuse(Done done) {
        answers.push_back([done = std::move(done)] { done(std::unexpected(KeychainFault::Locked)); });
    }
};

Profile lab() {
    return {.name = u"Lab"_s, .base = QUrl(u"https://old.example/base"_s), .keyId = u"k"_s, .id = u"Lab"_s};
}

} // namespace

/// Which secret goes where, over a keychain that is slow or refuses.
class TestKeys : public QObject {
    Q_OBJECT

    /// The secret found, "none", or "" when nothing has been said.
    static QByteArray find(Keys& keys, SlowStore& store, const Profile& profile) {
        QByteArray got;
        keys.find(profile, [&got](const auto& secret) {
            got = secret ? (*secret)->use([](const QByteArray& bytes) { return QByteArray(bytes); }) : "none";
        });
        store.answerAll();
        return got;
    }

private Q_SLOTS:
    void names_data() {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("keyId");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("same");
        QTest::newRow("itself") << u"https://old.example/base"_s << u"k"_s << u"Lab"_s << true;
        QTest::newRow("another path") << u"https://old.example/"_s << u"k"_s << u"Lab"_s << true;
        QTest::newRow("another host") << u"https://new.example/base"_s << u"k"_s << u"Lab"_s << false;
        QTest::newRow("another port") << u"https://old.example:444/base"_s << u"k"_s << u"Lab"_s << false;
        QTest::newRow("another scheme") << u"http://old.example/base"_s << u"k"_s << u"Lab"_s << false;
        QTest::newRow("another key") << u"https://old.example/base"_s << u"k2"_s << u"Lab"_s << false;
        QTest::newRow("another profile") << u"https://old.example/base"_s << u"k"_s << u"Lab 2"_s << false;
        QTest::newRow("blanks elsewhere") << u"https://old.example/base"_s << u"k Lab"_s << QString() << false;
    }
    void names() {
        QFETCH(QString, base);
        QFETCH(QString, keyId);
        QFETCH(QString, id);
        QTEST(secretName({.name = u"Lab"_s, .base = QUrl(base), .keyId = keyId, .id = id}) == secretName(lab()),
              "same");
    }

    void aSecretStaysWithItsAddressAndKey() {
        const auto store = std::make_shared<SlowStore>();
        {
            Keys keys(store);
            keys.keep(lab(), Secret(QByteArray("old")), [](const auto&) {});
            store->answerAll();
            store->locked = true; // so that nothing can be replaced or removed any more
            Profile moved = lab();
            moved.base = QUrl(u"https://new.example"_s);
            keys.keep(moved, Secret(QByteArray("new")), [](const auto&) {});
            keys.forget(lab(), [](const auto&) {});
            store->answerAll();
            QCOMPARE(find(keys, *store, moved), "new"); // from memory
        }
        Keys next(store);
        Profile moved = lab();
        moved.base = QUrl(u"https://new.example"_s);
        QVERIFY(!next.known(moved));
        QCOMPARE(find(next, *store, moved), "none");
        Profile other = lab();
        other.keyId = u"k2"_s;
        QCOMPARE(find(next, *store, other), "none");
        QCOMPARE(find(next, *store, lab()), "old");
        QVERIFY(!next.known(moved)); // nor from memory
    }

    void aForgottenSecretStaysForgotten() {
        const auto store = std::make_shared<SlowStore>();
        store->kept[secretName(lab())] = "old";
        Keys keys(store);
        QByteArray got;
        keys.find(lab(), [&got](const auto& secret) { got = secret ? "secret" : "none"; });
        keys.forget(lab(), [](const auto&) {});
        store->answerAll();
        QCOMPARE(got, "none");
        QVERIFY(!keys.known(lab()));
        QCOMPARE(keys.place(lab().id), KeyPlace::Unknown);
    }

    void oneThatWasTypedMeanwhileIsNewer() {
        const auto store = std::make_shared<SlowStore>();
        store->kept[secretName(lab())] = "old";
        Keys keys(store);
        QByteArray got;
        keys.find(lab(), [&got](const auto& secret) {
            got = secret ? (*secret)->use([](const QByteArray& bytes) { return QByteArray(bytes); }) : "none";
        });
        keys.keep(lab(), Secret(QByteArray("new")), [](const auto&) {});
        store->answerAll();
        QCOMPARE(got, "new");
        QCOMPARE(keys.place(lab().id), KeyPlace::Keychain);
    }

    void aRemovedProfileIsNotConnected_data() {
        QTest::addColumn<bool>("removed");
        QTest::newRow("still there") << false;
        QTest::newRow("removed meanwhile") << true;
    }
    void aRemovedProfileIsNotConnected() {
        QFETCH(bool, removed);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"profiles.conf"_s);
        QVERIFY(Profiles(file).save(lab()));
        const auto store = std::make_shared<SlowStore>();
        store->kept[secretName(lab())] = "old";
        QWidget window;
        ScriptedPicker picker;
        Connections connections(Profiles(file), store, {}, window, picker);
        int connected = 0;
        connect(&connections, &Connections::connected, this, [&] { ++connected; });
        connections.connectTo(lab());
        if (removed) QVERIFY(Profiles(file).remove(lab().id)); // by another window
        store->answerAll();
        QCOMPARE(connected, removed ? 0 : 1);
    }
};

QTEST_MAIN(TestKeys)
#include "test_keys.moc"
