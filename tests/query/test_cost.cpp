#include "tests/query/samples.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>
#include <ctime>
#include <limits>

using namespace idscope;
using namespace idscope::test;

namespace {

/// Processor time of the quickest of three runs, each of which must hold.
template <class Run>
double leastSeconds(Run run) {
    double least = std::numeric_limits<double>::infinity();
    for (int i = 0; i < 3; ++i) {
        const std::clock_t begin = std::clock();
        if (!run()) qFatal("a run failed");
        least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return least;
}

} // namespace

/// What hostile data may cost: no more than its length.
class TestCost : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void manySecretsTakeNoLonger() {
        // By the members of a hostile cell: eight times as many may not take the square of it.
        const auto seconds = [](int members) {
            std::string cell = R"({"type":"secret","n":1)";
            for (int i = 0; i < members; ++i)
                cell += R"(,"value":1)";
            const TablePtr table = tableOf({{"ID", "Name", "Status", "Metadata"}, {"1", "a", "active", cell + "}"}});
            return leastSeconds([&] { return selected(*table, "metadata.. = zzz").empty(); });
        };
        QVERIFY(seconds(16'000) < 24 * seconds(2'000));
    }

    void manyColumnsTakeNoLonger_data() {
        QTest::addColumn<QByteArray>("where");
        QTest::addRow("text") << QByteArray("zzz");
        QTest::addRow("regex") << QByteArray("/zz+/");
    }
    void manyColumnsTakeNoLonger() {
        QFETCH(QByteArray, where);
        const auto expression = parseExpression(where.toStdString());
        QVERIFY(expression);
        const auto seconds = [&](int columns) {
            std::vector<Cells> records(2);
            for (int i = 0; i < columns; ++i) {
                records[0].push_back("c" + std::to_string(i));
                records[1].emplace_back("x");
            }
            const TablePtr table = tableOf(records);
            return leastSeconds([&] { return check(*table, *expression).has_value(); });
        };
        QVERIFY(seconds(16'000) < 24 * seconds(2'000));
    }
};

QTEST_APPLESS_MAIN(TestCost)
#include "test_cost.moc"
