#include "models/query/roworder.h"
#include "models/query/selection.h"
#include "tests/query/randomtables.h"
#include "tests/query/samples.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;

namespace {

Vocabulary vocabulary() {
    Vocabulary all;
    for (const char* column : {"App", "timestamp", "Entity BRN", "METADATA", "Count"})
        all.operands.push_back({column, {}, {}});
    all.operands.push_back({"metadata", {JsonPathKey{"a"}}, {}});
    all.texts = words;
    all.texts.insert(all.texts.end(), {"a", "ad", "adm", "b", "bo", "O", "\xC3\xBC", "-30d", "\xC3", ""});
    all.patterns = {"a", "bond|admin", "\\d+"};
    return all;
}

ExpressionPtr made(decltype(Expression::node) node) {
    return std::make_shared<const Expression>(Expression{std::move(node), {}});
}

/// Something that people go on to write: a part more, or other words.
ExpressionPtr next(RandomExpressions& random, const ExpressionPtr& before) {
    const ExpressionPtr other = random.next(random.below(3));
    const bool andBefore = std::holds_alternative<And>(before->node);
    const bool orBefore = std::holds_alternative<Or>(before->node);
    switch (random.below(4)) {
    case 0:
        return other;
    case 1:
        return andBefore || std::holds_alternative<And>(other->node) ? before : made(And{{before, other}});
    case 2:
        return orBefore || std::holds_alternative<Or>(other->node) ? before : made(Or{{before, other}});
    default:
        if (andBefore) return std::get<And>(before->node).parts.front();
        return orBefore ? std::get<Or>(before->node).parts.back() : made(Not{before});
    }
}

ExpressionPtr parsed(const char* text) {
    return *parseExpression(text);
}

} // namespace

/// What is answered out of earlier answers is what would be answered without them.
class TestNarrowing : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void selectsAsWithoutTheLastSelection() {
        RandomExpressions random(vocabulary(), 11);
        int narrowed = 0;
        for (int tables = 0; tables < 20; ++tables) {
            const TablePtr table = randomTable(random, 40 + random.below(400));
            ExpressionPtr expression = random.next(2);
            std::optional<Selection> last;
            for (int i = 0; i < 60; ++i, expression = next(random, expression)) {
                const QueryContext context{random.below(3) == 0 ? Instant{} : now()};
                const auto full = select(*table, expression, context);
                auto selection = selectSet(*table, expression, context, last ? &*last : nullptr);
                const auto typed = selectNext(*table, expression, context);
                QCOMPARE(selection.has_value(), full.has_value());
                QCOMPARE(typed.has_value(), full.has_value());
                if (!full) continue;
                QVERIFY2(typed->rows->list() == *full, canonicalText(*expression).c_str());
                QVERIFY(RowBits(*full, table->rowCount()).list() == *full);
                if (last && narrows(expression, last->expression, context.now == last->now)) {
                    ++narrowed;
                    for (const RowId row : *full)
                        QVERIFY2(last->rows->contains(row), canonicalText(*expression).c_str());
                }
                QVERIFY2(selection->rows->list() == *full, canonicalText(*expression).c_str());
                last = *std::move(selection);
            }
        }
        QVERIFY2(narrowed > 150, std::to_string(narrowed).c_str());
    }

    void knowsWhatNarrows_data() {
        QTest::addColumn<QByteArray>("narrower");
        QTest::addColumn<QByteArray>("wider");
        QTest::addColumn<bool>("does");
        const auto row = [](const char* narrower, const char* wider, bool does) {
            QTest::addRow("%s < %s", narrower, wider) << QByteArray(narrower) << QByteArray(wider) << does;
        };
        row("prod", "pro", true);
        row("pro", "prod", false);
        row("REPROD", "pro", true);
        row("pro app = okta", "pro", true);
        row("prod app = okta", "pro", true);
        row("pro or prod", "pro", true);
        row("pro", "pro or x", true);
        row("pro or y", "pro or x", false);
        row("app starts with pro", "app starts with pr", true);
        row("app starts with xpro", "app starts with pro", false);
        row("app ends with xpro", "app ends with pro", true);
        row("app ~ prod", "note ~ pro", false);
        row("not pro", "not prod", true);
        row("not prod", "not pro", false);
        row("timestamp > -30d", "timestamp > -30d", false); // counted from another instant
        row("timestamp > 2024-01-01", "timestamp > 2024-01-01", true);
        row("app = okta2", "app = okta", false);
    }
    void knowsWhatNarrows() {
        QFETCH(QByteArray, narrower);
        QFETCH(QByteArray, wider);
        QFETCH(bool, does);
        QCOMPARE(narrows(parsed(narrower), parsed(wider), false), does);
        QVERIFY(narrows(parsed(narrower), nullptr, false));
        QVERIFY(!narrows(nullptr, parsed(wider), false));
    }

    void partsOfCharactersNarrowNothing() {
        const ExpressionPtr broken = made(AnyText{{"\xC3", true, {}}});
        QVERIFY(!narrows(made(AnyText{{"\xC3\xBC", true, {}}}), broken, true));
    }

    void comparesHugeExpressionsInTime() {
        // Each level offers two ways on: all of them together would take longer than the world stands.
        ExpressionPtr one = parsed("a");
        ExpressionPtr other = parsed("b");
        for (int i = 0; i < 100; ++i) {
            one = i % 2 == 0 ? made(And{{parsed("c"), one}}) : made(Or{{parsed("d"), one}});
            other = i % 2 == 0 ? made(Or{{parsed("e"), other}}) : made(And{{parsed("f"), other}});
        }
        QVERIFY(!narrows(one, other, true));
    }

    void ordersAsSortingAllAnew() {
        RandomExpressions random(vocabulary(), 5);
        const std::vector<std::string> orders = {
            "count",      "count:desc",      "app,timestamp:desc", "app:desc,timestamp:desc",
            "metadata.a", "metadata.a:desc", "timestamp,count",    "app,timestamp:desc"};
        for (int tables = 0; tables < 10; ++tables) {
            const TablePtr table = randomTable(random, 1 + random.below(300));
            const RowList all = *select(*table, nullptr, {now()});
            for (int i = 0; i < 30; ++i) {
                const auto keys = *parseSort(orders[random.below(orders.size())], *table);
                QVERIFY(**order(*table, keys) == *sorted(*table, all, keys));
                const auto some = selectSet(*table, random.next(2), {now()});
                if (some) QVERIFY(**order(*table, *some->rows, keys) == *sorted(*table, some->rows->list(), keys));
            }
        }
    }

    void keepsOrders() {
        const TablePtr table = relations();
        const auto keys = *parseSort("app,timestamp", *table);
        QCOMPARE(order(*table, keys)->get(), order(*table, keys)->get());
    }

    void aStoppedSelectionSaysSo() {
        std::stop_source stop;
        stop.request_stop();
        const auto rows = selectSet(*relations(), parsed("okta"), {now()}, nullptr, stop.get_token());
        QVERIFY(!rows);
        QCOMPARE(rows.error().problem, QueryProblem::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestNarrowing)
#include "test_narrowing.moc"
