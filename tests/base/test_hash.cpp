#include "models/base/hash.h"
#include "models/base/randomhash.h"

#include <QObject>
#include <QTest>

#include <cstdint>
#include <cstring>
#include <set>
#include <string>

using namespace idscope;

namespace {

std::string bytesOf(std::uint64_t word) {
    std::string bytes(sizeof word, '\0');
    std::memcpy(bytes.data(), &word, sizeof word);
    return bytes;
}

} // namespace

class TestHash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Words that are in this source, so that anybody can write them into a file.
    void knownWordsDoNotCollide_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("behind");
        const QByteArray first = QByteArray::fromStdString(bytesOf(0xe7037ed1a0b428db));
        const QByteArray second = QByteArray::fromStdString(bytesOf(0x8ebc6af09c88c6e3));
        QTest::newRow("16 bytes") << first << QByteArray();
        QTest::newRow("24 bytes") << first << QByteArray(8, 'x');
        QTest::newRow("40 bytes") << first << QByteArray(24, 'x');
        QTest::newRow("second step") << QByteArray(16, 'x') + second << QByteArray(8, 'x');
    }

    void knownWordsDoNotCollide() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, behind);
        for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{0x123456789abcdef0}}) {
            const ByteHash hash(seed);
            std::set<std::uint32_t> hashes; // as many bits as a dictionary takes
            for (std::uint64_t i = 0; i < 1000; ++i)
                hashes.insert(
                    static_cast<std::uint32_t>(hash(before.toStdString() + bytesOf(i) + behind.toStdString())));
            QVERIFY2(hashes.size() > 990, QByteArray::number(quint64{hashes.size()}).constData());
        }
    }

    void seedsDiffer() {
        for (const char* text : {"", "a", "four", "eight by", "more than sixteen bytes"})
            QVERIFY(ByteHash(1)(text) != ByteHash(2)(text));
    }

    void nobodyKnowsARandomSeed() {
        const std::uint64_t word = 1;
        QVERIFY(RandomHash()(word) != RandomHash()(word));
        QVERIFY(RandomHash()("text") != RandomHash()("text"));
    }
};

QTEST_APPLESS_MAIN(TestHash)
#include "test_hash.moc"
