#include "models/items/facetanswer.h"
#include "tests/items/tables.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

class TestFacetAnswer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Large tables are counted by several threads: the answers are those that each question gets alone.
    void threadsAnswerAsOneDoes() {
        const TablePtr table = tableOf(relationsCsv(70'000));
        const auto filter =
            *parseExpression("metadata.privilegeName in (admin, owner) and entity_type = role and app = okta");
        const RowList rows = *select(*table, filter, {});
        const FacetScope scope{.table = table, .filter = filter, .now = {}, .selected = ShownRows::ascending(rows)};
        std::vector<FacetQuestion> questions;
        for (const char* name : {"metadata.privilegeName", "entity_type", "app", "timestamp", "integration",
                                 "entity_brn.type", "parent_entity_brn"})
            questions.push_back({.operand = *bindOperand(*parseOperand(name), *table), .search = {}});
        const std::vector<FacetAnswerPtr> nothing(questions.size());
        for (int repeat = 0; repeat < 5; ++repeat) {
            const auto together = answerFacets(scope, questions, nothing, {});
            QVERIFY(together);
            for (std::size_t i = 0; i < questions.size(); ++i) {
                const auto alone =
                    answerFacets(scope, std::span(questions).subspan(i, 1), std::span(nothing).first(1), {});
                QVERIFY(alone);
                const FacetAnswer& one = *(*alone)[0];
                const FacetAnswer& other = *(*together)[i];
                QCOMPARE(other.within, one.within);
                QCOMPARE(other.listed, one.listed);
                QCOMPARE(*other.counts->within, *one.counts->within);
                QCOMPARE(*other.counts->all, *one.counts->all);
                QCOMPARE(other.bars != nullptr, one.bars != nullptr);
                if (one.bars) QCOMPARE(other.bars->within, one.bars->within);
            }
        }
    }

    void stoppedOnesAreNone() {
        std::stop_source stop;
        stop.request_stop();
        const TablePtr table = tableOf(relationsCsv(70'000));
        const FacetScope scope{.table = table, .filter = nullptr, .now = {}, .selected = ShownRows::all(70'000)};
        const FacetQuestion question{.operand = *bindOperand(*parseOperand("app"), *table), .search = {}};
        const std::vector<FacetAnswerPtr> nothing(1);
        QVERIFY(!answerFacets(scope, std::span(&question, 1), nothing, stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(TestFacetAnswer)
#include "test_facetanswer.moc"
