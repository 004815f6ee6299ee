#include "app/credentials/apikey.h"
#include "app/credentials/authorities.h"
#include "app/credentials/memorystore.h"
#include "app/credentials/profiles.h"
#include "app/credentials/secret.h"
#include "app/library/folderlock.h"

#include <QDebug>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cerrno>
#include <ostream>
#include <sys/stat.h>
#include <thread>
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

    void memoryStoreAnswersLater() {
        auto store = std::make_unique<MemoryStore>();
        QByteArrayList got;
        const auto done = [&got](std::expected<void, KeychainFault> result) { got += result ? "ok" : "fault"; };
        const auto read = [&got](std::expected<Secret, KeychainFault> result) {
            got += result ? bytesOf(*result) : QByteArray(result.error() == KeychainFault::NoSecret ? "none" : "fault");
        };
        store->write(u"a"_s, Secret(QByteArray("1")), done);
        store->read(u"a"_s, read);
        store->remove(u"a"_s, done);
        store->read(u"a"_s, read);
        QVERIFY(got.isEmpty());
        QTRY_COMPARE(got, (QByteArrayList{"ok", "1", "ok", "none"}));
        store->probe(done);
        store.reset();
        QCoreApplication::processEvents();
        QCOMPARE(got.size(), 4);
    }

    void profilesAreKept() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"config/idscope/profiles.conf"_s);
        const Profile acme{.name = u"Acme/\u00dc [1]=;"_s,
                           .base = QUrl(u"https://app.balkan.id"_s),
                           .keyId = u"key,1"_s,
                           .authorityFile = u"/home/\u00fc/ca, 1.pem"_s,
                           .proxy = ProxyUse::None,
                           .id = u"Acme"_s};
        const Profile lab{
            .name = u"Lab"_s, .base = QUrl(u"http://127.0.0.1:8080/base"_s), .keyId = u"key2"_s, .id = u"Lab"_s};
        QVERIFY(Profiles(path).list().empty());
        QVERIFY(!Profiles(path).lastUsed());
        QVERIFY(Profiles(path).save(lab));
        QVERIFY(Profiles(path).save(acme));
        QCOMPARE(Profiles(path).list(), (std::vector{acme, lab}));
        QVERIFY(!Profiles(path).lastUsed());
        QVERIFY(Profiles(path).setLastUsed(lab.id));
        QCOMPARE(Profiles(path).lastUsed(), std::optional(lab));
        Profile changed = lab;
        changed.keyId = u"key3"_s;
        changed.name = u"Laboratory"_s;
        QVERIFY(Profiles(path).save(changed));
        QCOMPARE(Profiles(path).find(u"Lab"_s), std::optional(changed));
        QCOMPARE(Profiles(path).named(u"Laboratory"_s), std::optional(changed));
        QVERIFY(!Profiles(path).named(u"Lab"_s));
        QCOMPARE(Profiles(path).lastUsed(), std::optional(changed));
        QCOMPARE(Profiles(path).newId(u"Lab"_s), u"Lab 2"_s);
        QCOMPARE(Profiles(path).newId(u"Laboratory"_s), u"Laboratory"_s);
        QCOMPARE(Profiles(path).list().size(), std::size_t{2});
        QCOMPARE(QFileInfo(path).permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(QFileInfo(QFileInfo(path).path()).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QVERIFY(Profiles(path).remove(u"Lab"_s));
        QVERIFY(!Profiles(path).lastUsed());
        QCOMPARE(Profiles(path).list(), (std::vector{acme}));
    }
    void profilesOfEarlierVersions() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profiles.conf"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nlastUsed=Lab\n[profiles]\n1\\name=Lab\n1\\base=https://h.example\n1\\keyId=k\nsize=1\n");
        file.close();
        const Profile lab{.name = u"Lab"_s, .base = QUrl(u"https://h.example"_s), .keyId = u"k"_s, .id = u"Lab"_s};
        QCOMPARE(Profiles(path).lastUsed(), std::optional(lab));
    }
    void badProfilesAreLeftOut() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profiles.conf"_s);
        for (const char* base : {"ftp://h.example", "http://h.example", "https://u:p@h.example", "h.example"}) {
            const QString text = QString::fromLatin1(base);
            QVERIFY(Profiles(path).save({.name = text, .base = QUrl(text), .id = text}));
        }
        QVERIFY(Profiles(path).list().empty());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[profiles\n\x01\xff=%\nsize=9999");
        file.close();
        QVERIFY(Profiles(path).list().empty());
    }

    void whatIsNotUnderstoodStays() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profiles.conf"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nnew=thing\n[later]\nkey=1\n[profiles]\n1\\name=Lab\n1\\base=https://h.example\n"
                   "1\\colour=red\n2\\name=Odd\n2\\base=gopher://h.example\n2\\more=x\nsize=2\n");
        file.close();
        const auto others = [&path] {
            const QSettings now(path, QSettings::IniFormat);
            QStringList found;
            for (const char* key : {"new", "later/key", "profiles/2/name", "profiles/2/base", "profiles/2/more"})
                found += now.value(QLatin1StringView(key)).toString();
            return found.join(u' ');
        };
        const QString before = others();
        QCOMPARE(before, u"thing 1 Odd gopher://h.example x"_s);
        const Profile lab{.name = u"Lab"_s, .base = QUrl(u"https://new.example"_s), .keyId = u"k"_s, .id = u"Lab"_s};
        QVERIFY(Profiles(path).setLastUsed(u"Lab"_s));
        QCOMPARE(others(), before);
        QVERIFY(Profiles(path).save(lab));
        QVERIFY(Profiles(path).save({.name = u"New"_s, .base = lab.base, .id = u"New"_s}));
        QCOMPARE(others(), before);
        QCOMPARE(QSettings(path, QSettings::IniFormat).value(u"profiles/1/colour"_s).toString(), u"red"_s);
        QCOMPARE(Profiles(path).list().size(), std::size_t{2});
        QCOMPARE(Profiles(path).lastUsed(), std::optional(lab));
        QVERIFY(Profiles(path).remove(u"Lab"_s));
        QCOMPARE(others(), before);
        QCOMPARE(Profiles(path).list().size(), std::size_t{1});
    }
    void windowsLoseNothingOfEachOther() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profiles.conf"_s);
        constexpr int each = 6;
        std::atomic<int> saved = 0;
        const auto window = [&](QChar letter) {
            for (int i = 0; i < each; ++i) {
                const QString name = letter + QString::number(i);
                saved += Profiles(path).save({.name = name, .base = QUrl(u"https://h.example"_s), .id = name}) ? 1 : 0;
            }
        };
        {
            const std::jthread one(window, u'a');
            const std::jthread other(window, u'b');
        }
        QCOMPARE(saved.load(), 2 * each);
        QCOMPARE(Profiles(path).list().size(), std::size_t{2 * each});
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"profiles.conf"_s});
    }
    void aWindowThatNeverEndsWriting() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"profiles.conf"_s);
        const Profile lab{.name = u"Lab"_s, .base = QUrl(u"https://h.example"_s), .id = u"Lab"_s};
        QVERIFY(Profiles(path).save(lab));
        auto other = FolderLock::tryTake(folder.path(), FolderLock::Kind::Exclusive);
        QVERIFY(other.has_value());
        QVERIFY(!Profiles(path).remove(lab.id)); // after a while
        QCOMPARE(Profiles(path).list(), std::vector{lab});
        other.reset();
        QVERIFY(Profiles(path).remove(lab.id));
    }

    void authoritiesAreRead() {
        const QTemporaryDir folder;
        const auto fileOf = [&folder](const QByteArray& bytes) {
            QFile file(folder.filePath(u"ca.pem"_s));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
        };
        const auto fault = [](const QString& file) {
            const auto read = readAuthorities(file);
            return read ? -1 : read.error().systemError;
        };
        QCOMPARE(readAuthorities({})->size(), 0);
        QCOMPARE(fault(folder.filePath(u"missing"_s)), ENOENT);
        QCOMPARE(fault(folder.path()), EISDIR);
        QCOMPARE(fault(fileOf("no certificate")), 0);
        QCOMPARE(fault(fileOf({})), 0);
        QCOMPARE(fault(fileOf(QByteArray(2 << 20, 'x'))), EFBIG);
        const QString pipe = folder.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(fault(pipe), EINVAL); // and does not wait for a writer
        QList<QSslCertificate> system = QSslConfiguration::systemCaCertificates();
        if (system.size() < 2) QSKIP("this system has no authorities to test with");
        QCOMPARE(*readAuthorities(fileOf("text\n" + system[0].toPem() + system[1].toPem())), system.first(2));
    }
    void cannotWrite() {
        const QTemporaryDir folder;
        QFile blocking(folder.filePath(u"idscope"_s));
        QVERIFY(blocking.open(QIODevice::WriteOnly));
        const Profile profile{.name = u"a"_s, .base = QUrl(u"https://h.example"_s), .id = u"a"_s};
        QVERIFY(!Profiles(folder.filePath(u"idscope/profiles.conf"_s)).save(profile));
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "test_credentials.moc"
