#include "models/query/decimal.h"

#include <QTest>

using namespace idscope;

class TestDecimal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        for (const char* text : {"0", "-0", "+7", "007", "1.", ".5", "1.50", "1e3", "1E+03", "-2.5e-7", "1e0",
                                 "123456789012345678901234567890"})
            QTest::addRow("%s", text) << QByteArray(text) << true;
        for (const char* text : {"", ".", "+", "-", "e5", "1e", "1e+", " 1", "1 ", "1,5", "0x10", "--1", "1.2.3", "nan",
                                 "inf", "1e5.5", "\xD9\xA3"})
            QTest::addRow("not '%s'", text) << QByteArray(text) << false;
    }
    void reads() {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        QCOMPARE(parseDecimal(text.toStdString()).has_value(), valid);
    }

    void compares_data() {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<int>("order");
        const auto row = [](const char* left, const char* right, int order) {
            QTest::addRow("%s ? %s", left, right) << QByteArray(left) << QByteArray(right) << order;
        };
        row("0", "-0", 0);
        row("0", "0e99", 0);
        row("1.50", "1.5", 0);
        row("3", "3.0", 0);
        row("3", "3e0", 0);
        row("300", "3e2", 0);
        row("0.003", "3e-3", 0);
        row("007", "7", 0);
        row("+7", "7", 0);
        row("2", "10", -1);
        row("-2", "-10", 1);
        row("-1", "1", -1);
        row("-1", "0", -1);
        row("0", "1e-999999", -1);
        row("9007199254740992", "9007199254740993", -1);
        row("0.1", "0.10000000000000000000000000000000000001", -1);
        row("1e400", "1e401", -1);
        row("-1e400", "-1e401", 1);
        row("99999999999999999999e-20", "1", -1);
        row("1", "1e9999999999999999999", -1); // beyond what is told apart, and beyond 64 bits
        row("1e1000000000000000000", "1e99999999999999999999", 0);
        row("1e-99999999999999999999", "1e-3", -1);
        row("12", "123", -1);
        row("0.12", "0.123", -1);
    }
    void compares() {
        QFETCH(QByteArray, left);
        QFETCH(QByteArray, right);
        QFETCH(int, order);
        const auto a = parseDecimal(left.toStdString());
        const auto b = parseDecimal(right.toStdString());
        QVERIFY(a && b);
        const auto number = [](std::strong_ordering found) { return found < 0 ? -1 : found > 0 ? 1 : 0; };
        QCOMPARE(number(*a <=> *b), order);
        QCOMPARE(number(*b <=> *a), -order);
        QCOMPARE(*a == *b, order == 0);
    }
};

QTEST_APPLESS_MAIN(TestDecimal)
#include "test_decimal.moc"
