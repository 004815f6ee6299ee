#include "models/filter/suggestions.h"
#include "models/items/suggestionmodel.h"
#include "tests/query/samples.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// The text's end is the cursor.
Suggestions suggested(const TablePtr& table, const std::string& text) {
    const auto found = suggestionsFor(completionAt(text, text.size()), *table);
    if (!found) qFatal("stopped by nobody");
    return *found;
}

QString shown(const Suggestions& suggestions) {
    QStringList texts;
    for (const Suggestion& one : suggestions.list)
        texts << QString::fromStdString(one.text) + (one.rows ? u':' + QString::number(*one.rows) : QString());
    return texts.join(u' ');
}

} // namespace

/// What is offered from a table.
class TestSuggestions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void offers_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("offered");
        const auto row = [](const QString& text, const QString& offered) {
            QTest::newRow(qPrintable(text)) << text << offered;
        };
        row(u"sta"_s, u"status"_s);
        row(u"ru"_s, u"last_run"_s);
        row(u"priv"_s, u"metadata.privilegeName:2 metadata.privilegeValue:2"_s);
        row(u"privilegename"_s, u"metadata.privilegeName:2"_s); // what stands above its facet
        row(u"value"_s, u"metadata[*].value:1 metadata.privilegeValue:2"_s);
        row(u"status = a and odd"_s, u"metadata.\"odd name\":1"_s);
        row(u"status = "_s, u"active:2 Active:1 inactive:1 pending:1"_s);
        row(u"status = ACT"_s, u"active:2 Active:1 inactive:1"_s);
        row(u"not status in (active, p"_s, u"pending:1"_s);
        row(u"status is n"_s, u"not empty invalid"_s);
        row(u"metadata.privilegeName = "_s, u"Admin:1 admin:1"_s);
        row(u"metadata.privilegeValue = "_s, u"true:1 \"true\":1"_s);
        row(u"metadata.n = "_s, u"3:1 \"3\":1"_s);
        row(u"metadata.priv"_s, u"privilegeName:2 privilegeValue:2"_s);
        row(u"metadata.odd"_s, u"\"odd name\":1"_s);
        row(u"metadata.list[*].k"_s, u"key:1"_s);
        row(u"name = say"_s, u"\"say \\\"hi\\\"\":1"_s);
        row(u"message = "_s, u"\"1 error occured\":1 \"a/b (c)\":1 null:1"_s); // no bad UTF-8, no empty cell
        row(u"primary_owner = a"_s, u"\"and\":1 jason.bond@balkan.id:1"_s);
        row(u"height = "_s, u""_s);
    }
    void offers() {
        QFETCH(QString, text);
        QFETCH(QString, offered);
        QCOMPARE(shown(suggested(integrations(), text.toStdString())), offered);
    }

    void offersPartsOfBrns() {
        QCOMPARE(shown(suggested(relations(), "entity_brn.")), u"type key tenant"_s);
        QCOMPARE(shown(suggested(relations(), "entity_brn.type = ")), u"resource:2 connection:1 identity:1"_s);
    }

    void offersWalksAndTheNamesTheyBeginAt() {
        const TablePtr table = relations();
        QVERIFY(shown(suggested(table, "rea")).contains(u"reachable_from( reaches("_s));
        QVERIFY(!shown(suggested(integrations(), "rea")).contains(u"reach"_s)); // its rows are no relations
        const Suggestions names = suggested(table, "reaches(");
        QVERIFY(names.list.size() > 1);
        for (const Suggestion& one : names.list) {
            QVERIFY(one.rows > 0U);
            QVERIFY2(!selected(*table, "reaches(" + one.text + ")").starts_with("error"), one.text.c_str());
        }
        QVERIFY(suggested(table, "reaches(" + names.list.front().shown.substr(0, 8)).list.size() >= 1);
        QVERIFY(suggested(integrations(), "reaches(").list.empty());
    }

    void offersNoSecrets() {
        for (const char* text : {"metadata[*].value = ", "metadata[0].value = ", "metadata.. = hunter", "metadata = "})
            for (const Suggestion& one : suggested(integrations(), text).list)
                QVERIFY2(!one.shown.contains("hunter") && !one.text.contains("hunter"), text);
    }

    void whatIsOfferedCanBeReadAndSelectsAsMany() {
        const TablePtr table = integrations();
        for (const std::string column :
             {"name", "status", "last_run", "message", "primary_owner", "extra", "metadata.n", "metadata.privilegeName",
              "metadata.privilegeValue", "metadata[*].key"}) {
            const Suggestions all = suggested(table, column + " = ");
            QVERIFY(!all.list.empty());
            for (const Suggestion& one : all.list) {
                const std::string rows = selected(*table, column + " = " + one.text);
                QVERIFY2(!rows.starts_with("error"), one.text.c_str());
                // Instants are equal however they are written.
                const auto count = rows.empty() ? 0U : static_cast<unsigned>(std::ranges::count(rows, ' ')) + 1;
                QVERIFY2(count == *one.rows || column == "last_run", (column + " = " + one.text).c_str());
            }
        }
    }

    void pathsComeBehindColumns() {
        const TablePtr table =
            tableOf({{"ID", "Name", "Status", "Metadata"},
                     {"1", "n", "s", "{\"userStatus\":1,\"statusCode\":\"x\",\"a\":{\"status\":2},\"apostasy\":3}"},
                     {"2", "n", "s", "{\"userStatus\":1}"}});
        const Suggestions all = suggested(table, "sta");
        QCOMPARE(shown(all), u"status metadata.statusCode:1 metadata.a.status:1 metadata.userStatus:2"_s);
        QCOMPARE(all.matching, 4U);
        const TextSpan match = all.list.back().match;
        QCOMPARE(QString::fromStdString(all.list.back().shown.substr(match.begin, match.length)), u"Sta"_s);
        QVERIFY(suggestionsFor(completionAt("sta", 3), *table, {}, PathOffer::None)->list.size() == 1);
        QVERIFY(!shown(suggested(table, "")).contains(u"metadata."_s)); // nobody asked for any
    }

    void tellsHowMany() {
        const Suggestions found = suggested(integrations(), "status = ina");
        QCOMPARE(found.matching, 1U);
        QCOMPARE(found.inAll, 4U);
        SuggestionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show(suggested(integrations(), "status = ACT"));
        QCOMPARE(model.title(), u"Values of status"_s);
        QCOMPARE(model.foot(), u"3 of 4 values, counted over all rows"_s);
        QCOMPARE(model.index(0).data(SuggestionModel::MatchRole).toPoint(), QPoint(0, 3));
        QCOMPARE(model.index(2).data(SuggestionModel::MatchRole).toPoint(), QPoint(2, 3));
        QCOMPARE(model.index(0).data(SuggestionModel::NoteRole).toString(), u"case differs"_s);
    }

    void stops() {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!suggestionsFor(completionAt("status = ", 9), *integrations(), stop.get_token()));
    }
};

QTEST_GUILESS_MAIN(TestSuggestions)
#include "test_suggestions.moc"
