#include "models/items/cellroles.h"
#include "models/items/comparisonmodel.h"
#include "models/items/jsontreemodel.h"
#include "models/json/secrets.h"
#include "tests/items/tables.h"
#include "tests/support/wantofthreads.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// "path: value | value", with ≠ before what differs and - for none.
QString linesOf(const std::vector<std::string_view>& cells) {
    const auto compared = compareCells(cells);
    QStringList lines;
    for (const CellDifference::Line& line : compared->lines) {
        QStringList values;
        for (const auto& value : line.values)
            values << (value ? QString::fromStdString(value->text) : u"-"_s);
        lines << (line.differs ? u"≠"_s : QString()) + QString::fromStdString(line.path) + u": "_s +
                     values.join(u" | "_s);
    }
    return lines.join(u", "_s);
}

constexpr auto secretCell = R"([{"key":"token","type":"secret","value":"hunter2"}])";
constexpr auto otherSecretCell = R"([{"key":"token","type":"secret","value":"hunter3"}])";

} // namespace

/// JSON cells side by side.
class TestComparisonModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void compares_data() {
        QTest::addColumn<std::vector<std::string_view>>("cells");
        QTest::addColumn<QString>("lines");
        using Cells = std::vector<std::string_view>;
        QTest::newRow("same") << Cells{R"({"a":1})", R"({ "a" : 1 })"} << u".a: 1 | 1"_s;
        QTest::newRow("another value") << Cells{R"({"a":1,"b":"x"})", R"({"a":2,"b":"x"})"}
                                       << u"≠.a: 1 | 2, .b: \"x\" | \"x\""_s;
        QTest::newRow("another kind") << Cells{R"({"a":1})", R"({"a":"1"})"} << u"≠.a: 1 | \"1\""_s;
        QTest::newRow("one has none") << Cells{R"({"a":1})", R"({"b":1})"} << u"≠.a: 1 | -, ≠.b: - | 1"_s;
        QTest::newRow("an empty cell") << Cells{R"({"a":1})", ""} << u"≠.a: 1 | -"_s;
        QTest::newRow("another spelling") << Cells{R"(["\u0041"])", R"(["A"])"} << u"[0]: \"\\u0041\" | \"A\""_s;
        QTest::newRow("nothing within") << Cells{R"({"a":{}})", R"({"a":[]})"} << u"≠.a: {} | []"_s;
        QTest::newRow("a value within") << Cells{R"({"a":{}})", R"({"a":{"b":1}})"} << u"≠.a: {} | -, ≠.a.b: - | 1"_s;
        QTest::newRow("the same key twice")
            << Cells{R"({"a":1,"a":2})", R"({"a":1,"a":3})"} << u".a: 1 | 1, ≠.a: 2 | 3"_s;
        QTest::newRow("a scalar") << Cells{"1", "1", "2"} << u"≠: 1 | 1 | 2"_s;
        QTest::newRow("one is none") << Cells{R"({"a":1})", "{broken", R"({"a":1})"} << u".a: 1 | - | 1"_s;
    }
    void compares() {
        QFETCH(std::vector<std::string_view>, cells);
        QTEST(linesOf(cells), "lines");
    }

    /// Whether two secrets are the same is a secret, too.
    void secretsAreNeitherShownNorCompared() {
        const QString dots = QString::fromUtf8(secretDots.data(), static_cast<qsizetype>(secretDots.size()));
        const QString lines = linesOf({secretCell, otherSecretCell});
        QVERIFY2(!lines.contains(u"hunter"_s) && !lines.contains(u"≠"_s), qPrintable(lines));
        QVERIFY(lines.contains(u"[0].value: "_s + dots + u" | "_s + dots));
    }

    void manyLinesAreCutAndCounted() {
        std::string cell = "{";
        for (std::size_t i = 0; i < CellDifference::mostLines + 7; ++i)
            cell += (i > 0 ? ",\"k" : "\"k") + std::to_string(i) + "\":1";
        cell += "}";
        const std::vector<std::string_view> cells{cell, cell};
        const auto compared = compareCells(cells);
        QCOMPARE(compared->lines.size(), CellDifference::mostLines);
        QCOMPARE(compared->left, 14U);
        const std::string large(CellDifference::longestCell + 1, ' ');
        const std::vector<std::string_view> unread{large, cell};
        QVERIFY(compareCells(unread)->unreadable.front());
    }

    void showsWhatDiffersInWords() {
        ComparisonModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy compared(&model, &ComparisonModel::compared);
        model.setCells({{u"1"_s, KeptText::of(R"({"a":1,"b":"x","c":[{"type":"secret","value":"hunter2"}]})")},
                        {u"7"_s, KeptText::of(R"({"a":2,"b":"x","c":[{"type":"secret","value":"hunter2"}]})")}});
        QTRY_COMPARE(compared.count(), 1);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), u"row 7"_s);
        QCOMPARE(model.index(0, 0).data().toString(), u"a"_s);
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"a: differs"_s);
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(), u"b: the same"_s);
        QCOMPARE(model.index(1, 1).data(RawTextRole).toString(), u"x"_s);
        QCOMPARE(model.differing(), 1U);
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                for (const int role :
                     {int{Qt::DisplayRole}, int{Qt::ToolTipRole}, int{Qt::AccessibleTextRole}, int{RawTextRole}})
                    QVERIFY(!model.index(row, column).data(role).toString().contains(u"hunter"_s));
        model.setOnlyDifferences(true);
        QCOMPARE(textOf(model), u"a|1|2"_s);
    }

    void saysThatMemoryIsWanting() {
        ComparisonModel model;
        const QSignalSpy compared(&model, &ComparisonModel::compared);
        {
            const WantOfThreads none; // or of memory, which can't be had that surely
            model.setCells({{u"1"_s, KeptText::of(R"({"a":1})")}, {u"2"_s, KeptText::of(R"({"a":2})")}});
        }
        QTRY_COMPARE(compared.count(), 1);
        QVERIFY(model.isRefused() && !model.isReading());
        model.setCells({{u"1"_s, KeptText::of(R"({"a":1})")}});
        QVERIFY(!model.isRefused());
        QTRY_COMPARE(compared.count(), 2);
        QVERIFY(!model.isRefused());
    }
};

QTEST_GUILESS_MAIN(TestComparisonModel)
#include "test_comparisonmodel.moc"
