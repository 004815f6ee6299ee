#include "models/filter/cellfilter.h"
#include "models/items/cellline.h"
#include "models/items/celloddity.h"
#include "models/items/copytext.h"
#include "models/items/csvsave.h"
#include "models/items/tablemodel.h"
#include "models/query/textmatches.h"
#include "tests/items/tables.h"
#include "tests/query/naive.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

/// A plain JSON text as a quoted CSV cell.
std::string cell(std::string json) {
    for (std::size_t at = 0; (at = json.find('"', at)) != std::string::npos; at += 2)
        json.insert(at, 1, '"');
    return '"' + json + '"';
}

TablePtr tableWith(const std::vector<std::string>& metadata) {
    std::string csv = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,Metadata "
                      "Version,Metadata\n";
    for (const std::string& json : metadata)
        csv += "okta,2024-01-01,okta/1,brn:bid:balkanid:::T1:identity:-He,old name,connection,okta,v1," + cell(json) +
               "\n";
    return tableOf(csv);
}

Operand operandIn(const Table& table, std::string_view text) {
    return *bindOperand(*parseOperand(text), table);
}

const std::vector<std::string> kinds = {
    R"({"x":"admin"})",
    R"({"x":"3"})",
    R"({"x":3})",
    R"({"x":3.0})",
    R"({"x":true})",
    R"({"x":"true"})",
    R"({"x":null})",
    R"({"x":""})",
    R"({"x":{"y":1}})",
    R"({"x":["a","b"]})",
    R"({"y":"admin"})",
    R"({"x":)",
    "",
    "null",
    R"({"x":"two\nlines"})",
    R"({"x":"é"})",
    R"({"x":"null"})",
    R"({"x":[{"type":"secret","value":"hunter2"}]})",
};

} // namespace

