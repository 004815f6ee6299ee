#include "models/items/rawtext.h"

#include <QElapsedTimer>
#include <QTest>

using namespace idscope;
using namespace Qt::StringLiterals;

class TestRawText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shows_data();
    void shows();
    void longLinesAreBroken();
    void placesGoBothWays();
    void takesNoMoreThanItsLength();
    void showsSoManyLines();
};

void TestRawText::shows_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<int>("marks");
    QTest::newRow("empty") << QString() << QString() << 0;
    QTest::newRow("plain") << u"{\"a\": 1}"_s << u"{\"a\": 1}"_s << 0;
    QTest::newRow("lines") << u"{\n\"a\":\r\n1}"_s << u"{\n\"a\":\n1}"_s << 0;
    QTest::newRow("lone CR") << u"a\rb"_s << u"a\u240Db"_s << 1;
    QTest::newRow("bidi") << u"a\u202Eb\u2066"_s << u"a[U+202E]b[U+2066]"_s << 2;
    QTest::newRow("tab and NUL") << u"\t"_s + QChar(0) << u"\u21E5[U+0000]"_s << 2;
    QTest::newRow("beyond the BMP") << u"\U0001F600x"_s << u"\U0001F600x"_s << 0;
}

void TestRawText::shows() {
    QFETCH(QString, text);
    const RawText raw(text);
    QTEST(raw.shown(), "shown");
    QTEST(static_cast<int>(raw.marks().size()), "marks");
    QCOMPARE(raw.text(), text);
}

void TestRawText::longLinesAreBroken() {
    const QString text = u"[\""_s + QString(300, u'x') + u"\",\""_s + QString(5000, u'y') + u"\"]"_s;
    const RawText raw(text);
    for (const QString& line : raw.shown().split(u'\n'))
        QVERIFY(line.size() <= 1000);
    QCOMPARE(QString(raw.shown()).remove(u'\n'), text);
}

void TestRawText::placesGoBothWays() {
    const QString text = u"{\"a\":\"\u202E\",\r\n\"b\":\""_s + QString(2500, u'z') + u"\"}"_s;
    const RawText raw(text);
    for (const QChar c : {u'{', u'a', u',', u'b', u'z', u'}'}) {
        const qsizetype at = text.lastIndexOf(c);
        QCOMPARE(raw.shown()[raw.toShown(at)], c);
        QCOMPARE(raw.toText(raw.toShown(at)), at);
    }
    QCOMPARE(raw.toShown(text.size()), raw.shown().size());
    QCOMPARE(raw.toText(raw.shown().size()), text.size());
    const qsizetype mark = text.indexOf(u'\u202E');
    QCOMPARE(raw.toShown(mark), raw.marks().front().begin);
    QVERIFY(raw.toText(raw.marks().front().begin + 4) <= mark + 1); // within what stands for it
}

void TestRawText::takesNoMoreThanItsLength() {
    QElapsedTimer clock;
    clock.start();
    const RawText raw(QString(1'000'000, QChar(0x202E)));
    QCOMPARE(raw.marks().size(), 1'000'000);
    QVERIFY(clock.elapsed() < 60'000); // not its square, which takes hours
}

void TestRawText::showsSoManyLines() {
    const QString most = u"[\r\n"_s.repeated(RawText::mostLines);
    QVERIFY(!RawText(most).isCut());
    QCOMPARE(RawText(most).text(), most);
    const RawText raw(most + u"and more"_s);
    QVERIFY(raw.isCut());
    QCOMPARE(raw.text(), most);
    QCOMPARE(static_cast<int>(raw.shown().count(u'\n')), RawText::mostLines);
    QCOMPARE(raw.toText(raw.shown().size()), raw.text().size());
    QCOMPARE(raw.toShown(raw.text().size()), raw.shown().size());
}

QTEST_MAIN(TestRawText)
#include "test_rawtext.moc"
