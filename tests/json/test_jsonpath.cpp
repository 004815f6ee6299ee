#include "models/json/path.h"

#include <QObject>
#include <QTest>

#include <string>

using namespace idscope;

Q_DECLARE_METATYPE(idscope::JsonPath)

namespace {

using Key = JsonPathKey;
using Index = JsonPathIndex;
using Any = JsonPathAnyElement;
using Deep = JsonPathAnyDepth;

QByteArray found(std::string_view text, const JsonPath& path) {
    const JsonDocument document(text);
    QByteArrayList values;
    for (const std::uint32_t node : resolve(document, path)) {
        const std::string_view raw = document.raw(document.nodes()[node]);
        values << QByteArray(raw.data(), static_cast<qsizetype>(raw.size()));
    }
    return values.join(" ");
}

} // namespace

class TestJsonPath : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void resolves_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<JsonPath>("path");
        QTest::addColumn<QByteArray>("values");
        const auto row = [](const char* name, const char* text, const JsonPath& path, const char* values) {
            QTest::newRow(name) << QByteArray(text) << path << QByteArray(values);
        };
        row("root", "[1]", {}, "[1]");
        row("key", R"({"a":1,"b":2})", {Key{"b"}}, "2");
        row("case counts", R"({"A":1})", {Key{"a"}}, "");
        row("missing", R"({"a":1})", {Key{"b"}}, "");
        row("duplicates all count", R"({"a":1,"b":2,"a":3})", {Key{"a"}}, "1 3");
        row("escaped key", R"({"\u0061":1})", {Key{"a"}}, "1");
        row("odd key", "{\"a \\\"b\\\"\":1}", {Key{"a \"b\""}}, "1");
        row("empty key", R"({"":1})", {Key{""}}, "1");
        row("nested", R"({"a":{"b":{"c":7}}})", {Key{"a"}, Key{"b"}, Key{"c"}}, "7");
        row("key of an array", R"([{"a":1}])", {Key{"a"}}, "");
        row("index", "[5,6,7]", {Index{2}}, "7");
        row("index beyond", "[5]", {Index{1}}, "");
        row("index of an object", R"({"0":1})", {Index{0}}, "");
        row("any element", R"([{"k":1},2,{"k":3}])", {Any{}, Key{"k"}}, "1 3");
        row("any element of an object", R"({"a":1})", {Any{}}, "");
        row("any depth takes the value itself", "7", {Deep{}}, "7");
        row("any depth", R"({"a":[1,{"b":2}]})", {Deep{}}, R"({"a":[1,{"b":2}]} [1,{"b":2}] 1 {"b":2} 2)");
        row("any depth below a key", R"({"x":1,"a":[2]})", {Key{"a"}, Deep{}}, "[2] 2");
        row("any depth, then key", R"({"k":{"k":1},"a":[{"k":2}]})", {Deep{}, Key{"k"}}, R"({"k":1} 1 2)");
        row("twice any depth: each once", R"([[1]])", {Deep{}, Deep{}}, "[[1]] [1] 1");
        row("document order", R"([[[1],2],3])", {Deep{}, Index{0}}, "[[1],2] [1] 1");
        row("any depth, then any element", "[[1,[2]],3]", {Deep{}, Any{}}, "[1,[2]] 1 [2] 2 3");
        row("scalar has no children", "1", {Key{"a"}}, "");
        row("broken", R"({"a":1)", {Key{"a"}}, "");
        row("broken root", "x", {}, "");
    }

    void resolves() {
        QFETCH(QByteArray, text);
        QFETCH(JsonPath, path);
        QFETCH(QByteArray, values);
        QCOMPARE(found(text.toStdString(), path), values);
    }

    void written_data() {
        QTest::addColumn<JsonPath>("path");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const JsonPath& path, const char* text) {
            QTest::newRow(text) << path << QByteArray(text);
        };
        row({}, "");
        row({Key{"privilegeName"}}, ".privilegeName");
        row({Key{"odd name"}, Index{0}}, R"(."odd name"[0])");
        row({Any{}, Key{"key"}}, "[*].key");
        row({Deep{}}, "..");
        row({Deep{}, Key{"key"}}, "..key");
        row({Deep{}, Key{""}}, R"(.."")");
        row({Key{"a"}, Deep{}, Index{3}}, ".a..[3]");
        row({Key{"a.b"}}, R"(."a.b")");
        row({Key{"a[0]"}}, R"(."a[0]")");
        row({Key{"q\"\\"}}, ".\"q\\\"\\\\\"");
        row({Key{"größe"}}, ".größe");
        row({Key{"a-b:c#d$"}}, ".a-b:c#d$");
        row({Key{"and"}}, ".and");
        row({Key{"a\nb"}}, ".\"a\nb\"");
    }

    void written() {
        QFETCH(JsonPath, path);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(pathText(path)), text);
    }

    void pathToEveryNodeLeadsBack() {
        const JsonDocument document(R"({"a":[1,{"b c":[[],2]}],"d":null,"":{"e":"x"}})");
        QVERIFY(document.valid());
        QByteArrayList paths;
        for (std::uint32_t node = 0; node < document.nodes().size(); ++node) {
            const JsonPath path = pathTo(document, node);
            QCOMPARE(resolve(document, path), std::vector<std::uint32_t>{node});
            paths << QByteArray::fromStdString(pathText(path));
        }
        QCOMPARE(paths.join(" "),
                 QByteArray(R"( .a .a[0] .a[1] .a[1]."b c" .a[1]."b c"[0] .a[1]."b c"[1] .d ."" ."".e)"));
    }

    void pathOfADuplicateKeyNamesAll() {
        const JsonDocument document(R"({"a":1,"a":2})");
        QCOMPARE(resolve(document, pathTo(document, 2)), (std::vector<std::uint32_t>{1, 2}));
    }
};

QTEST_APPLESS_MAIN(TestJsonPath)
#include "test_jsonpath.moc"
