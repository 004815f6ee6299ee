#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "tests/support/printing.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace idscope;

namespace {

std::vector<std::string> cells(const QByteArray& header) {
    std::vector<std::string> texts;
    for (const QByteArray& cell : header.split('|'))
        texts.push_back(cell.toStdString());
    return texts;
}

std::string keyOf(const HeaderMatch& match) {
    return match.schema == nullptr ? "none" : std::string(match.schema->key);
}

/// The names of the columns met, `-` for none, then the required ones that are missing behind a slash.
std::string described(const HeaderMatch& match) {
    std::string text;
    for (const ColumnSpec* column : match.columns)
        text += (text.empty() ? "" : "|") + (column == nullptr ? "-" : std::string(column->name));
    for (const ColumnSpec* missing : match.missingRequired)
        text += "/" + std::string(missing->name);
    return text;
}

class TestRecognise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldsNames_data();
    void foldsNames();
    void recognisesEveryResource();
    void recognises_data();
    void recognises();
    void matches_data();
    void matches();
    void breaksTies();
    void declaresResourcesWell();
};

void TestRecognise::foldsNames_data() {
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char* cell, const char* name) {
        QTest::newRow(cell) << QByteArray(cell) << QByteArray(name);
    };
    row("", "");
    row("Name", "name");
    row("Name*", "name");
    row(" \tName * \r\n", "name");
    row("Name**", "name*");
    row("*", "");
    row("created_at", "created at");
    row("CREATED AT", "created at");
    row("Entity_Type ", "entity type");
    row("a  b", "a  b");
    row("_a_", " a ");
    row("\xC3\x9C"
        "ber",
        "\xC3\xBC"
        "ber");                                  // Ü
    row("\xE1\xBA\x9E", "\xC3\x9F");             // ẞ folds to ß, one to one
    row("\xC4\xB0", "\xC4\xB0");                 // İ has no simple folding
    row("\xCF\x82", "\xCF\x83");                 // ς folds to σ
    row("\xF0\x90\x90\x80", "\xF0\x90\x90\xA8"); // Deseret, beyond the first plane
    row("A\xFF\xC3", "a\xFF\xC3");
}

void TestRecognise::foldsNames() {
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, name);
    QCOMPARE(foldedName(cell.toStdString()), name.toStdString());
}

void TestRecognise::recognisesEveryResource() {
    for (const Schema* schema : resources()) {
        std::vector<std::string> whole;
        std::vector<std::string> required;
        for (const ColumnSpec& column : schema->columns) {
            whole.push_back(std::string(column.name) + "*");
            if (column.presence == Presence::Required) required.emplace_back(column.name);
        }
        QCOMPARE(keyOf(recognise(whole, resources())), std::string(schema->key));
        std::ranges::reverse(whole);
        QCOMPARE(keyOf(recognise(whole, resources())), std::string(schema->key));
        QCOMPARE(keyOf(recognise(required, resources())), std::string(schema->key));
        QVERIFY(schemaByKey(schema->key, resources()) == schema);
    }
    QVERIFY(schemaByKey("employees", resources()) == nullptr);
}

void TestRecognise::recognises_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char* name, const char* header, const char* key) {
        QTest::newRow(name) << QByteArray(header) << QByteArray(key);
    };
    row("empty cell", "", "none");
    row("unknown", "x|y", "none");
    row("one known of many", "Name|x", "none");
    row("all required", "type|NAME|id*", "labels");
    row("required and unknown", "x|ID|Name|Status|y", "integrations");
    row("required of two, more known of one", "ID|Name|Status|Type|Color", "labels");
    row("half, a required one missing", "App|Timestamp|Integration|Entity BRN|Metadata", "entity-relations");
    row("less than half", "App|Timestamp|Integration|Metadata", "none");
    row("half repeated", "Name|Name|Name|Name|Name|Name", "none");
}

void TestRecognise::recognises() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, key);
    QCOMPARE(keyOf(recognise(cells(header), resources())), key.toStdString());
}

void TestRecognise::matches_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* header, const char* expected) {
        QTest::newRow(name) << QByteArray(header) << QByteArray(expected);
    };
    row("other order and case", "TYPE|dark_text_color|id|name", "Type|Dark Text Color|ID|Name");
    row("unknown kept", "ID|odd|Name|Type", "ID|-|Name|Type");
    row("repeated", "ID|id*|Name|Type|ID", "ID|-|Name|Type|-");
    row("missing", "Color", "Color/ID/Name/Type");
}

void TestRecognise::matches() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, expected);
    QCOMPARE(described(matchHeader(cells(header), schemas::labels)), expected.toStdString());
}

void TestRecognise::breaksTies() {
    static constexpr ColumnSpec columns[] = {{"a"}, {"b"}, {"c"}};
    static constexpr ColumnSpec more[] = {{"a"}, {"b"}, {"c"}, {"d"}};
    static constexpr Schema first{.key = "first", .columns = columns};
    static constexpr Schema second{.key = "second", .columns = columns};
    static constexpr Schema third{.key = "third", .columns = more};
    const Schema* const equal[] = {&first, &second};
    const Schema* const richer[] = {&first, &second, &third};
    // Without required columns the most known ones decide, and nothing where two know as many.
    QCOMPARE(keyOf(recognise(cells("a|b"), equal)), "none");
    QCOMPARE(keyOf(recognise(cells("a|b|c|d"), richer)), "third");
    QCOMPARE(keyOf(recognise(cells("a|b|c"), richer)), "none");
    QCOMPARE(keyOf(recognise(cells("a"), richer)), "none");
}

void TestRecognise::declaresResourcesWell() {
    for (const Schema* schema : resources()) {
        std::vector<std::string> names;
        for (const ColumnSpec& column : schema->columns)
            names.push_back(foldedName(column.name));
        const auto knows = [&](std::string_view name) {
            return std::ranges::find(names, foldedName(name)) != names.end();
        };
        for (const DerivedSpec& derived : schema->derived) {
            QVERIFY(derived.compute != nullptr);
            QVERIFY(!knows(derived.name));
            QVERIFY(knows(derived.inputs[0]));
            QVERIFY(derived.inputs[1].empty() || knows(derived.inputs[1]));
        }
        if (!schema->typeClaim.type.empty()) QVERIFY(knows(schema->typeClaim.type) && knows(schema->typeClaim.brn));
        std::ranges::sort(names);
        QVERIFY(std::ranges::adjacent_find(names) == names.end());
    }
}

} // namespace

QTEST_APPLESS_MAIN(TestRecognise)
#include "test_recognise.moc"
