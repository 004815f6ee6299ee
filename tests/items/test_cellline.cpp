#include "models/items/cellline.h"

#include <QTest>

#include <string>

using namespace idscope;
using namespace Qt::StringLiterals;

/// What a line shows and marks of a cell.
class TestCellLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void marksMatchesWhereTheyAreShown() {
        const CellLine line = cellLine("a\nü halden-prod", std::vector<TextSpan>{{2, 2}, {12, 4}}, {});
        QCOMPARE(line.text, u"a↵ü halden-prod"_s);
        QCOMPARE(line.marks, (QList<DisplayMark>{{.begin = 1, .length = 1}}));
        QCOMPARE(line.matches, (QList<DisplayMark>{{.begin = 2, .length = 1}, {.begin = 11, .length = 4}}));
        QCOMPARE(line.breaksAt, -1);
    }
    void tellsWhereJsonBreaks() {
        QCOMPARE(cellLine("{\"a\": }", {}, 6).breaksAt, 6);
        QCOMPARE(cellLine("\x01}", {}, 1).breaksAt, 8);
    }
    void beginsBeforeAFarMatch() {
        const std::string text = std::string(50'000, 'x') + "needle" + std::string(50'000, 'y');
        const CellLine line = cellLine(text, std::vector<TextSpan>{{50'000, 6}}, {});
        QVERIFY(line.text.startsWith(u"…x"_s) && line.text.endsWith(u"y…"_s));
        QVERIFY(line.text.size() <= lineLimit + 2);
        QCOMPARE(line.matches.size(), 1);
        QCOMPARE(line.text.sliced(line.matches[0].begin, line.matches[0].length), u"needle"_s);
    }
    void beginsBetweenCharacters() {
        std::string text;
        while (text.size() < 5'000)
            text += "ü€";
        text += "needle";
        const CellLine line = cellLine(text, std::vector<TextSpan>{{text.size() - 6, 6}}, {});
        QVERIFY(!line.text.contains(QChar(0xFFFD)));
        QVERIFY(line.text.endsWith(u"needle"_s));
    }
    void costsTheLimit_data() {
        QTest::addColumn<char>("byte");
        QTest::newRow("plain") << 'x';
        QTest::newRow("marks") << '\x01';
        QTest::newRow("bad UTF-8") << '\xFF';
    }
    void costsTheLimit() {
        QFETCH(char, byte);
        const std::string text(std::size_t{64} * 1024 * 1024, byte);
        for (int i = 0; i < 500; ++i) // 32 GB, were they read
            QVERIFY(cellLine(text, {}, {}).text.size() <= lineLimit + 1);
    }
};

QTEST_APPLESS_MAIN(TestCellLine)
#include "test_cellline.moc"
