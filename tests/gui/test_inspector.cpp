#include "models/items/tablemodel.h"
#include "models/schema/entityrelations.h"
#include "tests/items/tables.h"
#include "tests/support/gapmeter.h"
#include "views/inspector/fieldsview.h"
#include "views/inspector/inspector.h"
#include "views/inspector/jsonview.h"
#include "views/inspector/leafactions.h"
#include "views/inspector/pathlabel.h"
#include "views/inspector/rawview.h"
#include "views/inspector/recordpane.h"
#include "views/inspector/recordview.h"
#include "views/inspector/searchline.h"
#include "views/parts/label.h"
#include "views/style/theme.h"
#include "views/style/tokens.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTest>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

const std::string settings = R"([{"name":"Client ID","key":"client_id","type":"text","value":"okta"},)"
                             R"({"name":"Token","key":"token","type":"secret","value":"s3cr3t"}])";
const QString dots(8, u'•');

} // namespace

class TestInspector : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { inspector_.reset(); }

    void opensOnThePageThatFits_data();
    void opensOnThePageThatFits();
    void pathFollowsTheValue();
    void copiesByKeyboard();
    void secretsAreNotCopied_data();
    void secretsAreNotCopied();
    void revealsByKeyboard();
    void leavingTheRowHides();
    void searchesByKeyboard();
    void searchesTheRawText();
    void rawCopiesItsOwnCharacters();
    void tellsScreenReaders();
    void longCellsDoNotStall();
    void deepRowsCanBeReached();
    void recordsAreCopied();
    void recordsLinkToWhatTheyName();
    void leavesBecomeFilters_data();
    void leavesBecomeFilters();

private:
    void show(const std::string& cell, const QString& row = u"1"_s) {
        inspector_->showCell(
            {.title = u"Metadata"_s, .operand = u"metadata"_s, .row = row, .cell = KeptText::of(cell)});
    }
    [[nodiscard]] QWidget* page() const { return inspector_->findChild<QStackedWidget*>()->currentWidget(); }
    [[nodiscard]] QPushButton* toggle(const QString& text) const {
        const auto buttons = inspector_->findChildren<QPushButton*>();
        return *std::ranges::find(buttons, text, [](const QPushButton* button) {
            return button->accessibleName().isEmpty() ? button->text() : button->accessibleName();
        });
    }
    [[nodiscard]] QString count() const { return inspector_->search().findChild<PlainLabel*>()->text(); }

    std::unique_ptr<ThemeController> themes_;
    std::unique_ptr<Inspector> inspector_;
};

void TestInspector::init() {
    if (!themes_) themes_ = std::make_unique<ThemeController>(*qApp, Theme::Light);
    inspector_ = std::make_unique<Inspector>();
    inspector_->resize(312, 800);
    inspector_->show();
    QVERIFY(QTest::qWaitForWindowExposed(inspector_.get()));
    QApplication::clipboard()->clear();
}

void TestInspector::opensOnThePageThatFits_data() {
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("page");
    QTest::newRow("JSON") << QByteArray(R"({"a":1})") << u"Tree"_s;
    QTest::newRow("broken") << QByteArray(R"({"a":})") << u"Raw"_s;
    QTest::newRow("settings") << QByteArray::fromStdString(settings) << u"Table"_s;
}

void TestInspector::opensOnThePageThatFits() {
    QFETCH(QByteArray, cell);
    QFETCH(QString, page);
    show(cell.toStdString());
    QVERIFY(toggle(page)->isChecked());
    // What was chosen by hand stays chosen where it can be.
    QTest::mouseClick(toggle(u"Raw"_s), Qt::LeftButton);
    show(R"({"b":1})", u"2"_s);
    QVERIFY(toggle(u"Raw"_s)->isChecked());
    QCOMPARE(inspector_->raw().toPlainText(), uR"({"b":1})"_s);
}

void TestInspector::pathFollowsTheValue() {
    show(R"({"a":{"odd name":[1,2]}})");
    inspector_->tree().setFocus();
    auto* path = inspector_->findChild<PathLabel*>();
    QCOMPARE(path->path(), u"metadata"_s);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(&inspector_->tree(), Qt::Key_Down);
    QTest::keyClick(&inspector_->tree(), Qt::Key_Right);
    QTest::keyClick(&inspector_->tree(), Qt::Key_Down);
    QTest::keyClick(&inspector_->tree(), Qt::Key_Down);
    QCOMPARE(path->path(), u"metadata.a.\"odd name\"[1]"_s);
    QCOMPARE(QAccessible::queryAccessibleInterface(path)->text(QAccessible::Name), path->path());
}

