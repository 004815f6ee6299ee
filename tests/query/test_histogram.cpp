#include "models/query/histogram.h"
#include "tests/query/naive.h"
#include "tests/query/randomtables.h"
#include "tests/support/printing.h"

#include <QTest>

#include <random>

using namespace idscope;
using namespace idscope::test;

namespace {

struct Seen {
    std::shared_ptr<const OperandValues> values;
    std::vector<std::uint32_t> perValue;
    std::shared_ptr<const HistogramBins> bins;
};

Seen see(const Table& table, const std::string& name, Axis axis) {
    const Operand operand = *bindOperand(*parseOperand(name), table);
    Seen seen;
    seen.values = OperandValues::of(operand, table);
    seen.perValue = seen.values->perValue(countCodes(table, operand.column));
    seen.bins = histogramBins(axis, operand, *seen.values, seen.perValue);
    return seen;
}

TablePtr integrationsWith(const std::vector<std::string>& runs, const std::vector<std::string>& counts) {
    std::vector<Cells> records = {{"ID", "Name", "Last Run", "Status", "Reviewer Count", "Metadata"}};
    for (std::size_t i = 0; i < std::max(runs.size(), counts.size()); ++i) {
        const std::string count = i < counts.size() ? counts[i] : "";
        records.push_back({std::to_string(i), "n", i < runs.size() ? runs[i] : "", "active", count,
                           count.empty() ? "" : "{\"n\":" + count + "}"});
    }
    return tableOf(records);
}

std::string edgesText(const HistogramBins& bins) {
    std::string text;
    for (const BinEdge& edge : bins.edges)
        text += edge.literal + " ";
    return text;
}

} // namespace