/// JSON paths and parts of BRNs as columns.
class TestAddedColumns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        model_ = std::make_unique<TableModel>();
        tester_ = std::make_unique<QAbstractItemModelTester>(model_.get(),
                                                             QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup() {
        tester_.reset();
        model_.reset();
    }

    void showWhatThePathLeadsTo();
    void tellWhatHasNoText();
    void sayWhatTheyAre();
    void namesOfEqualEndAreTold();
    void comeAndGo();
    void stayWhileRowsArrive();
    void longCellsAreNotRead();
    void secretsStayMasked();
    void matchesAreMarkedInThem();
    void areCopiedAndSaved();
    void filterSelectsWhatShowsTheValue();
    void randomValuesToo();
    void noFilterOfWhatEqualsNothing();

private:
    void show(const TablePtr& table) { model_->show(table, ShownRows::all(table->rowCount()), RowsChange::Replaced); }
    int add(std::string_view operand) { return model_->addColumn(operandIn(*model_->table(), operand)); }
    QVariant at(int row, int column, int role = Qt::DisplayRole) const { return model_->index(row, column).data(role); }
    QString header(int column, int role = Qt::DisplayRole) const {
        return model_->headerData(column, Qt::Horizontal, role).toString();
    }
    QStringList texts(int column, int role = Qt::DisplayRole) const {
        QStringList all;
        for (int row = 0; row < model_->rowCount(); ++row)
            all << at(row, column, role).toString();
        return all;
    }

    std::unique_ptr<TableModel> model_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

void TestAddedColumns::showWhatThePathLeadsTo() {
    show(tableWith({R"({"x":"admin","list":[1,2.50,{"z":"ü"}]})", R"({"x":true,"list":["a\"b"]})"}));
    QCOMPARE(texts(add("metadata.x")), (QStringList{u"admin"_s, u"true"_s}));
    QCOMPARE(texts(add("metadata.list[*]")), (QStringList{u"1"_s, u"a\"b"_s}));
    QCOMPARE(texts(add("metadata.list")), (QStringList{uR"([1,2.50,{"z":"ü"}])"_s, uR"(["a\"b"])"_s}));
    QCOMPARE(texts(add("parent_entity_brn.type")), (QStringList{u"identity"_s, u"identity"_s}));
    QCOMPARE(texts(add("entity_brn.key")), (QStringList{QString(), QString()}));
    // Strings are text, all else is JSON: they are drawn differently.
    QCOMPARE(at(0, 9 + 1, ColumnTypeRole).toInt(), static_cast<int>(ColumnType::Text));
    QCOMPARE(at(1, 9 + 1, ColumnTypeRole).toInt(), static_cast<int>(ColumnType::Json));
    QVERIFY(at(0, 9 + 2, Qt::ToolTipRole).toString().contains(u"2 more"_s));
}

void TestAddedColumns::tellWhatHasNoText() {
    show(tableWith(kinds));
    const int x = add("metadata.x");
    const auto line = [&](int row) {
        const auto made = at(row, x, LineRole).value<CellLinePtr>();
        return made->isNote ? u"("_s + made->text + u')' : made->text;
    };
    QCOMPARE(line(0), u"admin"_s);
    QCOMPARE(line(6), u"(null)"_s);
    QCOMPARE(line(7), u"(empty text)"_s);
    QCOMPARE(line(10), QString());
    QCOMPARE(line(11), u"(not JSON)"_s);
    QCOMPARE(line(12), QString());
    QCOMPARE(line(16), u"null"_s);
    QCOMPARE(at(6, x, RawTextRole).toString(), QString());
    QCOMPARE(at(11, x, RawTextRole).toString(), QString());
    QCOMPARE(at(14, x, RawTextRole).toString(), u"two\nlines"_s);
    QCOMPARE(at(14, x).toString(), u"two↵lines"_s);
}

void TestAddedColumns::sayWhatTheyAre() {
    show(tableWith({R"({"x":"admin"})"}));
    const int path = add("metadata.\"odd name\"[0]");
    QCOMPARE(header(path), u"odd name[0]"_s);
    QCOMPARE(header(path, OperandRole), u"metadata.\"odd name\"[0]"_s);
    QCOMPARE(header(path, Qt::AccessibleTextRole), u"metadata.\"odd name\"[0]"_s);
    QVERIFY(model_->headerData(path, Qt::Horizontal, AddedRole).toBool());
    QVERIFY(!model_->headerData(path, Qt::Horizontal, DerivedRole).toBool());
    const int part = add("parent_entity_brn.type");
    QCOMPARE(header(part), u"Parent Entity BRN type"_s);
    QCOMPARE(header(part, OperandRole), u"parent_entity_brn.type"_s);
    QCOMPARE(header(0, OperandRole), u"app"_s);
    QVERIFY(!model_->headerData(0, Qt::Horizontal, AddedRole).toBool());
}

void TestAddedColumns::namesOfEqualEndAreTold() {
    show(tableWith({"{}"}));
    const int first = add("metadata.a.name");
    QCOMPARE(header(first), u"name"_s);
    const int second = add("metadata.b.name");
    QCOMPARE(header(first), u"metadata.a.name"_s);
    QCOMPARE(header(second), u"metadata.b.name"_s);
    QVERIFY(model_->removeColumn(second));
    QCOMPARE(header(first), u"name"_s);
}

void TestAddedColumns::comeAndGo() {
    show(tableWith(kinds));
    const int own = model_->columnCount();
    const QSignalSpy inserted(model_.get(), &QAbstractItemModel::columnsInserted);
    const int x = add("metadata.x");
    QCOMPARE(x, own);
    QCOMPARE(add("metadata.x"), x);
    QCOMPARE(inserted.count(), 1);
    const int y = add("metadata.y");
    QCOMPARE(at(10, y).toString(), u"admin"_s);
    QCOMPARE(at(0, x).toString(), u"admin"_s);
    QVERIFY(!model_->removeColumn(0)); // the table's own
    QVERIFY(!model_->removeColumns(own - 1, 2));
    QVERIFY(model_->removeColumn(x));
    QCOMPARE(model_->columnCount(), own + 1);
    QCOMPARE(at(10, own).toString(), u"admin"_s); // y moved up
    QCOMPARE(at(0, own).toString(), QString());
    QVERIFY(!model_->columnOf(operandIn(*model_->table(), "metadata.x")));
    show(tableOf("ID,Name\n1,a\n")); // of other columns: they would be about nothing
    QCOMPARE(model_->columnCount(), 2);
}

void TestAddedColumns::stayWhileRowsArrive() {
    show(tableWith({R"({"x":"a"})"}));
    const int x = add("metadata.x");
    const TablePtr grown = tableWith({R"({"x":"a"})", R"({"x":"b"})"});
    model_->show(grown, ShownRows::all(2), RowsChange::Extended);
    QCOMPARE(texts(x), (QStringList{u"a"_s, u"b"_s}));
    model_->show(grown, ShownRows::ordered({RowId{1}, RowId{0}}, 2), RowsChange::Reordered);
    QCOMPARE(texts(x), (QStringList{u"b"_s, u"a"_s}));
    model_->show(grown, ShownRows::ascending({RowId{1}}), RowsChange::Replaced);
    QCOMPARE(texts(x), (QStringList{u"b"_s}));
}

void TestAddedColumns::longCellsAreNotRead() {
    show(tableWith({R"({"x":"a","y":")" + std::string(longestReadJson, 'x') + "\"}"}));
    const int x = add("metadata.x");
    QCOMPARE(at(0, x).toString(), u"…"_s);
    QVERIFY(at(0, x, Qt::ToolTipRole).toString().contains(u"long"_s));
    QCOMPARE(at(0, x, RawTextRole).toString(), u"a"_s); // asked for alone
}

void TestAddedColumns::secretsStayMasked() {
    const std::string json = R"([{"key":"token","type":"secret","value":"hunter2","n":"prod"}])";
    show(tableWith({json}));
    const QString dots = QString::fromUtf8(secretDots.data(), secretDots.size());
    for (const char* path :
         {"metadata[0].value", "metadata[*].value", "metadata..", "metadata[0]", "metadata..value"}) {
        const int column = add(path);
        for (const int role :
             {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole), int(RawTextRole)}) {
            QVERIFY2(!at(0, column, role).toString().contains(u"hunter"_s), path);
            QVERIFY2(at(0, column, role).toString().contains(dots), path);
        }
        const auto copied = copyText({.table = model_->table(),
                                      .rows = model_->rows(),
                                      .ranges = {{0, 1}},
                                      .columns = {model_->operand(column)}},
                                     {}, [](std::uint64_t) {});
        QVERIFY(!copied->contains(u"hunter"_s));
    }
}

