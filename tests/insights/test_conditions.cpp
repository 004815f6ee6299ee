#include "models/insights/condition.h"

#include <QTest>

namespace idscope {
namespace {

/// Conditions as text: all(…), any(…), not(…), field op value|value, odd(raw).
std::string textOf(const InsightCondition& condition) {
    std::string inner;
    for (const InsightCondition& part : condition.parts)
        inner += (inner.empty() ? "" : ", ") + textOf(part);
    for (const InsightValue& value : condition.values)
        inner += (inner.empty() ? "" : "|") + value.text;
    switch (condition.kind) {
    case InsightCondition::Kind::All:
        return "all(" + inner + ")";
    case InsightCondition::Kind::Any:
        return "any(" + inner + ")";
    case InsightCondition::Kind::Not:
        return "not(" + inner + ")";
    case InsightCondition::Kind::Test:
        return condition.field + " " + condition.op + (condition.isList ? " [" + inner + "]" : " " + inner);
    case InsightCondition::Kind::Odd:
        return "odd(" + inner + ")";
    }
    Q_UNREACHABLE();
}

} // namespace

class TestConditions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("conditions");
        const auto row = [](const char* json, const char* conditions) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(conditions);
        };
        row(R"({"a":{"_eq":"x"}})", "a _eq x");
        row(R"({"a":"x"})", "a _eq x");
        row(R"({"a":["x",1,true,null]})", "a _in [x|1|true|null]");
        row(R"({"a":{"_in":["x"]},"b":3})", "all(a _in [x], b _eq 3)");
        row(R"({"a":{"_gt":1,"_lt":9}})", "all(a _gt 1, a _lt 9)");
        row(R"({"_or":[{"a":1},{"_and":[{"b":2},{"_not":{"c":3}}]}]})", "any(a _eq 1, all(b _eq 2, not(c _eq 3)))");
        row(R"({"_and":{"a":1,"b":2}})", "all(a _eq 1, b _eq 2)");
        row(R"({"metadata":{"scope":{"region":{"_eq":"x"}}}})", "metadata.scope.region _eq x");
        row(R"({"a":{"_or":[{"_lt":1},{"_gt":5}]}})", "any(a _lt 1, a _gt 5)");
        row(R"({"a":{"_not":{"_eq":1}}})", "not(a _eq 1)");
        row(R"({"a":1,"a":2})", "all(a _eq 1, a _eq 2)");
        row(R"({"a":9007199254740993123.50})", "a _eq 9007199254740993123.50");
        row(R"({"a":{"_weird":[]}})", "a _weird []");
        row(R"({"a":{"_eq":{"b":[1]}}})", R"(a _eq {"b":[1]})");
        row(R"({"\u0061":"\u00fc"})", "a _eq \xC3\xBC");
        row("{}", "all()");
        row(R"({"_or":[]})", "any()");
        row("[1]", "odd([1])");
        row("3", "odd(3)");
        row(R"({"_eq":3})", "odd(3)");
        row(R"({"_and":[3,"x",{"a":1}]})", "all(odd(3), odd(x), a _eq 1)");
        row(R"({"_and":7})", "odd(7)");
        row(R"({"_not":[{"a":1}]})", R"(not(odd([{"a":1}])))");
        for (const char* secret : {R"({"a":{"type":"secret","value":"hunter2"}})",
                                   R"({"a":{"type":"secret","value":{"hunter2":{"_gt":3}}}})",
                                   R"({"a":{"type":"secret","value":["hunter2",{"_and":[]}]}})"})
            row(secret, "all(a.type _eq secret, a.value _eq "
                        "\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2"
                        "\xE2\x80\xA2\xE2\x80\xA2)");
    }
    void reads() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, conditions);
        const auto read = readConditions(json.toStdString());
        QVERIFY(read.has_value());
        QCOMPARE(QByteArray::fromStdString(textOf(*read)), conditions);
    }

    void tellsWhereJsonBreaks() {
        const auto read = readConditions(R"({"a":)");
        QVERIFY(!read);
        QCOMPARE(read.error().byte, std::size_t{5});
        QVERIFY(!readConditions(""));
    }

    void bearsTheDeepestNesting() {
        std::string json;
        for (std::size_t i = 0; i < JsonDocument::maximumDepth / 2 - 1; ++i)
            json += R"({"_not":)";
        const std::size_t levels = JsonDocument::maximumDepth / 2 - 1;
        json += R"({"a":1})" + std::string(levels, '}');
        const auto read = readConditions(json);
        QVERIFY(read.has_value());
        const InsightCondition* at = &*read;
        std::size_t depth = 0;
        for (; at->kind == InsightCondition::Kind::Not; at = &at->parts.front())
            ++depth;
        QCOMPARE(depth, levels);
    }

    void knowsTheBytesOfEachCondition() {
        const std::string json = R"({"_and":[{"a":{"_eq":"x"}},{"b":7}]})";
        const auto read = readConditions(json);
        QVERIFY(read.has_value());
        const TextSpan span = read->parts[1].span;
        QCOMPARE(json.substr(span.begin, span.length), std::string("7"));
    }

    /// A long name is not copied for each of its conditions.
    void fieldsTooLongAreOdd() {
        const std::string name(1020, 'a');
        QVERIFY(readConditions("{\"" + name + "\":{\"_eq\":1}}")->kind == InsightCondition::Kind::Test);
        const auto deeper = readConditions("{\"" + name + "\":{\"bcdef\":{\"_eq\":1}}}");
        QVERIFY(deeper && deeper->kind == InsightCondition::Kind::Odd);
        std::string many = "{\"" + std::string(100'000, 'a') + "\":{\"_eq\":1";
        for (int i = 0; i < 100; ++i)
            many += ",\"_eq\":1";
        const auto read = readConditions(many + "}}");
        QVERIFY(read && read->kind == InsightCondition::Kind::Odd);
        QVERIFY(read->parts.empty());
    }
};

} // namespace idscope

QTEST_GUILESS_MAIN(idscope::TestConditions)
#include "test_conditions.moc"
