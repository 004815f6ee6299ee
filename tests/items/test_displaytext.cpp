#include "models/items/displaytext.h"

#include <QTest>

#include <string>

using namespace idscope;
using namespace Qt::StringLiterals;

class TestDisplayText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsWhatIsThere_data();
    void showsWhatIsThere();
    void marksEveryControlAndFormat();
    void costsTheLimitNotTheCell();
    void cutsBetweenCharacters();
    void findsBytes_data();
    void findsBytes();
    void toolTipsAreInert();
};

namespace {

QString marked(const DisplayText& display) {
    QStringList marks;
    for (const DisplayMark& mark : display.marks)
        marks << display.text.sliced(mark.begin, mark.length);
    return display.text + u" | "_s + marks.join(u' ');
}

} // namespace

void TestDisplayText::showsWhatIsThere_data() {
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, std::string_view cell, const QString& expected) {
        QTest::newRow(name) << QByteArray(cell.data(), static_cast<qsizetype>(cell.size())) << expected;
    };
    row("empty", "", u" | "_s);
    row("plain", "okta-prod", u"okta-prod | "_s);
    row("other scripts", "Zoë Ünal 李雷 عمر", u"Zoë Ünal 李雷 عمر | "_s);
    row("beyond the BMP", "ok 🙂!", u"ok 🙂! | "_s);
    row("LF", "a\nb", u"a↵b | ↵"_s);
    row("CR LF", "a\r\nb", u"a↵b | ↵"_s);
    row("lone CR", "a\rb", u"a␍b | ␍"_s);
    row("CR at the end", "a\r", u"a␍ | ␍"_s);
    row("tab", "a\tb", u"a⇥b | ⇥"_s);
    row("NUL", std::string_view("a\0b", 3), u"a[U+0000]b | [U+0000]"_s);
    row("escape", "\x1b[31m", u"[U+001B][31m | [U+001B]"_s);
    row("bidi override", "user\u202Egnp.exe", u"user[U+202E]gnp.exe | [U+202E]"_s);
    row("isolates", "\u2066x\u2069", u"[U+2066]x[U+2069] | [U+2066] [U+2069]"_s);
    row("zero width", "ad\u200Bmin\u00AD", u"ad[U+200B]min[U+00AD] | [U+200B] [U+00AD]"_s);
    row("line separator", "a\u2028b", u"a[U+2028]b | [U+2028]"_s);
    row("Hangul filler", "\u3164", u"[U+3164] | [U+3164]"_s);
    row("tag letter", "a\U000E0061", u"a[U+E0061] | [U+E0061]"_s);
    row("an imitation is not marked", "[U+202E]", u"[U+202E] | "_s);
    row("bad UTF-8", "a\xff\xfe z", u"a\uFFFD\uFFFD z | "_s);
    row("encoded surrogate", "\xED\xA0\x80", u"\uFFFD\uFFFD\uFFFD | "_s);
    row("markup stays text", "<b>x</b>&amp;", u"<b>x</b>&amp; | "_s);
}

void TestDisplayText::showsWhatIsThere() {
    QFETCH(QByteArray, cell);
    QFETCH(QString, expected);
    QCOMPARE(marked(displayText({cell.data(), static_cast<std::size_t>(cell.size())})), expected);
}

void TestDisplayText::marksEveryControlAndFormat() {
    int count = 0;
    for (char32_t point = 0; point <= QChar::LastValidCodePoint; ++point) {
        const auto category = QChar::category(point);
        if (category != QChar::Other_Control && category != QChar::Other_Format) continue;
        const QByteArray cell = QStringView(QChar::fromUcs4(point)).toUtf8();
        const DisplayText display = displayText({cell.data(), static_cast<std::size_t>(cell.size())});
        QVERIFY2(display.marks.size() == 1 && display.marks[0].length == display.text.size(),
                 QByteArray::number(static_cast<uint>(point), 16).constData());
        ++count;
    }
    QVERIFY(count > 200);
}

void TestDisplayText::costsTheLimitNotTheCell() {
    const std::string cell(std::size_t{100} * 1024 * 1024, 'x');
    for (int i = 0; i < 200; ++i) { // 20 GB, were it read whole: the test would time out
        const DisplayText display = displayText(cell);
        QVERIFY(display.cut);
        QCOMPARE(display.text.size(), displayLimit + 1);
        QCOMPARE(display.text.back(), QChar(u'\u2026'));
    }
}

void TestDisplayText::cutsBetweenCharacters() {
    QCOMPARE(displayText("abcd", 4).text, u"abcd"_s);
    QCOMPARE(displayText("abcde", 4).text, u"abcd…"_s);
    QCOMPARE(displayText("abc🙂", 4).text, u"abc…"_s);
    QCOMPARE(displayText("🙂🙂", 4).text, u"🙂🙂"_s);
    const std::string cell = std::string(15, 'a') + "🙂🙂"; // the bytes read end within the first 🙂
    QCOMPARE(displayText(cell, 4).text, u"aaaa…"_s);
    QVERIFY(!displayText("\xF0\x9F\x99\x82\xF0\x9F\x99\x82", 2).text.contains(QChar(0xFFFD)));
}

void TestDisplayText::findsBytes_data() {
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("byte");
    QTest::addColumn<int>("position");
    QTest::newRow("plain") << QByteArray("{\"a\": }") << 6 << 6;
    QTest::newRow("after two bytes") << QByteArray("üx") << 2 << 1;
    QTest::newRow("after four bytes") << QByteArray("🙂x") << 4 << 2;
    QTest::newRow("after a mark") << QByteArray("\x01}") << 1 << 8;
    QTest::newRow("the end") << QByteArray("abc") << 3 << 3;
    QTest::newRow("beyond the end") << QByteArray("abc") << 9 << 3;
    QTest::newRow("beyond the cut") << QByteArray("abcdefgh") << 7 << 4;
}

void TestDisplayText::findsBytes() {
    QFETCH(QByteArray, cell);
    QFETCH(int, byte);
    QFETCH(int, position);
    QCOMPARE(displayPosition(cell.toStdString(), static_cast<std::size_t>(byte), 4 + (position > 4 ? 4 : 0)), position);
}

void TestDisplayText::toolTipsAreInert() {
    const QString tip = toolTipMarkup(u"<img src=/dev/zero> & \"x\" </p><b>"_s);
    QCOMPARE(
        tip,
        u"<p style='white-space:pre-wrap'>&lt;img src=/dev/zero&gt; &amp; &quot;x&quot; &lt;/p&gt;&lt;b&gt;</p>"_s);
}

QTEST_APPLESS_MAIN(TestDisplayText)
#include "test_displaytext.moc"