void TestAddedColumns::matchesAreMarkedInThem() {
    const TablePtr table =
        tableWith({R"({"l":[{"type":"secret","value":"hunter2"}],"project":"halden-prod","other":"a\nprod"})"});
    show(table);
    const int project = add("metadata.project");
    const auto marked = [&](int column, std::string_view filter) {
        model_->setMatches(std::make_shared<const TextMatches>(*parseExpression(filter), *table));
        const auto line = at(0, column, LineRole).value<CellLinePtr>();
        QStringList found;
        for (const DisplayMark& match : line->matches)
            found << line->text.mid(match.begin, match.length);
        return found.join(u'|');
    };
    QCOMPARE(marked(project, "PROD"), u"prod"_s);
    QCOMPARE(marked(project, "metadata.project ~ halden"), u"halden"_s);
    QCOMPARE(marked(project, "metadata.other ~ prod"), QString());
    QCOMPARE(marked(project, "metadata.. ~ en-"), u"en-"_s);
    QCOMPARE(marked(project, "metadata ~ \"project\\\":\\\"hal\""), u"hal"_s);
    QCOMPARE(marked(add("parent_entity_brn.type"), "identity"), u"identity"_s);
}

void TestAddedColumns::areCopiedAndSaved() {
    const TablePtr table = tableWith({R"({"x":"a,b"})", R"({"x":3})", R"({"x":null})", "{", R"({"x":{"k":"v"}})"});
    const std::vector<Operand> columns{operandIn(*table, "metadata.x"), ColumnId{0},
                                       operandIn(*table, "parent_entity_brn.type")};
    const auto copied = copyText({.table = table,
                                  .rows = ShownRows::all(5),
                                  .ranges = {{0, 5}},
                                  .columns = columns,
                                  .format = CopyFormat::Csv,
                                  .headers = true},
                                 {}, [](std::uint64_t) {});
    const auto expected = u"metadata.x,App,parent_entity_brn.type\n\"a,b\",okta,identity\n3,okta,identity\n"
                          ",okta,identity\n,okta,identity\n\"{\"\"k\"\":\"\"v\"\"}\",okta,identity\n"_s;
    QCOMPARE(*copied, expected);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    const SaveResult saved =
        saveCsv({.path = path, .table = table, .rows = ShownRows::all(5), .columns = columns}, {}, {});
    QVERIFY(!saved.error);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), expected);
}

namespace {

/// What a path cell shows, kind and all; numbers by value, as the language compares them.
std::string shownValue(const Table& table, RowId row, const Operand& operand) {
    const std::string_view json = table.cell(row, operand.column);
    if (!json.empty() && !JsonDocument(json).valid()) return "broken";
    const JsonDocument document(json);
    const auto found = resolve(document, operand.path);
    if (found.empty() || document.nodes()[found.front()].kind == JsonKind::Null) return "nothing";
    const JsonNode& node = document.nodes()[found.front()];
    if (node.kind == JsonKind::Number) return "number " + std::to_string(std::stod(document.scalar(node)));
    return (node.kind == JsonKind::String ? "string " : "word ") + document.scalar(node);
}

/// Holds the filter made of each cell against the rows that show the same, and both against the naive evaluation.
void holdFilters(const Table& table, const Operand& operand) {
    for (std::uint32_t row = 0; row < table.rowCount(); ++row) {
        const Code code = table.code(RowId{row}, operand.column);
        const auto filter = cellFilter(table, operand, {&code, 1});
        if (!filter) continue;
        const std::string text = canonicalText(**filter);
        const auto parsed = parseExpression(text);
        QVERIFY2(parsed.has_value(), text.c_str());
        const auto selected = select(table, *parsed, {.now = Instant{}});
        QVERIFY2(selected.has_value(), text.c_str());
        const std::string wanted = shownValue(table, RowId{row}, operand);
        const Naive naive(table, Instant{});
        RowList same, held;
        for (std::uint32_t other = 0; other < table.rowCount(); ++other) {
            const std::string candidate = shownValue(table, RowId{other}, operand);
            // A path into broken JSON is missing, says the language.
            if (candidate == wanted || (wanted == "nothing" && candidate == "broken")) same.push_back(RowId{other});
            if (naive.holds(**parsed, RowId{other})) held.push_back(RowId{other});
        }
        QVERIFY2(*selected == same, text.c_str());
        QVERIFY2(*selected == held, text.c_str());
    }
}

} // namespace

