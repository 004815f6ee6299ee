#include "models/items/matchfinder.h"
#include "tests/items/tables.h"
#include "tests/support/wantofthreads.h"

#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace idscope::test;

/// Where the matches stand, and which is the next.
class TestMatchFinder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesRoundTheEnds() {
        MatchFinder matches;
        look(matches, ShownRows::all(3));
        QCOMPARE(matches.next(0, true), std::optional(1U));
        QCOMPARE(matches.next(2, true), std::optional(0U));
        QCOMPARE(matches.next(0, false), std::optional(2U));
    }
    void countsBeyondHalfOfAllRowNumbers() {
        constexpr std::uint32_t rows = 0xFFFFFFF0;
        MatchFinder matches;
        look(matches, ShownRows::all(rows));
        QCOMPARE(matches.next(100, false), std::optional(99U));
        QCOMPARE(matches.next(rows - 1, true), std::optional(0U));
        QCOMPARE(matches.next(0, false), std::optional(rows - 1));
    }
    void saysThatMemoryIsWanting() {
        MatchFinder matches;
        const QSignalSpy refused(&matches, &MatchFinder::refused);
        const TablePtr table = tableOf("a\nx\ny\n");
        {
            const WantOfThreads none; // or of memory, which can't be had that surely
            matches.look(table, ShownRows::all(2), *parseExpression("x or a = y"), {});
        }
        QVERIFY(matches.looksForText());
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(!matches.looksForText());
    }

private:
    static void look(MatchFinder& matches, const ShownRows& rows) {
        matches.look(tableOf("a\nx\n"), rows, *parseExpression("x"), {});
    }
};

QTEST_GUILESS_MAIN(TestMatchFinder)
#include "test_matchfinder.moc"