void TestInspector::copiesByKeyboard() {
    show(R"({"a":"tab\there","n":900719925474099312345.10})");
    JsonView& tree = inspector_->tree();
    tree.setFocus();
    QTest::keyClick(&tree, Qt::Key_Down);
    QTest::keyClick(&tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"tab\there"_s);
    QTest::keyClick(&tree, Qt::Key_Down);
    QTest::keyClick(&tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"900719925474099312345.10"_s);
    QTest::keyClick(&tree, Qt::Key_Home);
    QTest::keyClick(&tree, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), uR"({"a":"tab\there","n":900719925474099312345.10})"_s);
}

void TestInspector::secretsAreNotCopied_data() {
    QTest::addColumn<bool>("revealed");
    QTest::newRow("masked") << false;
    QTest::newRow("revealed") << true;
}

void TestInspector::secretsAreNotCopied() {
    QFETCH(bool, revealed);
    show(settings);
    FieldsView& fields = inspector_->fields();
    QSignalSpy said(inspector_.get(), &Inspector::said);
    fields.setCurrentIndex(fields.model()->index(1, 1));
    if (revealed) fields.toggleReveal(fields.currentIndex());
    fields.setFocus();
    QTest::keyClick(&fields, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QString());
    QCOMPARE(said.size(), 1);
}

void TestInspector::revealsByKeyboard() {
    show(settings);
    FieldsView& fields = inspector_->fields();
    fields.setFocus();
    QTest::keyClick(&fields, Qt::Key_Down);
    const auto secret = [&] { return fields.model()->index(1, 1).data().toString(); };
    QCOMPARE(secret(), dots);
    QTest::keyClick(&fields, Qt::Key_Return);
    QCOMPARE(secret(), u"\"s3cr3t\""_s);
    QTest::keyClick(&fields, Qt::Key_Return);
    QCOMPARE(secret(), dots);
    const QRect link = revealLink(fields.visualRect(fields.model()->index(1, 1)));
    QTest::mouseClick(fields.viewport(), Qt::LeftButton, {}, link.center());
    QCOMPARE(secret(), u"\"s3cr3t\""_s);
}

void TestInspector::leavingTheRowHides() {
    show(settings);
    inspector_->fields().toggleReveal(inspector_->fields().model()->index(1, 1));
    show(settings, u"2"_s);
    QCOMPARE(inspector_->fields().model()->index(1, 1).data().toString(), dots);
    inspector_->fields().toggleReveal(inspector_->fields().model()->index(1, 1));
    inspector_->hide();
    QCOMPARE(inspector_->fields().model()->index(1, 1).data().toString(), dots);
}

void TestInspector::searchesByKeyboard() {
    show(R"({"a":{"b":{"deep":"Needle"}},"needle":[1,"x"],"c":"no"})");
    JsonView& tree = inspector_->tree();
    tree.setFocus();
    QTest::keyClick(&tree, Qt::Key_F, Qt::ControlModifier);
    auto* field = inspector_->search().findChild<QLineEdit*>();
    QCOMPARE(inspector_->focusWidget(), field);
    QTest::keyClicks(field, u"needle"_s);
    QTest::keyClick(field, Qt::Key_Return); // at once
    QTRY_COMPARE(count(), u"1 of 2"_s);
    QCOMPARE(tree.currentIndex().data().toString(), u"deep"_s);
    QVERIFY(tree.visualRect(tree.currentIndex()).isValid());
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(count(), u"2 of 2"_s);
    QCOMPARE(tree.currentIndex().data().toString(), u"needle"_s);
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(count(), u"1 of 2"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(inspector_->search().isHidden());
    QCOMPARE(inspector_->focusWidget(), &tree);
    QVERIFY(!inspector_->grab().isNull());
}

void TestInspector::searchesTheRawText() {
    show("{\"a\":\"x\u202Ey\",\"b\":\"xx\",\"type\":\"secret\",\"value\":\"xxxx\"}");
    QTest::mouseClick(toggle(u"Raw"_s), Qt::LeftButton);
    RawView& raw = inspector_->raw();
    raw.setFocus();
    QTest::keyClick(&raw, Qt::Key_F, Qt::ControlModifier);
    auto* field = inspector_->search().findChild<QLineEdit*>();
    QTest::keyClicks(field, u"x"_s);
    QTRY_COMPARE(count(), u"1 of 3"_s); // never within a secret
    QTest::keyClick(field, Qt::Key_Up);
    QCOMPARE(count(), u"3 of 3"_s);
    QCOMPARE(raw.textCursor().position(), raw.toPlainText().indexOf(u"xx"_s) + 1);
    QVERIFY(!raw.grab().isNull());
}

void TestInspector::rawCopiesItsOwnCharacters() {
    const QString text = u"{\"a\":\"\u202Eb\",\"c\":\""_s + QString(1500, u'z') + u"\"}"_s;
    show(text.toStdString());
    QTest::mouseClick(toggle(u"Raw"_s), Qt::LeftButton);
    RawView& raw = inspector_->raw();
    QVERIFY(raw.toPlainText().contains(u"[U+202E]"_s));
    raw.setFocus();
    QTest::keyClick(&raw, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&raw, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), text);
}

