#include "models/query/instant.h"

#include <QTest>

using namespace idscope;

class TestInstant : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("instant"); // empty: none
        const auto row = [](const char* text, const char* instant) {
            QTest::addRow("'%s'", text) << QByteArray(text) << QByteArray(instant);
        };
        row("2021-07-26T18:00:00Z", "2021-07-26T18:00:00Z");
        row("2021-07-26t18:00:00Z", "");
        row("2021-07-26T18:00:00z", "2021-07-26T18:00:00Z");
        row("2021-07-26 18:00:00Z", "2021-07-26T18:00:00Z");
        row("2021-07-26T18:00:00.5Z", "2021-07-26T18:00:00.5Z");
        row("2021-07-26T18:00:00.123456789Z", "2021-07-26T18:00:00.123456789Z");
        row("2021-07-26T18:00:00.100000000Z", "2021-07-26T18:00:00.1Z");
        row("2021-07-26T18:00:00.000Z", "2021-07-26T18:00:00Z");
        row("2021-07-26T18:00:00.1234567890Z", "");
        row("2021-07-26T18:00:00.Z", "");
        row("2021-07-26T18:00:00.", "");
        row("2021-07-26T18:00:00+05:30", "2021-07-26T12:30:00Z");
        row("2021-07-26T18:00:00+0530", "2021-07-26T12:30:00Z");
        row("2021-07-26T18:00:00-08:00", "2021-07-27T02:00:00Z");
        row("2021-07-26T18:00:00.25-08:00", "2021-07-27T02:00:00.25Z");
        row("2021-07-26T18:00:00+24:00", "");
        row("2021-07-26T18:00:00+05:60", "");
        row("2021-07-26T18:00:00+05", "");
        row("2021-07-26T18:00:00 +05:30", "");
        row("2024-06-13 06:17:04 +0000 UTC", "2024-06-13T06:17:04Z");
        row("2024-06-13 06:17:04.999 +0530 IST", "2024-06-13T00:47:04.999Z");
        row("2024-06-13 06:17:04 +05:30 IST", "2024-06-13T00:47:04Z");
        row("2024-06-13 06:17:04 -0700 PDT", "2024-06-13T13:17:04Z");
        row("2024-06-13 06:17:04 +0000", "");
        row("2024-06-13 06:17:04 +0000 ", "");
        row("2024-06-13 06:17:04 +0000 utc", "");
        row("2024-06-13 06:17:04 UTC", "");
        row("2023-09-22 18:30:00", "2023-09-22T18:30:00Z");
        row("2023-09-22T18:30:00", "2023-09-22T18:30:00Z");
        row("2023-09-22T18:30", "");
        row("2022-01-11", "2022-01-11T00:00:00Z");
        row("01/31/2022", "2022-01-31T00:00:00Z");
        row("31/01/2022", "");
        row("1/31/2022", "");
        row("01/31/22", "");
        row("01/31/2022 10:00:00", "");
        row("2024-02-29", "2024-02-29T00:00:00Z");
        row("2023-02-29", "");
        row("2000-02-29", "2000-02-29T00:00:00Z");
        row("1900-02-29", "");
        row("2023-00-10", "");
        row("2023-13-10", "");
        row("2023-04-31", "");
        row("2023-04-00", "");
        row("2023-01-01T24:00:00Z", "");
        row("2023-01-01T23:60:00Z", "");
        row("2023-01-01T23:59:60Z", "");
        row("0001-01-01", "0001-01-01T00:00:00Z");
        row("0000-01-01", "");
        row("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999999999Z");
        row("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z");
        row("10000-01-01", "");
        row("2023-1-01", "");
        row("20230101", "");
        row("", "");
        row(" 2023-01-01", "");
        row("2023-01-01 ", "");
        row("2023-01-01T", "");
        row("yesterday", "");
        row("-30d", "");
    }
    void reads() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, instant);
        const auto read = parseInstant(text.toStdString());
        QCOMPARE(read ? QByteArray::fromStdString(toText(*read)) : QByteArray(), instant);
    }

    void countsBackFromNow_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("instant");
        const auto row = [](const char* text, const char* instant) {
            QTest::addRow("'%s'", text) << QByteArray(text) << QByteArray(instant);
        };
        row("-30d", "2024-05-14T06:17:04.5Z");
        row("-12h", "2024-06-12T18:17:04.5Z");
        row("-2w", "2024-05-30T06:17:04.5Z");
        row("-0d", "2024-06-13T06:17:04.5Z");
        for (const char* text : {"30d", "+30d", "-d", "-30", "-30D", "-30m", "-3 d", "--3d", "", "-"})
            row(text, "");
    }
    void countsBackFromNow() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, instant);
        const Instant now = *parseInstant("2024-06-13T06:17:04.5Z");
        const auto read = parseRelativeInstant(text.toStdString(), now);
        QCOMPARE(read ? QByteArray::fromStdString(toText(*read)) : QByteArray(), instant);
    }

    void farBackIsBeforeEverything() {
        const auto far = parseRelativeInstant("-99999999999999999999999999w", *parseInstant("2024-06-13"));
        QVERIFY(far);
        QVERIFY(*far < *parseInstant("0001-01-01"));
    }

    void knowsTheTime() { QVERIFY(currentInstant() > *parseInstant("2024-01-01")); }
};

QTEST_APPLESS_MAIN(TestInstant)
#include "test_instant.moc"