class TestHistogram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsWherePeopleWould_data() {
        QTest::addColumn<std::vector<std::string>>("values");
        QTest::addColumn<bool>("instants");
        QTest::addColumn<std::string>("edges");
        using Texts = std::vector<std::string>;
        QTest::newRow("whole numbers") << Texts{"0", "3", "7"} << false << std::string("0 1 2 3 4 5 6 7 8 ");
        QTest::newRow("one") << Texts{"3", "3"} << false << std::string("3 4 ");
        QTest::newRow("one with a fraction") << Texts{"-3.25"} << false << std::string("-3.25 -3.24 ");
        QTest::newRow("zero") << Texts{"0"} << false << std::string("0 1 ");
        QTest::newRow("months") << Texts{"2024-01-31T23:59:59Z", "2026-11-05"} << true << std::string();
        QTest::newRow("one instant") << Texts{"2024-01-31T23:59:59Z"} << true
                                     << std::string("2024-01-31T23:59:59Z 2024-02-01T00:00:00Z ");
    }
    void cutsWherePeopleWould() {
        QFETCH(std::vector<std::string>, values);
        QFETCH(bool, instants);
        QFETCH(std::string, edges);
        const TablePtr table = instants ? integrationsWith(values, {}) : integrationsWith({}, values);
        const Seen seen =
            see(*table, instants ? "last_run" : "reviewer_count", instants ? Axis::Instants : Axis::Numbers);
        QVERIFY(seen.bins);
        if (!edges.empty()) QCOMPARE(edgesText(*seen.bins), edges);
        if (edges.empty()) {
            QCOMPARE(seen.bins->edges.front().literal, "2024-01-01");
            QCOMPARE(seen.bins->edges[1].literal, "2024-02-01");
            QCOMPARE(seen.bins->edges.back().literal, "2026-12-01");
        }
    }

    /// A few instants of another age leave the others their bars, and have one of their own at that end.
    void whatIsFarOffHasABinOfItsOwn() {
        std::vector<std::string> runs{"1970-01-01T00:00:00Z"};
        for (int day = 1; day <= 28; ++day)
            for (const char* month : {"2024-01-", "2024-02-", "2024-03-"})
                runs.push_back(month + std::to_string(100 + day).substr(1));
        runs.emplace_back("2091-07-01");
        const TablePtr table = integrationsWith(runs, {});
        const Seen seen = see(*table, "last_run", Axis::Instants);
        const HistogramBins& bins = *seen.bins;
        QVERIFY(bins.farBelow && bins.farAbove);
        QCOMPARE(bins.begin().literal, "2024-01-01");
        QVERIFY2(bins.end().literal <= "2024-04-01", bins.end().literal.c_str());
        QCOMPARE(bins.smallest, "2024-01-01");
        QCOMPARE(bins.largest, "2024-03-28");
        QVERIFY(bins.bins() > 10 && bins.bins() <= HistogramBins::mostBins);
        const auto counts = bins.perBin(seen.perValue);
        QCOMPARE(counts.front(), 1U);
        QCOMPARE(counts[bins.bins() - 1], 1U);
        QVERIFY(bins.edges.front().literal <= "1970-01-01T00:00:00Z");
        QVERIFY(bins.edges.back().literal > "2091-07-01");
    }

    void whatIsMerelySpreadOutHasNone() {
        std::vector<std::string> counts;
        for (int i = 0; i < 200; ++i)
            counts.push_back(std::to_string(i * i));
        const Seen squares = see(*integrationsWith({}, counts), "reviewer_count", Axis::Numbers);
        QVERIFY(!squares.bins->farBelow && !squares.bins->farAbove);
        // Nor when nearly all are the same, or there are but a few.
        const Seen same =
            see(*integrationsWith({}, std::vector<std::string>(200, "1")), "reviewer_count", Axis::Numbers);
        QVERIFY(!same.bins->farAbove);
        const Seen few = see(*integrationsWith({}, {"1", "2", "3", "1000"}), "reviewer_count", Axis::Numbers);
        QVERIFY(!few.bins->farAbove);
    }

    /// Whatever the values: few bins, in order, and each holds exactly what the language says.
    void holdsWhatTheLanguageSays() {
        std::mt19937 random(5);
        const auto below = [&](std::uint64_t limit) {
            return std::uniform_int_distribution<std::uint64_t>(0, limit - 1)(random);
        };
        for (int round = 0; round < 150; ++round) {
            const bool instants = round % 2 == 0;
            std::vector<std::string> texts;
            const std::uint64_t span = std::uint64_t{1} << below(instants ? 37 : 60);
            const auto origin = static_cast<std::int64_t>(below(4'000'000'000U)) - 2'000'000'000;
            const std::string tail = below(3) == 0   ? "." + std::to_string(below(1000))
                                     : below(3) == 0 ? "e" + std::to_string(static_cast<int>(below(40)) - 20)
                                                     : "";
            for (std::size_t i = 0; i < 1 + below(30); ++i) {
                const std::int64_t value = origin + static_cast<std::int64_t>(below(span));
                texts.push_back(instants ? toText(Instant{value % 200'000'000'000,
                                                          static_cast<std::int32_t>(below(2) * 500'000'000)})
                                         : std::to_string(value) + tail);
            }
            const TablePtr table = instants ? integrationsWith(texts, {}) : integrationsWith({}, texts);
            const char* name = instants ? "last_run" : round % 4 == 1 ? "reviewer_count" : "metadata.n";
            const Seen seen = see(*table, name, instants ? Axis::Instants : Axis::Numbers);
            QVERIFY2(seen.bins, (texts.front() + " " + texts.back()).c_str());
            const HistogramBins& bins = *seen.bins;
            QVERIFY(bins.bins() >= 1 && bins.bins() <= HistogramBins::mostBins);
            const auto counts = bins.perBin(seen.perValue);
            QCOMPARE(counts.back(), 0U);
            QVERIFY(counts.front() > 0 && counts[bins.bins() - 1] > 0); // no empty ends
            const Naive naive(*table, now());
            for (std::uint32_t bin = 0; bin < bins.bins(); ++bin) {
                QVERIFY(bins.edges[bin].place < bins.edges[bin + 1].place);
                // The outermost are open: their far edges need not be instants.
                std::string where;
                if (bin > 0) where = std::string(name) + " >= " + bins.edges[bin].literal;
                if (bin + 1 < bins.bins())
                    where += (where.empty() ? "" : " and ") + std::string(name) + " < " + bins.edges[bin + 1].literal;
                if (where.empty()) where = std::string(name) + " is not empty";
                const auto expression = parseExpression(where);
                QVERIFY2(expression.has_value(), where.c_str());
                std::uint64_t expected = 0;
                for (std::uint32_t row = 0; row < table->rowCount(); ++row)
                    if (naive.holds(**expression, RowId{row})) ++expected;
                QVERIFY2(counts[bin] == expected, (where + edgesText(bins)).c_str());
                if (bin == 0) continue;
                const auto place = bins.placeOf({bins.edges[bin].literal, false, {}}, now());
                QVERIFY(place && std::abs(*place - bin) < 1e-9);
            }
        }
    }

    void leavesOutWhatIsNoNumber() {
        const TablePtr table = tableOf({{"ID", "Name", "Last Run", "Status", "Reviewer Count", "Metadata"},
                                        {"1", "n", "", "s", "5", "{\"n\":5}"},
                                        {"2", "n", "", "s", "x", "{\"n\":\"5\"}"},
                                        {"3", "n", "", "s", "", "{\"n\":1e9999}"},
                                        {"4", "n", "", "s", "15", "{broken"}});
        const Seen cells = see(*table, "reviewer_count", Axis::Numbers);
        QCOMPARE(cells.bins->smallest, "5");
        QCOMPARE(cells.bins->largest, "15");
        QCOMPARE(cells.bins->perBin(cells.perValue).back(), 1U);
        QVERIFY(!see(*table, "metadata.n", Axis::Numbers).bins); // too far apart
        QVERIFY(!see(*table, "name", Axis::Numbers).bins);
    }

    void suitsTypesAndMostValues() {
        std::vector<std::string> many;
        for (int i = 0; i < 40; ++i)
            many.push_back(std::to_string(i));
        const TablePtr table = integrationsWith({"2024-01-01"}, many);
        const auto axis = [&](const char* name) {
            const Operand operand = *bindOperand(*parseOperand(name), *table);
            return suitableAxis(operand, *table, *OperandValues::of(operand, *table));
        };
        QVERIFY(axis("last_run") == Axis::Instants);
        QVERIFY(axis("reviewer_count") == Axis::Numbers);
        QVERIFY(axis("metadata.n") == Axis::Numbers);
        QVERIFY(!axis("id")); // named by numbers, but names
        QVERIFY(!axis("status"));
        QVERIFY(!axis("metadata"));
    }
};

QTEST_APPLESS_MAIN(TestHistogram)
#include "test_histogram.moc"
