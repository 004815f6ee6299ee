#include "models/items/savedsecrets.h"
#include "tests/items/tables.h"

#include <QTest>

using namespace idscope;
using namespace idscope::test;

class TestSavedSecrets : public QObject {
    Q_OBJECT
    const TablePtr table_ = tableOf("ID,Name,Status,Metadata\n"
                                    "1,a,on,\"{\"\"type\"\":\"\"public\"\",\"\"value\"\":\"\"x\"\"}\"\n"
                                    "2,b,on,\"{\"\"type\"\":\"\"secret\"\",\"\"value\"\":\"\"x\"\",\"\"open\"\":1}\"\n"
                                    "3,c,on,{}\n",
                                    &schemas::integrations);

    [[nodiscard]] std::optional<bool> held(const ShownRows& rows, const std::vector<Operand>& columns) const {
        return holdSecrets(*table_, rows, columns);
    }
    static ShownRows rows(RowList list) { return ShownRows::ascending(std::move(list)); }

private Q_SLOTS:
    void onlyTheRowsToBeSavedCount() {
        const Operand metadata = ColumnId{3};
        QCOMPARE(held(ShownRows::all(3), {metadata}), true);
        QCOMPARE(held(ShownRows::all(1), {metadata}), false);
        QCOMPARE(held(rows({RowId{0}, RowId{2}}), {metadata}), false);
        QCOMPARE(held(rows({RowId{1}}), {metadata}), true);
        QCOMPARE(held(rows({}), {metadata}), false);
    }
    void onlyTheColumnsToBeSavedCount() {
        QCOMPARE(held(ShownRows::all(3), {ColumnId{0}, ColumnId{1}}), false);
        const auto path = [this](const char* text) { return *bindOperand(*parseOperand(text), *table_); };
        QCOMPARE(held(ShownRows::all(3), {path("metadata.open")}), false);
        QCOMPARE(held(ShownRows::all(3), {path("metadata.value")}), true);
    }
    void stops() {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(holdSecrets(*table_, ShownRows::all(3), std::vector<Operand>{ColumnId{3}}, stop.get_token()),
                 std::optional<bool>());
    }
};

QTEST_APPLESS_MAIN(TestSavedSecrets)
#include "test_savedsecrets.moc"
