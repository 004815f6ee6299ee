#include "models/items/conditionmodel.h"
#include "tests/items/tables.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QAbstractItemModel& model, const QModelIndex& parent = {}, int depth = 0) {
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const auto state = index.data(ConditionStateRole).value<ConditionState>();
        const char mark = "HCxr"[static_cast<std::size_t>(state)];
        text += QString(depth, u' ') + QLatin1Char(mark) + u' ' + index.data().toString() + u'\n' +
                textOf(model, index, depth + 1);
    }
    return text;
}

} // namespace

class TestConditionModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsConditionsAndReasons() {
        const TablePtr relations = test::tableOf(test::relationsCsv(20));
        ConditionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto conditions = readConditions(R"({"entity_type":"connection","_not":{"privilegeName":{"_in":["role1",3]}},)"
                                         R"("department":{"_eq":"Platform"},"app":{"_weird":1},"_or":[]})");
        QVERIFY(conditions.has_value());
        model.show(translated(*std::move(conditions), *relations));
        QCOMPARE(textOf(model), u"H All of\n"
                                " C entity_type is \"connection\"\n"
                                " H Not\n"
                                "  C privilegeName is one of \"role1\", 3\n"
                                " x department is \"Platform\"\n"
                                " r Relations have no column “department”, and no metadata holds it.\n"
                                " x app _weird 1\n"
                                " r “_weird” is not known here. Shown as it is.\n"
                                " H Any of\n"
                                "  r A list of nothing selects nothing, which no filter says.\n"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void longListsAreCutAndSaidSo() {
        const TablePtr relations = test::tableOf(test::relationsCsv(5));
        std::string json = R"({"entity_type":{"_in":["x")";
        for (int i = 0; i < 1000; ++i)
            json += ",\"x\"";
        auto conditions = readConditions(json + "]}}");
        QVERIFY(conditions.has_value());
        ConditionModel model;
        model.show(translated(*std::move(conditions), *relations));
        const QStringList values = model.index(0, 0).data(ConditionValuesRole).toStringList();
        QCOMPARE(values.size(), 51);
        QCOMPARE(values.front(), u"\"x\""_s);
        QCOMPARE(values.back(), u"…"_s);
        QVERIFY(model.index(0, 0).data().toString().endsWith(u"…"));
    }
};

} // namespace idscope

QTEST_GUILESS_MAIN(idscope::TestConditionModel)
#include "test_conditionmodel.moc"