void TestInspector::tellsScreenReaders() {
    show(R"({"list":[1,2],"type":"secret","value":"s3cr3t"})");
    QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(&inspector_->tree());
    QVERIFY(tree != nullptr);
    QCOMPARE(tree->text(QAccessible::Name), u"Values of the cell"_s);
    QStringList names;
    for (int i = 0; i < tree->childCount(); ++i)
        if (QAccessibleInterface* child = tree->child(i)) names << child->text(QAccessible::Name);
    QVERIFY2(names.contains(u"list: 2 elements"_s) || names.contains(u"list: %n elements"_s),
             qPrintable(names.join(u'|')));
    QVERIFY(names.contains(u"value: secret, hidden"_s));
    QVERIFY(!names.join(u' ').contains(u"s3cr3t"_s));
}

// The limits are those of a debug build on a busy machine.
void TestInspector::longCellsDoNotStall() {
    std::string cell = "{\"list\":[0";
    for (int i = 1; i < 200'000; ++i)
        cell += ",{\"k\":\"value\"}";
    cell += "]}";
    show("{}");
    QTest::qWait(50); // fonts and caches are warm now
    GapMeter gaps;
    show(cell, u"2"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page()->isVisible() && inspector_->tree().model()->rowCount() > 0, 20'000);
    QTest::qWait(50);
    inspector_->tree().expand(inspector_->tree().model()->index(0, 0, inspector_->tree().model()->index(0, 0)));
    QTest::qWait(50);
    const double tree = gaps.restart();
    QVERIFY2(tree < 100, qPrintable(QString::number(tree)));
    QTest::mouseClick(toggle(u"Raw"_s), Qt::LeftButton);
    QTest::qWait(100);
    const double raw = gaps.restart();
    QVERIFY2(raw < 100, qPrintable(QString::number(raw)));
}

void TestInspector::deepRowsCanBeReached() {
    constexpr std::size_t depth = JsonDocument::maximumDepth;
    show(std::string(depth - 1, '[') + "\"bottom\"" + std::string(depth - 1, ']'));
    JsonView& tree = inspector_->tree();
    QModelIndex last = tree.model()->index(0, 0);
    for (QModelIndex next = last; next.isValid(); next = tree.model()->index(0, 0, next))
        last = next;
    tree.setCurrentIndex(last);
    tree.scrollTo(last);
    QTRY_VERIFY(tree.viewport()->rect().intersects(tree.visualRect(last)));
}

void TestInspector::recordsAreCopied() {
    QStandardItemModel table(1, 2);
    table.setHorizontalHeaderLabels({u"App"_s, u"Note"_s});
    table.setData(table.index(0, 0), u"okta"_s);
    table.setData(table.index(0, 0), u"okta"_s, Qt::UserRole + 1);
    table.setData(table.index(0, 1), u"two\nlines"_s, Qt::UserRole + 1);
    inspector_->record().showRow(table.index(0, 0), {0, 1});
    RecordView& view = inspector_->record().view();
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"okta"_s);
    view.copyAll();
    QCOMPARE(QApplication::clipboard()->text(), u"App\tokta\nNote\t\"two\nlines\"\n"_s);
    table.clear();
    QCOMPARE(view.model()->rowCount(), 0);
}

void TestInspector::recordsLinkToWhatTheyName() {
    TableModel table;
    const TablePtr relations = tableOf(relationsCsv(1), &schemas::entityRelations);
    table.show(relations, ShownRows::all(1), RowsChange::Replaced);
    inspector_->record().showRow(table.index(0, 0), {1, 2, 3}); // timestamp, integration, parent
    RecordView& view = inspector_->record().view();
    const auto value = [&](int row) { return view.model()->index(row, RecordModel::ValueColumn); };
    QSignalSpy followed(&inspector_->record(), &RecordPane::followRequested);
    QVERIFY(!view.isLink(value(1))); // nobody follows it
    inspector_->record().setLinking(true);
    QVERIFY(!view.isLink(value(0)));
    QVERIFY(view.isLink(value(1)));
    QVERIFY(view.isLink(value(2))); // to its entity
    view.setFocus();
    view.setCurrentIndex(value(0));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(followed.count(), 0);
    view.setCurrentIndex(value(1));
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(followed.count(), 1);
    QCOMPARE(followed[0][0].toInt(), 2);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(value(0)).center());
    QCOMPARE(followed.count(), 1);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(value(1)).center());
    QCOMPARE(followed.count(), 2);
    // A BRN has its shape in the first line, and the link its colour.
    const auto pixels = [&](int row, const auto& is) {
        const QImage seen = view.viewport()->grab(view.visualRect(value(row))).toImage();
        int count = 0;
        for (int y = 0; y < seen.height(); ++y)
            for (int x = 0; x < seen.width(); ++x)
                count += is(seen.pixelColor(x, y)) ? 1 : 0;
        return count;
    };
    const auto isShape = [&](const QColor& color) { return color == tokensOf(view.palette()).identity; };
    const auto isBlue = [](const QColor& color) { // letters are smoothed
        return color.blue() - std::max(color.red(), color.green()) > 40;
    };
    QVERIFY(pixels(2, isShape) > 20);
    QCOMPARE(pixels(0, isShape), 0);
    QVERIFY(pixels(1, isBlue) > 0);
    QVERIFY(pixels(2, isBlue) > 0);
    QCOMPARE(pixels(0, isBlue), 0);
}