void TestAddedColumns::filterSelectsWhatShowsTheValue() {
    const TablePtr table = tableWith(kinds);
    holdFilters(*table, operandIn(*table, "metadata.x"));
    const auto textFor = [&](std::uint32_t row) {
        const Code code = table->code(RowId{row}, ColumnId{8});
        return QString::fromStdString(canonicalText(**cellFilter(*table, operandIn(*table, "metadata.x"), {&code, 1})));
    };
    QCOMPARE(textFor(0), u"metadata.x = admin"_s);
    QCOMPARE(textFor(1), u"metadata.x = \"3\""_s);
    QCOMPARE(textFor(2), u"metadata.x = 3"_s);
    QCOMPARE(textFor(4), u"metadata.x = true"_s);
    QCOMPARE(textFor(5), u"metadata.x = \"true\""_s);
    QCOMPARE(textFor(6), u"metadata.x is empty"_s);
    QCOMPARE(textFor(11), u"metadata is invalid"_s);
    const std::vector<Code> several{table->code(RowId{0}, ColumnId{8}), table->code(RowId{2}, ColumnId{8}),
                                    table->code(RowId{6}, ColumnId{8}), table->code(RowId{10}, ColumnId{8})};
    QCOMPARE(QString::fromStdString(canonicalText(**cellFilter(*table, operandIn(*table, "metadata.x"), several))),
             u"metadata.x in (admin, 3) or metadata.x is empty"_s);
    const Code brn = table->code(RowId{0}, ColumnId{3});
    QCOMPARE(QString::fromStdString(
                 canonicalText(**cellFilter(*table, operandIn(*table, "parent_entity_brn.type"), {&brn, 1}))),
             u"parent_entity_brn.type = identity"_s);
}

void TestAddedColumns::randomValuesToo() {
    std::mt19937 random(11);
    const std::string_view pool[] = {"a",       "B", " ", "\\\"", "\\\\", "/", "\\n",  "\\t",  "ü",
                                     "\\u00fc", "0", "-", "1e",   ".",    "3", "true", "null", "(",
                                     ")",       "$", "^", "x",    ",",    "=", ">"};
    const std::string_view words[] = {"1",    "1.0",   "-0",   "10e-1", "12345678901234567890",
                                      "true", "false", "null", "1e400"};
    std::vector<std::string> cells;
    for (int i = 0; i < 120; ++i) {
        std::string value;
        if (random() % 3 == 0) {
            value = words[random() % (std::size(words) - 1)];
        } else {
            for (auto length = random() % 4; length > 0; --length)
                value += pool[random() % std::size(pool)];
            value = '"' + value + '"';
        }
        cells.push_back(R"({"x":{"y":[)" + value + "]}}");
    }
    const TablePtr table = tableWith(cells);
    holdFilters(*table, operandIn(*table, "metadata.x.y[0]"));
}

void TestAddedColumns::noFilterOfWhatEqualsNothing() {
    const TablePtr table = tableWith(kinds);
    const auto problem = [&](std::uint32_t row, std::string_view path) {
        const Code code = table->code(RowId{row}, ColumnId{8});
        const auto filter = cellFilter(*table, operandIn(*table, path), {&code, 1});
        return filter ? -1 : static_cast<int>(filter.error());
    };
    QCOMPARE(problem(8, "metadata.x"), static_cast<int>(CellFilterProblem::NotScalar));
    QCOMPARE(problem(9, "metadata.x"), static_cast<int>(CellFilterProblem::NotScalar));
    QCOMPARE(problem(17, "metadata.x[0].value"), static_cast<int>(CellFilterProblem::HoldsSecret));
    QCOMPARE(problem(17, "metadata.x[0].type"), -1);
}

QTEST_GUILESS_MAIN(TestAddedColumns)
#include "test_addedcolumns.moc"
