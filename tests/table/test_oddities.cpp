#include "models/table/valuepool.h"

#include <QTest>

#include <string>

using namespace idscope;

/// Values are looked at several bytes at a time: nothing odd may hide behind other bytes, wherever it stands.
class TestOddities : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsEveryByte_data() {
        QTest::addColumn<char>("byte");
        QTest::addColumn<bool>("isNul");
        QTest::newRow("NUL") << '\0' << true;
        QTest::newRow("continuation") << '\x80' << false;
        QTest::newRow("no byte of UTF-8") << '\xFF' << false;
        QTest::newRow("lead alone") << '\xC3' << false;
    }
    void findsEveryByte() {
        QFETCH(char, byte);
        QFETCH(bool, isNul);
        for (std::size_t length = 1; length <= 33; ++length) {
            for (std::size_t at = 0; at < length; ++at) {
                std::string value(length, at % 2 == 0 ? '\x01' : '\x7F');
                value[at] = byte;
                const auto found = textOddities(value);
                QCOMPARE(found.size(), 1U);
                QCOMPARE(found[0].kind, isNul ? NoticeKind::NulByte : NoticeKind::InvalidUtf8);
                QCOMPARE(found[0].byte, at);
            }
        }
    }
    void findsNothing() {
        for (std::size_t length = 0; length <= 33; ++length) {
            QVERIFY(textOddities(std::string(length, '\x01')).empty());
            QVERIFY(textOddities(std::string(length, '\x7F') + "\xC3\xA4" + std::string(length, 'a')).empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestOddities)
#include "test_oddities.moc"
