#include "models/base/number.h"
#include "models/relations/brn.h"
#include "models/schema/color.h"
#include "tests/support/printing.h"

#include <QTest>

#include <string>

using namespace idscope;

namespace {

class TestValues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsNumbers_data();
    void knowsNumbers();
    void knowsColors_data();
    void knowsColors();
    void measuresContrast_data();
    void measuresContrast();
    void readsBrns_data();
    void readsBrns();
};

void TestValues::knowsNumbers_data() {
    QTest::addColumn<bool>("expected");
    for (const char* number :
         {"0", "-1", "+1", "1.", ".5", "1.5", "007", "1e3", "1E+3", "1.e-3", "-.5e0", "123456789012345678901234567890"})
        QTest::newRow(number) << true;
    for (const char* other :
         {"", "+", "-", ".", "e5", "1e", "1e+", "1 ", " 1", "1,5", "0x1", "--1", "1.2.3", "NaN", "inf", "1e5.0"})
        QTest::newRow(other) << false;
}

void TestValues::knowsNumbers() {
    QFETCH(bool, expected);
    QCOMPARE(isNumber(QTest::currentDataTag()), expected);
}

void TestValues::knowsColors_data() {
    QTest::addColumn<bool>("expected");
    for (const char* color : {"#fff", "#FFFFFF", "#12345678", "#aBc"})
        QTest::newRow(color) << true;
    for (const char* other : {"", "#", "fff", "#ffff", "#fffff", "#ggg", "#fffffff", " #fff", "secondary", "#fff "})
        QTest::newRow(other) << false;
}

void TestValues::knowsColors() {
    QFETCH(bool, expected);
    QCOMPARE(isHexColor(QTest::currentDataTag()), expected);
}

void TestValues::measuresContrast_data() {
    QTest::addColumn<QByteArray>("foreground");
    QTest::addColumn<QByteArray>("background");
    QTest::addColumn<QByteArray>("ratio");
    const auto row = [](const char* foreground, const char* background, const char* ratio) {
        QTest::addRow("%s on %s", foreground, background)
            << QByteArray(foreground) << QByteArray(background) << QByteArray(ratio);
    };
    row("#000000", "#FFFFFF", "21.00");
    row("#FFFFFF", "#000000", "21.00");
    row("#fff", "#FFFFFF", "1.00");
    row("#777777", "#FFFFFF", "4.48");
    row("#767676", "#FFFFFF", "4.54");
    row("#FF0000", "#FFFFFF", "4.00");
    row("#00F", "#fff", "8.59");
    row("#0000FF80", "#FFFFFF00", "8.59");
    row("#777", "", "");
    row("", "#777", "");
    row("secondary", "#777", "");
}

void TestValues::measuresContrast() {
    QFETCH(QByteArray, foreground);
    QFETCH(QByteArray, background);
    QFETCH(QByteArray, ratio);
    QCOMPARE(contrastRatio(foreground.toStdString(), background.toStdString()), ratio.toStdString());
}

void TestValues::readsBrns_data() {
    QTest::addColumn<QByteArray>("parts");
    QTest::newRow("brn:bid:balkanid:::T:identity:-k_Y") << QByteArray("T|identity|-k_Y");
    QTest::newRow("brn:bid:balkanid:::01J06J6V8JT92BP4RGFDTG5G97:app:okta")
        << QByteArray("01J06J6V8JT92BP4RGFDTG5G97|app|okta");
    for (const char* other :
         {"", "brn", "brn:bid:balkanid:::T:identity", "brn:bid:balkanid:::T:identity:", "brn:bid:balkanid:::T::k",
          "brn:bid:balkanid::::identity:k", "brn:bid:balkanid:::T:identity:k:x", "brn:bid:balkanid:::T:identity:k:",
          "BRN:bid:balkanid:::T:identity:k", "brn:bid:balkanid:x::T:identity:k", "brn:bid:balkanid::x:T:identity:k",
          "brn:bid:other:::T:identity:k", " brn:bid:balkanid:::T:identity:k", "brn:bid:balkanid:::"})
        QTest::newRow(other) << QByteArray("opaque");
}

void TestValues::readsBrns() {
    QFETCH(QByteArray, parts);
    const std::string text = QTest::currentDataTag();
    const auto brn = parseBrn(text);
    const auto described = [&] {
        return std::string(brn->tenant) + "|" + std::string(brn->type) + "|" + std::string(brn->key);
    };
    QCOMPARE(brn ? described() : "opaque", parts.toStdString());
    QCOMPARE(std::string(brnType(text)), brn ? std::string(brn->type) : std::string());
}

} // namespace

QTEST_APPLESS_MAIN(TestValues)
#include "test_values.moc"
