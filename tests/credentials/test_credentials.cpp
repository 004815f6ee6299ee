#include "app/credentials/apikey.h"
#include "app/credentials/memorystore.h"
#include "app/credentials/profiles.h"
#include "app/credentials/secret.h"

#include <QDebug>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <ostream>
#include <type_traits>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

template <class T>
concept Printable = requires(std::ostream& stream, const T& value) { stream << value; } ||
                    requires(QDebug debug, const T& value) { debug << value; };
static_assert(Printable<QByteArray>, "the concept must be able to see something");
static_assert(!Printable<Secret>);
static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);

QByteArray bytesOf(const Secret& secret) {
    return secret.use([](const QByteArray& bytes) { return QByteArray(bytes.constData(), bytes.size()); });
}

} // namespace

class TestCredentials : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void secretMoves() {
        Secret first(QByteArray("word"));
        QVERIFY(!first.isEmpty());
        Secret second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that it is empty is the point
        QCOMPARE(bytesOf(second), "word");
        first = std::move(second);
        QCOMPARE(bytesOf(first), "word");
        const Secret copy = first.copy();
        first = Secret();
        QCOMPARE(bytesOf(copy), "word"); // which wiping the other did not touch
        QVERIFY(Secret().isEmpty());
    }
    void keyFromEnvironment() {
        QProcessEnvironment environment;
        QVERIFY(!apiKeyFromEnvironment(environment));
        environment.insert(u"IDSCOPE_API_KEY_ID"_s, u" id\n"_s);
        QVERIFY(!apiKeyFromEnvironment(environment));
        environment.insert(u"IDSCOPE_API_KEY_SECRET"_s, u""_s);
        QVERIFY(!apiKeyFromEnvironment(environment));
        environment.insert(u"IDSCOPE_API_KEY_SECRET"_s, u"secret"_s);
        const auto key = apiKeyFromEnvironment(environment);
        QVERIFY(key.has_value());
        QCOMPARE(key->id, u"id"_s);
        QCOMPARE(bytesOf(key->secret), "secret");
    }

    void memoryStore() {
        MemoryStore store;
        QVERIFY(!store.find(u"a"_s));
        store.put(u"a"_s, Secret(QByteArray("1")));
        const auto old = store.find(u"a"_s);
        store.put(u"a"_s, Secret(QByteArray("2")));
        QCOMPARE(bytesOf(*old), "1");
        QCOMPARE(bytesOf(*store.find(u"a"_s)), "2");
        store.forget(u"a"_s);
        QVERIFY(!store.find(u"a"_s));
    }

    void profilesAreKept() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"config/idscope/profiles.conf"_s);
        const Profile acme{u"Acme/\u00dc [1]=;"_s, QUrl(u"https://app.balkan.id"_s), u"key,1"_s};
        const Profile lab{u"Lab"_s, QUrl(u"http://127.0.0.1:8080/base"_s), u"key2"_s};
        QVERIFY(Profiles(path).list().empty());
        QVERIFY(!Profiles(path).lastUsed());
        QVERIFY(Profiles(path).save(lab));
        QVERIFY(Profiles(path).save(acme));
        QCOMPARE(Profiles(path).list(), (std::vector{acme, lab}));
        QVERIFY(!Profiles(path).lastUsed());
        QVERIFY(Profiles(path).setLastUsed(lab.name));
        QCOMPARE(Profiles(path).lastUsed(), std::optional(lab));
        Profile changed = lab;
        changed.keyId = u"key3"_s;
        QVERIFY(Profiles(path).save(changed));
        QCOMPARE(Profiles(path).find(u"Lab"_s), std::optional(changed));
        QCOMPARE(Profiles(path).list().size(), std::size_t{2});
        QCOMPARE(QFileInfo(path).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(QFileInfo(QFileInfo(path).path()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QVERIFY(Profiles(path).remove(u"Lab"_s));
        QVERIFY(!Profiles(path).lastUsed());
        QCOMPARE(Profiles(path).list(), (std::vector{acme}));
    }
    void badProfilesAreLeftOut() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profiles.conf"_s);
        for (const char* base : {"ftp://h.example", "http://h.example", "https://u:p@h.example", "h.example"})
            QVERIFY(Profiles(path).save({QString::fromLatin1(base), QUrl(QString::fromLatin1(base)), {}}));
        QVERIFY(Profiles(path).list().empty());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[profiles\n\x01\xff=%\nsize=9999");
        file.close();
        QVERIFY(Profiles(path).list().empty());
    }
    void cannotWrite() {
        const QTemporaryDir folder;
        QFile blocking(folder.filePath(u"idscope"_s));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        QVERIFY(
            !Profiles(folder.filePath(u"idscope/profiles.conf"_s)).save({u"a"_s, QUrl(u"https://h.example"_s), {}}));
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "test_credentials.moc"