void TestInspector::leavesBecomeFilters_data() {
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("row"); // of the tree, below the cell itself
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("column");
    QTest::newRow("string") << QByteArray(R"({"a":"x","b":"3"})") << 1 << u"metadata.a text x"_s << u"metadata.a"_s;
    QTest::newRow("digits") << QByteArray(R"({"a":"x","b":"3"})") << 2 << u"metadata.b text 3"_s << u"metadata.b"_s;
    QTest::newRow("number") << QByteArray(R"({"a":3})") << 1 << u"metadata.a number 3"_s << u"metadata.a"_s;
    QTest::newRow("null") << QByteArray(R"({"a":null})") << 1 << u"metadata.a empty"_s << u"metadata.a"_s;
    QTest::newRow("object") << QByteArray(R"({"a":{"b":1}})") << 1 << QString() << u"metadata.a"_s;
    QTest::newRow("deeper") << QByteArray(R"({"a":{"b":true}})") << 2 << u"metadata.a.b constant true"_s
                            << u"metadata.a.b"_s;
    QTest::newRow("the cell") << QByteArray(R"({"a":1})") << 0 << QString() << QString();
    QTest::newRow("secret") << QByteArray(R"({"type":"secret","value":"hunter2"})") << 2 << QString() << QString();
}

void TestInspector::leavesBecomeFilters() {
    QFETCH(QByteArray, cell);
    QFETCH(int, row);
    QFETCH(QString, filter);
    QFETCH(QString, column);
    show(cell.toStdString());
    for (int i = 0; i < row; ++i)
        QTest::keyClick(&inspector_->tree(), Qt::Key_Down);
    QString filtered, excluded, added;
    const auto text = [](const OperandName& name, const ChosenValue& value) {
        const char* kinds[] = {"text", "number", "constant", "empty", "invalid"};
        return QString::fromStdString(canonicalText(name) + ' ' + kinds[static_cast<int>(value.kind)] + ' ' +
                                      value.text)
            .trimmed();
    };
    connect(&inspector_->actions(), &LeafActions::filterRequested, this,
            [&](const OperandName& name, const ChosenValue& value, FilterUse use) {
                (use == FilterUse::And ? filtered : excluded) = text(name, value);
            });
    connect(&inspector_->actions(), &LeafActions::columnRequested, this, [&](const QString& path) { added = path; });
    for (const auto& name : {u"Filter"_s, u"Exclude"_s, u"Column"_s}) {
        toggle(name)->setFocus();
        QTest::keyClick(toggle(name), Qt::Key_Space);
    }
    QCOMPARE(filtered, filter);
    QCOMPARE(excluded, filter);
    QCOMPARE(added, column);
    QCOMPARE(toggle(u"Column"_s)->isEnabled(), !column.isEmpty());
    disconnect(&inspector_->actions(), nullptr, this, nullptr);
}

QTEST_MAIN(TestInspector)
#include "test_inspector.moc"
