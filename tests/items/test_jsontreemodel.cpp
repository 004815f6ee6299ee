#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "models/items/jsontreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace Qt::StringLiterals;

namespace {

constexpr auto malformed = "[{\"type\":\"secret\",\"n\":1,\"value\":\"abc\",\"later\":[2]},x]";

QString shown(const QModelIndex& index, int role = Qt::DisplayRole) {
    return index.data(role).toString();
}

/// The tree as people see it: `key: value`, children in parentheses; a lock (!) at secrets.
QString treeText(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
    QStringList rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex key = model.index(row, JsonTreeModel::KeyColumn, parent);
        const QModelIndex value = key.siblingAtColumn(JsonTreeModel::ValueColumn);
        QString text = shown(key) + u": "_s + shown(value);
        if (key.data(JsonSecretRole).toBool()) text += u'!';
        if (model.rowCount(key) > 0) text += u" ("_s + treeText(model, key) + u')';
        rows << text;
    }
    return rows.join(u", "_s).replace(QString(8, u'•'), u"*"_s);
}

class Tree {
public:
    explicit Tree(std::string cell, const QString& column = u"metadata"_s) { setCell(std::move(cell), column); }
    void setCell(std::string cell, const QString& column = u"metadata"_s) {
        model.setCell(std::make_shared<const JsonCell>(KeptText::of(std::move(cell))), column);
    }

    /// The value that `keys` lead to from the root.
    [[nodiscard]] QModelIndex at(const QStringList& keys) const {
        QModelIndex index = model.index(0, 0);
        for (const QString& key : keys) {
            const QModelIndexList found = model.match(model.index(0, 0, index), Qt::DisplayRole, key, 1,
                                                      Qt::MatchExactly | Qt::MatchCaseSensitive);
            index = found.value(0);
        }
        return index;
    }

    JsonTreeModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

} // namespace

class TestJsonTreeModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shows_data() {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QString>("tree");
        const auto row = [](const char* name, const QByteArray& cell, const QString& tree) {
            QTest::newRow(name) << cell << tree;
        };
        row("empty cell", "", u""_s);
        row("nothing begins", "x", u""_s);
        row("scalar", "17", u"metadata: 17"_s);
        row("object", R"({"a":1,"b":"x","a":null})", u"metadata: {3} (a: 1, b: \"x\", a: null)"_s);
        row("array", R"([true,[],{}])", u"metadata: [3] (0: true, 1: [0], 2: {0})"_s);
        row("nested", R"({"a":{"b":[1]}})", u"metadata: {1} (a: {1} (b: [1] (0: 1)))"_s);
        row("big number", "[900719925474099312345.10]", u"metadata: [1] (0: 900719925474099312345.10)"_s);
        row("odd key", "{\"\\u0061 \\\"b\":1}", u"metadata: {1} (a \"b: 1)"_s);
        row("hostile key", "{\"\\u202e\":1}", u"metadata: {1} ([U+202E]: 1)"_s);
        row("secret", R"({"type":"secret","value":"abc"})", u"metadata: {2} (type: \"secret\", value: *!)"_s);
        row("secret object", R"({"type":"secret","value":{"a":1}})", u"metadata: {2} (type: \"secret\", value: *!)"_s);
        row("broken", R"({"a":[1,2)", u"metadata: {1} (a: [2] (0: 1, 1: 2))"_s);
        row("broken with a secret", malformed, u"metadata: [1] (0: {4} (type: \"secret\", n: 1, value: *!, *: *!))"_s);
    }

    void shows() {
        QFETCH(QByteArray, cell);
        QFETCH(QString, tree);
        const Tree shownTree(cell.toStdString());
        QCOMPARE(treeText(shownTree.model), tree);
    }

    void tellsWhereItBreaks() {
        Tree tree("{\"a\":1,}");
        QVERIFY(tree.model.cell()->brokenAt());
        QCOMPARE(tree.model.cell()->brokenAt()->byte, std::size_t{7});
        tree.setCell("{}");
        QVERIFY(!tree.model.cell()->brokenAt());
        tree.setCell("");
        QVERIFY(!tree.model.cell()->brokenAt());
        QCOMPARE(tree.model.rowCount(), 0);
        tree.model.setCell({}, {});
        QCOMPARE(tree.model.rowCount(), 0);
    }

    void roles() {
        const Tree tree(R"({"odd name":[{"k":"\u0041"}], "n":1.50})", u"`Meta Data`"_s);
        const QModelIndex leaf = tree.at({u"odd name"_s, u"0"_s, u"k"_s});
        QCOMPARE(shown(leaf, JsonPathRole), u"`Meta Data`.\"odd name\"[0].k"_s);
        QCOMPARE(shown(leaf, JsonRawRole), u"\"\\u0041\""_s);
        QCOMPARE(leaf.data(JsonKindRole).toInt(), static_cast<int>(JsonKind::String));
        QCOMPARE(leaf.data(JsonChildCountRole).toInt(), 0);
        const QModelIndex root = tree.at({});
        QCOMPARE(shown(root), u"`Meta Data`"_s);
        QCOMPARE(shown(root, JsonPathRole), u"`Meta Data`"_s);
        QCOMPARE(root.data(JsonChildCountRole).toInt(), 2);
        QCOMPARE(shown(root, JsonRawRole), u"{\"odd name\":[{\"k\":\"\\u0041\"}], \"n\":1.50}"_s);
        QVERIFY(leaf.flags().testFlag(Qt::ItemNeverHasChildren));
        QVERIFY(!root.data(Qt::EditRole).isValid());
    }

    void marksStandForCodePoints() {
        const Tree tree("[\"a\u202eb\"]");
        const auto marks = tree.at({u"0"_s}).siblingAtColumn(1).data(MarksRole).value<QList<DisplayMark>>();
        QCOMPARE(marks, (QList<DisplayMark>{{2, 8}}));
    }

    void revealsOneAtATime() {
        Tree tree(R"([{"type":"secret","value":"abc"},{"type":"secret","value":{"k":["d"]}}])");
        const QString hidden = treeText(tree.model);
        QVERIFY(!hidden.contains(u"abc"_s));
        const QModelIndex text = tree.at({u"0"_s, u"value"_s});
        const QModelIndex object = tree.at({u"1"_s, u"value"_s});
        QSignalSpy changed(&tree.model, &QAbstractItemModel::dataChanged);

        tree.model.setRevealed(text, true);
        QCOMPARE(shown(text.siblingAtColumn(1)), u"\"abc\""_s);
        QVERIFY(text.data(JsonRevealedRole).toBool());
        QCOMPARE(changed.size(), 1);
        tree.model.setRevealed(text, true);
        QCOMPARE(changed.size(), 1);

        tree.model.setRevealed(object, true);
        QVERIFY(!text.data(JsonRevealedRole).toBool());
        QCOMPARE(treeText(tree.model), u"metadata: [2] (0: {2} (type: \"secret\", value: *!), "
                                       "1: {2} (type: \"secret\", value: {1}! (k: [1] (0: \"d\"))))"_s);
        tree.model.setRevealed(text, false);
        QVERIFY(object.data(JsonRevealedRole).toBool());
        tree.model.setRevealed(object, false);
        QCOMPARE(treeText(tree.model), hidden);

        tree.model.setRevealed(tree.at({u"0"_s, u"type"_s}), true);
        tree.model.setRevealed({}, true);
        QCOMPARE(treeText(tree.model), hidden);
    }

    void aNewCellHidesWhatWasRevealed() {
        const std::string cell = R"({"type":"secret","value":"abc"})";
        Tree tree(cell);
        tree.model.setRevealed(tree.at({u"value"_s}), true);
        tree.setCell(cell);
        QVERIFY(!treeText(tree.model).contains(u"abc"_s));
    }

    void copiesStayMasked_data() {
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("JSON") << QByteArray(R"([{"type":"secret","value":{"k":"abc"},"later":["x"]}])");
        QTest::newRow("malformed") << QByteArray(malformed);
    }

    void copiesStayMasked() {
        QFETCH(QByteArray, cell);
        Tree tree(cell.toStdString());
        const QModelIndex secret = tree.at({u"0"_s, u"value"_s});
        QVERIFY(secret.data(JsonSecretRole).toBool());
        for (const bool revealed : {false, true}) {
            tree.model.setRevealed(secret, revealed);
            for (QModelIndex index = secret; index.isValid(); index = index.parent())
                QVERIFY(!shown(index, JsonRawRole).contains(u"abc"_s));
            if (tree.model.rowCount(secret) > 0)
                QVERIFY(!shown(tree.model.index(0, 0, secret), JsonRawRole).contains(u"abc"_s));
        }
    }

    void maskedKeysCannotBeReadFromPaths() {
        const Tree tree(malformed);
        QCOMPARE(shown(tree.at({u"0"_s, u"value"_s}), JsonPathRole), u"metadata[0].value"_s);
        const QModelIndex later = tree.at({u"0"_s}).model()->index(3, 0, tree.at({u"0"_s}));
        QCOMPARE(shown(later, JsonPathRole), QString());
    }
};

QTEST_MAIN(TestJsonTreeModel)
#include "test_jsontreemodel.moc"
