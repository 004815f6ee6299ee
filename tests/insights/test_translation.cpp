#include "models/insights/translation.h"
#include "models/query/query.h"
#include "models/words/insightwords.h"
#include "tests/query/samples.h"
#include "tests/sample/sampletable.h"

#include <QTest>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

TablePtr relations() {
    const test::Cells header{"App",         "Timestamp",     "Integration",      "Parent Entity BRN", "Entity BRN",
                             "Entity Type", "Source System", "Metadata Version", "Metadata"};
    const std::string brn = "brn:bid:balkanid:::01T:";
    const auto row = [&](const char* type, const char* metadata) {
        return test::Cells{
            "okta",  "2024-06-01T00:00:00Z", "okta/1", brn + "identity:i", brn + type + ":k", type, "okta", "v1",
            metadata};
    };
    return test::tableOf({header, row("connection", R"({"privilegeName":"admin","n":3,"a.b":1,"c":{"d":true}})"),
                          row("resource", R"({"privilegeName":"Owner 1","n":"3","s":"50%"})"),
                          row("connection", "{broken")});
}

InsightTranslation of(const Table& table, std::string_view json) {
    return translated(*readConditions(json), table);
}

QString nameOf(Coverage coverage) {
    switch (coverage) {
    case Coverage::Same:
        return u"same"_s;
    case Coverage::More:
        return u"more"_s;
    case Coverage::Fewer:
        return u"fewer"_s;
    case Coverage::Other:
        return u"other"_s;
    case Coverage::Nothing:
        return u"nothing"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

class TestTranslation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void translates_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QByteArray>("rows");
        const auto row = [](const char* json, const char* expression, const char* rows) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(expression) << QByteArray(rows);
        };
        row(R"({"entityType":{"_eq":"connection"}})", "entity_type = connection", "1 3");
        row(R"({"Entity Type":"resource"})", "entity_type = resource", "2");
        row(R"({"entity_type":{"_neq":"resource"}})", "entity_type != resource", "1 3");
        row(R"({"privilegeName":{"_in":["admin","Owner 1"]}})", "metadata.privilegeName in (admin, \"Owner 1\")",
            "1 2");
        row(R"({"metadata.privilegeName":"admin"})", "metadata.privilegeName = admin", "1");
        row(R"({"metadata":{"privilegeName":"admin"}})", "metadata.privilegeName = admin", "1");
        row(R"({"n":3})", "metadata.n = 3", "1");
        row(R"({"n":"3"})", "metadata.n = \"3\"", "2");
        row(R"({"n":{"_gte":3}})", "metadata.n >= 3", "1");
        row(R"({"a.b":1})", "metadata.\"a.b\" = 1", "1");
        row(R"({"c.d":true})", "metadata.c.d = true", "1");
        row(R"({"n":{"_is_null":true}})", "metadata.n is empty", "3");
        row(R"({"n":{"_is_null":false}})", "metadata.n is not empty", "1 2");
        row(R"({"n":null})", "metadata.n is empty", "3");
        row(R"({"n":{"_in":[3,null]}})", "metadata.n = 3 or metadata.n is empty", "1 3");
        row(R"({"entityType":{"_nin":["connection","identity"]}})", "not entity_type in (connection, identity)", "2");
        row(R"({"privilegeName":{"_ilike":"%OWN%"}})", "metadata.privilegeName ~ OWN", "2");
        row(R"({"privilegeName":{"_ilike":"own%"}})", "metadata.privilegeName starts with own", "2");
        row(R"({"privilegeName":{"_ilike":"%min"}})", "metadata.privilegeName ends with min", "1");
        row(R"({"privilegeName":{"_like":"%Own%"}})", "metadata.privilegeName matches /(?s)\\A.*Own.*\\z/", "2");
        row(R"({"privilegeName":{"_like":"adm_n"}})", "metadata.privilegeName matches /(?s)\\Aadm.n\\z/", "1");
        row(R"({"s":{"_like":"50\\%"}})", "metadata.s matches /(?s)\\A50%\\z/", "2");
        row(R"({"entity_brn.type":"connection"})", "entity_brn.type = connection", "1 3");
        row(R"({"timestamp":{"_lt":"2024-07-01"}})", "timestamp < 2024-07-01", "1 2 3");
        row(R"({"_not":{"_or":[{"n":3},{"n":"3"}]}})", "not (metadata.n = 3 or metadata.n = \"3\")", "3");
        row("{}", "", "1 2 3");
    }
    void translates() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, expression);
        QFETCH(QByteArray, rows);
        const TablePtr table = relations();
        const auto translation = of(*table, json.toStdString());
        QCOMPARE(nameOf(translation.coverage), u"same"_s);
        QCOMPARE(translation.carried, translation.tests);
        const std::string text = translation.expression ? canonicalText(*translation.expression) : "";
        QCOMPARE(QByteArray::fromStdString(text), expression);
        QCOMPARE(QByteArray::fromStdString(test::selected(*table, text)), rows);
    }

    void leavesOut_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<QString>("coverage");
        QTest::addColumn<int>("problem");
        const auto row = [](const char* json, const char* expression, const QString& coverage,
                            ConditionProblem problem) {
            QTest::newRow(json) << QByteArray(json) << QByteArray(expression) << coverage << int(problem);
        };
        using enum ConditionProblem;
        row(R"({"app":"okta","department":"x"})", "app = okta", u"more"_s, NoSuchField);
        row(R"({"_or":[{"app":"okta"},{"department":"x"}]})", "app = okta", u"fewer"_s, NoSuchField);
        row(R"({"_not":{"app":"aws","department":"x"}})", "not app = aws", u"fewer"_s, NoSuchField);
        row(R"({"_not":{"_or":[{"app":"aws"},{"department":"x"}]}})", "not app = aws", u"more"_s, NoSuchField);
        row(R"({"x":1,"_or":[{"app":"okta"},{"y":2}]})", "app = okta", u"other"_s, NoSuchField);
        row(R"({"department":"x"})", "", u"nothing"_s, NoSuchField);
        row(R"({"_not":{"department":"x"}})", "", u"nothing"_s, NoSuchField);
        row(R"({"app":{"_older_than_days":3}})", "", u"nothing"_s, UnknownOperator);
        row(R"({"app":{"_eq":["okta"]}})", "", u"nothing"_s, OddValue);
        row(R"({"app":{"_eq":{"x":1}}})", "", u"nothing"_s, OddValue);
        row(R"({"app":{"_is_null":"yes"}})", "", u"nothing"_s, OddValue);
        row(R"({"app":{"_in":[]}})", "", u"nothing"_s, EmptyList);
        row(R"({"_or":[]})", "", u"nothing"_s, EmptyList);
        row(R"({"_not":{}})", "", u"nothing"_s, EmptyList);
        row(R"({"n":{"_lt":"now"}})", "", u"nothing"_s, NotComparable);
        row("[]", "", u"nothing"_s, OddCondition);
    }
    void leavesOut() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, expression);
        QFETCH(QString, coverage);
        QFETCH(int, problem);
        const auto translation = of(*relations(), json.toStdString());
        QCOMPARE(nameOf(translation.coverage), coverage);
        QCOMPARE(QByteArray::fromStdString(translation.expression ? canonicalText(*translation.expression) : ""),
                 expression);
        std::vector<int> problems;
        const auto collect = [&](const InsightCondition& condition, const auto& self) -> void {
            if (condition.problem) {
                problems.push_back(int(*condition.problem));
                QVERIFY(!words::sentence(condition).isEmpty());
            }
            for (const InsightCondition& part : condition.parts)
                self(part, self);
        };
        collect(translation.conditions, collect);
        QVERIFY(!problems.empty());
        QCOMPARE(problems.front(), problem);
        QVERIFY(!words::sentence(translation).isEmpty());
    }

    void secretsAreNoFilters() {
        const auto translation = of(*relations(), R"({"c":{"type":"secret","value":"hunter2"}})");
        QVERIFY(!translation.expression || canonicalText(*translation.expression).find("hunter2") == std::string::npos);
    }

    void tellsWhatNoFilterCanHold() {
        std::string json = R"({"n":1})";
        for (std::size_t i = 0; i < maximumExpressionDepth + 1; ++i)
            json = R"({"_not":{"_or":[{"app":"x"},)" + json + "]}}";
        const auto read = readConditions(json);
        if (!read) QSKIP("deeper than JSON may be");
        const auto translation = translated(*read, *relations());
        QCOMPARE(nameOf(translation.coverage), u"nothing"_s);
        QVERIFY(translation.conditions.problem == ConditionProblem::TooLong);
    }

    void most_of_the_sample_translates() {
        const TablePtr insights = test::sampleTable(u"entity-rules"_s);
        const TablePtr okta = test::sampleTable(u"entity-relations"_s, SampleTenant().integrations().front());
        const auto filter = insights->find("entity filter");
        QVERIFY(filter.has_value());
        int whole = 0, part = 0;
        for (std::uint32_t row = 0; row < insights->rowCount(); ++row) {
            const auto translation = of(*okta, insights->cell(RowId{row}, *filter));
            whole += translation.coverage == Coverage::Same;
            part += translation.coverage != Coverage::Same && translation.coverage != Coverage::Nothing;
        }
        QVERIFY2(whole + part >= 12, qPrintable(u"%1 whole, %2 in part"_s.arg(whole).arg(part)));
    }
};

} // namespace idscope

QTEST_GUILESS_MAIN(idscope::TestTranslation)
#include "test_translation.moc"
