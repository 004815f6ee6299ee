#include "models/filter/valuechoice.h"
#include "models/filter/valuerange.h"
#include "tests/query/naive.h"
#include "tests/query/samples.h"

#include <QTest>

#include <random>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

using Kind = ChosenValue::Kind;

namespace {

ExpressionPtr parsed(const std::string& text) {
    const auto expression = parseExpression(text);
    if (!expression) qFatal("not in the language: %s", text.c_str());
    return *expression;
}

Operand operandOf(const Table& table, const std::string& text) {
    return *bindOperand(*parseOperand(text), table);
}

QString shown(const ValueChoice& choice) {
    QStringList texts;
    for (const ChosenValue& value : choice.values) {
        const QString text = QString::fromStdString(value.text);
        texts << (value.kind == Kind::Empty     ? u"<empty>"_s
                  : value.kind == Kind::Invalid ? u"<invalid>"_s
                  : value.kind == Kind::Text    ? u'"' + text + u'"'
                                                : text);
    }
    return (choice.excluded ? u"not "_s : u""_s) + texts.join(u' ');
}

QString canonical(const ExpressionPtr& expression) {
    return expression ? QString::fromStdString(canonicalText(*expression)) : QString();
}

} // namespace

/// What facets and checklists say about values, as expressions and back.
class TestValueChoice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data() {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("operand");
        QTest::addColumn<QString>("choice"); ///< null: none
        const auto row = [](const QString& part, const QString& operand, const QString& choice = {}) {
            QTest::addRow("%s of %s", qPrintable(part), qPrintable(operand)) << part << operand << choice;
        };
        row(u"status = active"_s, u"status"_s, u"\"active\""_s);
        row(u"Status = active"_s, u"`status`"_s, u"\"active\""_s);
        row(u"status = active"_s, u"name"_s);
        row(u"status in (active, \"a b\")"_s, u"status"_s, u"\"active\" \"a b\""_s);
        row(u"status != active"_s, u"status"_s, u"not \"active\""_s);
        row(u"not status in (a, b)"_s, u"status"_s, u"not \"a\" \"b\""_s);
        row(u"not not status = a"_s, u"status"_s, u"\"a\""_s);
        row(u"not status != a"_s, u"status"_s, u"\"a\""_s);
        row(u"status is empty"_s, u"status"_s, u"<empty>"_s);
        row(u"status is not empty"_s, u"status"_s, u"not <empty>"_s);
        row(u"status = a or status is empty"_s, u"status"_s, u"\"a\" <empty>"_s);
        row(u"not (status = a or status is empty)"_s, u"status"_s, u"not \"a\" <empty>"_s);
        row(u"status = a or name = b"_s, u"status"_s);
        row(u"status = a or status ~ b"_s, u"status"_s);
        row(u"status = a or status != b"_s, u"status"_s);
        row(u"status > 3"_s, u"status"_s);
        row(u"status ~ a"_s, u"status"_s);
        row(u"status matches /\\Aa\\x{A}b\\z/"_s, u"status"_s, u"\"a\nb\""_s);
        row(u"status matches /a/"_s, u"status"_s);
        row(u"metadata.n = 3"_s, u"metadata.n"_s, u"3"_s);
        row(u"metadata.n = \"3\""_s, u"metadata.n"_s, u"\"3\""_s);
        row(u"metadata.n = true"_s, u"metadata.n"_s, u"true"_s);
        row(u"metadata.n = 3"_s, u"metadata.d"_s);
        row(u"metadata.n = 3"_s, u"metadata"_s);
        row(u"metadata.n in (x, 3, 3.0) or metadata is invalid"_s, u"metadata.n"_s, u"\"x\" 3 <invalid>"_s);
        row(u"metadata is invalid"_s, u"metadata"_s, u"<invalid>"_s);
        row(u"last_run = -30d"_s, u"last_run"_s);
        row(u"last_run in (2024-06-01, 2024-06-01T00:00:00Z)"_s, u"last_run"_s, u"\"2024-06-01\""_s);
    }
    void reads() {
        QFETCH(QString, part);
        QFETCH(QString, operand);
        const TablePtr table = integrations();
        const auto choice = choiceOf(*parsed(part.toStdString()), operandOf(*table, operand.toStdString()), *table);
        QTEST(choice ? shown(*choice) : QString(), "choice");
    }

    void writes_data() {
        QTest::addColumn<QString>("operand");
        QTest::addColumn<QString>("expression");
        const auto row = [](const QString& operand, const QString& expression) {
            QTest::newRow(qPrintable(expression)) << operand << expression;
        };
        row(u"status"_s, u"status = active"_s);
        row(u"status"_s, u"status != \"a b\""_s);
        row(u"status"_s, u"not status in (a, \"and\")"_s);
        row(u"status"_s, u"status in (a, b) or status is empty"_s);
        row(u"status"_s, u"not (status = a or status is empty)"_s);
        row(u"status"_s, u"status is not empty"_s);
        row(u"metadata.\"odd name\""_s, u"metadata.\"odd name\" in (true, \"true\", 3, \"3\", x)"_s);
        row(u"metadata.n"_s, u"metadata.n is empty or metadata is invalid"_s);
        row(u"status"_s, u"status matches /\\Aa\\x{A}b\\z/"_s);
        row(u"primary_owner"_s, u"primary_owner in (\"#FFF\", \"(\")"_s);
    }
    void writes() {
        QFETCH(QString, operand);
        QFETCH(QString, expression);
        const TablePtr table = integrations();
        const Operand about = operandOf(*table, operand.toStdString());
        const auto choice = choiceOf(*parsed(expression.toStdString()), about, *table);
        QVERIFY(choice.has_value());
        const auto made = choiceExpression(*choice, about, *table);
        QVERIFY(made.has_value());
        QCOMPARE(canonical(*made).replace(u"\"#FFF\""_s, u"#FFF"_s), expression.replace(u"\"#FFF\""_s, u"#FFF"_s));
        QVERIFY(sameExpression(**made, *parsed(canonicalText(**made))));
    }

    void findsAmongOthers() {
        const TablePtr table = integrations();
        const Operand status = operandOf(*table, "status");
        FilterParts parts = partsOf(parsed("status != a and name ~ b and status != c"));
        FoundChoice found = findChoice(parts, status, *table);
        QCOMPARE(shown(found.choice), u"not \"a\" \"c\""_s);
        QCOMPARE(canonical(expressionWithoutChoice(parts, status, *table)), u"name ~ b"_s);
        found.choice = toggled(found.choice, {.kind = Kind::Text, .text = "c"}, status, *table);
        parts = *withChoice(parts, found.choice, status, *table);
        QCOMPARE(canonical(expressionOf(parts)), u"status != a and name ~ b"_s);
        parts = toggled(parts, 0);
        QVERIFY(findChoice(parts, status, *table).choice.values.empty()); // off: says nothing
        parts = *withChoice(parts, {.excluded = false, .values = {{.kind = Kind::Empty, .text = {}}}}, status, *table);
        QCOMPARE(canonical(expressionOf(parts)), u"name ~ b and status is empty"_s);
    }

    /// What is no JSON is among what is empty under a path: only one of the two is chosen.
    void choosesWhatIsEmptyOrItsPart() {
        const TablePtr table = integrations();
        const ChosenValue empty{.kind = Kind::Empty, .text = {}};
        const ChosenValue invalid{.kind = Kind::Invalid, .text = {}};
        const auto both = [&](const char* name, const ChosenValue& first, const ChosenValue& second) {
            const Operand operand = operandOf(*table, name);
            return shown(toggled(toggled({}, first, operand, *table), second, operand, *table));
        };
        QCOMPARE(both("metadata.n", empty, invalid), u"<invalid>"_s);
        QCOMPARE(both("metadata.n", invalid, empty), u"<empty>"_s);
        QCOMPARE(both("metadata.n", empty, {.kind = Kind::Number, .text = "3"}), u"<empty> 3"_s);
        QCOMPARE(both("last_run", empty, invalid), u"<empty> <invalid>"_s); // no instant has both
    }

    void ranges() {
        const TablePtr table = integrations();
        const Operand run = operandOf(*table, "last_run");
        FilterParts parts = partsOf(parsed("last_run >= 2024-01-01 and bond and last_run < -30d"));
        FoundRange found = findRange(parts, run, *table);
        QCOMPARE(QString::fromStdString(found.range.low->value.text), u"2024-01-01"_s);
        QVERIFY(found.range.low->inclusive);
        QVERIFY(!found.range.high->inclusive);
        QCOMPARE(canonical(expressionWithoutRange(parts, run, *table)), u"bond"_s);
        found.range.low.reset();
        parts = withRange(parts, found.range, run, *table);
        QCOMPARE(canonical(expressionOf(parts)), u"last_run < -30d and bond"_s);
        parts = withRange(parts, {}, run, *table);
        QCOMPARE(canonical(expressionOf(parts)), u"bond"_s);
        QVERIFY(findRange(parts, run, *table).range.isEverything());
    }

    /// Choosing any of the values there are, in any way, selects the rows that have them, by way of the text.
    void selectsWhatIsChosen() {
        const TablePtr table = integrations();
        const Naive naive(*table, now());
        std::mt19937 random(5);
        std::vector<std::pair<Operand, std::vector<ChosenValue>>> values;
        for (const char* name : {"name", "status", "last_run", "message", "primary_owner", "extra", "reviewer_count"}) {
            auto& [operand, list] = values.emplace_back(operandOf(*table, name), std::vector<ChosenValue>{});
            for (std::uint32_t row = 0; row < table->rowCount(); ++row) {
                const std::string cell(table->cell(RowId{row}, operand.column));
                list.push_back({.kind = cell.empty() ? Kind::Empty : Kind::Text, .text = cell});
            }
        }
        const std::vector<ChosenValue> scalars = {
            {.kind = Kind::Text, .text = "admin"},    {.kind = Kind::Text, .text = "true"},
            {.kind = Kind::Constant, .text = "true"}, {.kind = Kind::Number, .text = "3"},
            {.kind = Kind::Text, .text = "3"},        {.kind = Kind::Empty, .text = {}},
            {.kind = Kind::Invalid, .text = {}}};
        for (const char* path : {"metadata.privilegeName", "metadata.privilegeValue", "metadata.n", "metadata[*].key"})
            values.emplace_back(operandOf(*table, path), scalars);
        for (int round = 0; round < 500; ++round) {
            const auto& [operand, list] = values[random() % values.size()];
            ValueChoice choice{.excluded = random() % 2 == 0, .values = {}};
            for (const ChosenValue& value : list)
                if (random() % 2 == 0 && isUtf8Text(value.text) && !isChosen(choice, value, operand, *table))
                    choice.values.push_back(value);
            const auto made = choiceExpression(choice, operand, *table);
            QVERIFY(made.has_value());
            if (!*made) continue;
            const ExpressionPtr read = parsed(canonicalText(**made));
            QVERIFY(sameExpression(**made, *read));
            const auto back = choiceOf(*read, operand, *table);
            QVERIFY2(back.has_value(), canonicalText(*read).c_str());
            QCOMPARE(back->excluded, choice.excluded);
            QCOMPARE(back->values.size(), choice.values.size());
            for (const ChosenValue& value : choice.values)
                QVERIFY(isChosen(*back, value, operand, *table));
            for (std::uint32_t row = 0; row < table->rowCount(); ++row) {
                const bool has = std::ranges::any_of(choice.values, [&](const ChosenValue& value) {
                    const ValueChoice single{.excluded = false, .values = {value}};
                    return naive.holds(**choiceExpression(single, operand, *table), RowId{row});
                });
                QCOMPARE(naive.holds(*read, RowId{row}), has != choice.excluded);
            }
        }
    }

private:
    static bool isUtf8Text(const std::string& text) { return !text.contains('\xFF'); }
};

QTEST_GUILESS_MAIN(TestValueChoice)
#include "test_valuechoice.moc"
