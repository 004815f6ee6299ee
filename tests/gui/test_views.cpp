#include "app/session/viewstore.h"
#include "tests/gui/rig.h"
#include "tests/items/tables.h"
#include "views/dialogs/viewnamedialog.h"
#include "views/facets/facetspanel.h"
#include "views/filter/filterbar.h"
#include "views/mainwindow/statusline.h"
#include "views/parts/label.h"
#include "views/sidebar/sidebar.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// Saved views in the real window, by keyboard and by mouse.
class TestViews : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        rig_ = std::make_unique<Rig>();
        openTable();
    }
    void cleanup() { rig_.reset(); }

    void savesAndAppliesByKeys();
    void theFileHoldsWhatIsSeen();
    void saysWhatTheNextTableLacks();
    void isRenamedAndRemovedByKeys();
    void goesOutAndIn();
    void refusesWhatIsNone();
    void whatCouldNotBeReadTakesNoPlace();
    void aLongNameComesInTwice();
    void keepsPartsThatAreOff();
    void goesToTheTableOfItsResource();
    void isOneStepToTakeBack();
    void thatThereWereNoFacetsComesBack();
    void comesBackWithTheNextRun();
    void aDamagedLayoutIsNone_data();
    void aDamagedLayoutIsNone();

private:
    void openTable(const std::string& csv = relationsCsv(300)) {
        QVERIFY(rig_->openTable(u"relations%1.csv"_s.arg(++files_), QByteArray::fromStdString(csv)));
    }
    [[nodiscard]] ResourcePage& page() const { return *rig_->page(); }
    [[nodiscard]] ViewList& list() const { return rig_->desk->window().sideBar().views(); }
    [[nodiscard]] QString names() const { return textOf(*list().model()); }
    [[nodiscard]] QString shown() const {
        QStringList columns;
        for (const int column : page().table().shownColumns())
            columns << page().table().arrangement().operand(column);
        return columns.join(u'|');
    }
    /// What the status line says, if it begins so: it is about the file.
    [[nodiscard]] QString sentence(const QString& begin = u"evil.json"_s) const {
        for (const auto* label : rig_->desk->window().findChild<StatusLine*>()->findChildren<PlainLabel*>())
            if (label->text().startsWith(begin)) return label->text();
        return {};
    }
    [[nodiscard]] static bool answer(const QString& name) {
        if (!QTest::qWaitFor(
                [] { return qobject_cast<ViewNameDialog*>(QApplication::activeModalWidget()) != nullptr; }))
            return false;
        auto* field = QApplication::activeModalWidget()->findChild<QLineEdit*>();
        field->setText(name); // keyClicks() knows ASCII alone
        QTest::keyClick(field, Qt::Key_Return);
        return QTest::qWaitFor([] { return QApplication::activeModalWidget() == nullptr; });
    }
    [[nodiscard]] bool save(const QString& name) const {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_D, Qt::ControlModifier);
        return answer(name);
    }
    void arrange() const {
        Q_EMIT page().table().columnRequested(u"metadata.privilegeName"_s);
        page().table().arrangement().setShown(0, false);
        page().table().arrangement().freeze(2);
        page().session().setSort({{.operand = ColumnId{1}, .descending = true}});
        QVERIFY(rig_->filter(page(), u"metadata.privilegeName = role3"_s));
    }
    [[nodiscard]] QStringList viewFiles() const { return QDir(rig_->path(u"views"_s)).entryList(QDir::Files); }

    std::unique_ptr<Rig> rig_;
    int files_ = 0;
};

void TestViews::savesAndAppliesByKeys() {
    arrange();
    const QString arranged = shown();
    QVERIFY(save(u"Third role"_s));
    QTRY_COMPARE(names(), u"Third role"_s);
    QVERIFY(list().isVisible());

    QVERIFY(!sentence(u"Saved as the view"_s).isEmpty());
    page().filterBar().setText({});
    QCOMPARE(sentence(u"Saved as the view"_s), QString()); // it was another filter's
    page().session().setSort({});
    page().table().arrangement().reset();
    QVERIFY(shown() != arranged);
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Down);
    list().setCurrentIndex(list().model()->index(0, 0));
    QTest::keyClick(&list(), Qt::Key_Return);
    QTRY_COMPARE(page().session().filterStatus().shown, 43U);
    QCOMPARE(QApplication::focusWidget(), &page().table());                   // its rows are what people go on with
    QCOMPARE(page().filterBar().text(), u"metadata.privilegeName = role3"_s); // it is seen
    QCOMPARE(shown(), arranged);
    QCOMPARE(page().table().arrangement().frozen(), 2);
    QCOMPARE(page().session().sort().size(), std::size_t{1});
    QVERIFY(page().session().sort().front().descending);

    // The button does the same, and the same name takes its place.
    page().filterBar().setText(u"metadata.privilegeName = role4"_s);
    const auto buttons = page().filterBar().findChildren<QToolButton*>();
    const auto bookmark = std::ranges::find_if(
        buttons, [](const QToolButton* button) { return button->accessibleName().contains(u"Save this view"_s); });
    QVERIFY(bookmark != buttons.end());
    QTest::mouseClick(*bookmark, Qt::LeftButton);
    QVERIFY(answer(u"Third role"_s));
    QCOMPARE(names(), u"Third role"_s);
    QCOMPARE(viewFiles().size(), 1);
}

void TestViews::theFileHoldsWhatIsSeen() {
    arrange();
    QVERIFY(save(u"Rôle “3”"_s));
    const QStringList files = viewFiles();
    QCOMPARE(files.size(), 1);
    QFile file(rig_->path(u"views/"_s + files.front()));
    QCOMPARE(file.permissions() & 0x0077, QFileDevice::Permissions());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto view = SavedView::fromJson(file.readAll());
    QVERIFY(view.has_value());
    QCOMPARE(view->name, u"Rôle “3”"_s);
    QCOMPARE(view->resource, u"entity-relations"_s);
    QCOMPARE(view->filter, u"metadata.privilegeName = role3"_s);
    QVERIFY(view->sort == (std::vector<SavedView::SortKey>{{u"timestamp"_s, true}}));
    const auto path = std::ranges::find(view->columns, u"metadata.privilegeName"_s, &SavedView::Column::operand);
    QVERIFY(path != view->columns.end() && path->shown);
    QVERIFY(!std::ranges::find(view->columns, u"app"_s, &SavedView::Column::operand)->shown);
}

void TestViews::saysWhatTheNextTableLacks() {
    arrange();
    QVERIFY(save(u"v"_s));
    std::string other = relationsCsv(20);
    other.replace(other.find("Source System"), 13, "Origin Is Odd");
    openTable(other);
    list().setCurrentIndex(list().model()->index(0, 0));
    QTest::keyClick(&list(), Qt::Key_Return);
    QTRY_VERIFY(!page().note().isEmpty());
    QVERIFY2(page().note().contains(u"source_system"_s), qPrintable(page().note()));
    QVERIFY(shown().contains(u"metadata.privilegeName"_s));
    QTRY_COMPARE(page().session().filterStatus().appliedText, u"metadata.privilegeName = role3"_s);
}

void TestViews::isRenamedAndRemovedByKeys() {
    QVERIFY(save(u"first"_s));
    QVERIFY(!sentence(u"Saved as the view"_s).isEmpty());
    ResourcePage* saved = &page();
    openTable(relationsCsv(20));
    QCOMPARE(sentence(u"Saved as the view"_s), QString()); // it was another page's
    rig_->desk->window().showPage(saved);
    saved->setFocus(Qt::OtherFocusReason);
    QVERIFY(save(u"second"_s));
    QTRY_COMPARE(names(), u"first / second"_s);
    list().setFocus();
    list().setCurrentIndex(list().model()->index(0, 0));
    QTest::keyClick(&list(), Qt::Key_F2);
    QVERIFY(answer(u"zeroth"_s));
    QTRY_COMPARE(names(), u"second / zeroth"_s);
    QCOMPARE(viewFiles().size(), 2);
    list().setCurrentIndex(list().model()->index(0, 0));
    QTest::keyClick(&list(), Qt::Key_Delete);
    QTRY_VERIFY(qobject_cast<QMessageBox*>(QApplication::activeModalWidget()) != nullptr);
    auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
    const auto buttons = box->buttons();
    const auto remove = std::ranges::find_if(
        buttons, [](const QAbstractButton* button) { return button->text().contains(u"Remove"_s); });
    QTest::mouseClick(*remove, Qt::LeftButton);
    QTRY_COMPARE(names(), u"zeroth"_s);
    QCOMPARE(viewFiles().size(), 1);
}

void TestViews::goesOutAndIn() {
    arrange();
    QVERIFY(save(u"mine"_s));
    rig_->picker.viewFile = rig_->path(u"out.json"_s);
    Q_EMIT list().actionRequested(list().model()->index(0, 0).data(Qt::UserRole + 100).toString(), ViewAction::Export);
    QTRY_VERIFY(QFileInfo::exists(rig_->picker.viewFile));
    QVERIFY(rig_->picker.suggested.startsWith(u"mine~"_s));
    rig_->action(u"Import a view…"_s).trigger();
    QTRY_COMPARE(names(), u"mine / mine (2)"_s); // none is lost
}

/// It says what is wrong, and where in the file.
void TestViews::refusesWhatIsNone() {
    using Case = std::pair<const char*, const char*>;
    for (const auto& [json, place] : {Case{R"({"idscopeView":1,"name":"<b>x","filter":"((("})", "filter"},
                                      Case{R"({"idscopeView":1,"name":"x","columns":[{"operand":7}]})", "columns[0]"},
                                      Case{R"({"idscopeView":1,"name":"x","sort":{}})", "sort"}}) {
        rig_->picker.viewFile = rig_->write(u"evil.json"_s, json);
        rig_->action(u"Import a view…"_s).trigger();
        QTRY_VERIFY2(sentence().contains(QLatin1StringView(place)), qPrintable(sentence()));
        QVERIFY(sentence().startsWith(u"evil.json: "_s));
    }
    QCOMPARE(names(), QString());
    QVERIFY(viewFiles().isEmpty());
}

/// A view that would be too large to be read again leaves the one it was to replace.
void TestViews::whatCouldNotBeReadTakesNoPlace() {
    SavedView large{.name = u"large"_s, .resource = u"entity-relations"_s};
    large.more[u"other"_s] = QString();
    large.more[u"other"_s] = QString(SavedView::largestFile - large.toJson().size() - 1, u'x');
    const QByteArray json = large.toJson();
    QVERIFY(SavedView::fromJson(json).has_value());
    QVERIFY(QDir().mkpath(rig_->path(u"views"_s)));
    const QString written = rig_->write(u"views/"_s + fileNameOf(large), json);
    QVERIFY(!written.isEmpty());
    QVERIFY(save(u"large"_s)); // now with columns
    QTRY_VERIFY(!sentence(u"The view was not saved."_s).isEmpty());
    QFile file(written);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == json);
    QCOMPARE(viewFiles().size(), 1);
}

/// Cut for its number, a name may end in a blank.
void TestViews::aLongNameComesInTwice() {
    const SavedView view{.name = QString(SavedView::longestName - 9, u'a') + u" bbbbbbbb"_s,
                         .resource = u"entity-relations"_s};
    QVERIFY(SavedView::fromJson(view.toJson()).has_value());
    rig_->picker.viewFile = rig_->write(u"long.json"_s, view.toJson());
    for (const int count : {1, 2, 3}) {
        rig_->action(u"Import a view…"_s).trigger();
        QTRY_COMPARE(list().model()->rowCount(), count);
    }
    QCOMPARE(viewFiles().size(), 3);
}

/// Of several that are open, to the one that was looked at last: not to all relations that there are.
void TestViews::goesToTheTableOfItsResource() {
    ResourcePage* first = &page();
    openTable(relationsCsv(20));
    rig_->desk->window().showPage(first);
    QVERIFY(rig_->filter(*first, u"metadata.privilegeName = role3"_s));
    QVERIFY(save(u"role3"_s));
    first->filterBar().setText({});
    QTRY_COMPARE(first->session().filterStatus().appliedText, QString());
    QVERIFY(rig_->openTable(u"apps.csv"_s, "x,y\n1,2\n"));
    QVERIFY(rig_->page() != first);
    list().setFocus();
    list().setCurrentIndex(list().model()->index(0, 0));
    QTest::keyClick(&list(), Qt::Key_Return);
    QTRY_COMPARE(rig_->page(), first);
    QTRY_COMPARE(first->session().filterStatus().appliedText, u"metadata.privilegeName = role3"_s);
}

void TestViews::keepsPartsThatAreOff() {
    FilterState& filter = page().session().filter();
    filter.setText(u"metadata.privilegeName = role3 and entity_type = resource"_s);
    filter.setParts(toggled(filter.parts(), 1));
    QVERIFY(save(u"with one off"_s));
    filter.setParts({});
    QTRY_COMPARE(page().session().filterStatus().appliedText, QString());
    list().setFocus();
    list().setCurrentIndex(list().model()->index(0, 0));
    QTest::keyClick(&list(), Qt::Key_Return);
    QTRY_COMPARE(page().session().filterStatus().appliedText, u"metadata.privilegeName = role3"_s);
    QCOMPARE(filter.parts().size(), 2U);
    const auto off = std::ranges::find(filter.parts(), false, &FilterPart::on);
    QVERIFY(off != filter.parts().end());
    QCOMPARE(canonicalText(*off->expression), "entity_type = resource");
}

/// Filter, order, columns and facets go back together, and come again together.
void TestViews::isOneStepToTakeBack() {
    arrange();
    page().facets().board().setNames({*parseOperand("app")});
    const QString arranged = shown();
    QVERIFY(save(u"all of it"_s));
    page().facets().board().setNames({*parseOperand("entity_type"), *parseOperand("integration")});
    page().table().arrangement().reset();
    page().session().setSort({});
    page().filterBar().setText(u"entity_type = resource"_s);
    const QString plain = shown();
    list().setFocus();
    list().setCurrentIndex(list().model()->index(0, 0));
    QTest::keyClick(&list(), Qt::Key_Return);
    QTRY_COMPARE(shown(), arranged);
    QCOMPARE(page().facets().board().names(), QStringList(u"app"_s));
    page().table().setFocus();
    rig_->action(u"Back to the filter before"_s).trigger();
    QTRY_COMPARE(page().filterBar().text(), u"entity_type = resource"_s);
    QCOMPARE(shown(), plain);
    QVERIFY(page().session().sort().empty());
    QCOMPARE(page().facets().board().names(), (QStringList{u"entity_type"_s, u"integration"_s}));
    rig_->action(u"Forward to the filter after"_s).trigger();
    QTRY_COMPARE(page().filterBar().text(), u"metadata.privilegeName = role3"_s);
    QCOMPARE(shown(), arranged);
    QCOMPARE(page().session().sort().size(), std::size_t{1});
    QCOMPARE(page().facets().board().names(), QStringList(u"app"_s));
}

void TestViews::thatThereWereNoFacetsComesBack() {
    page().facets().board().setNames({*parseOperand("app")});
    page().filterBar().setText(u"entity_type = resource"_s);
    QVERIFY(save(u"with a facet"_s));
    page().facets().board().setNames({});
    page().filterBar().setText(u"entity_type = identity"_s);
    list().setFocus();
    list().setCurrentIndex(list().model()->index(0, 0));
    QTest::keyClick(&list(), Qt::Key_Return);
    QTRY_COMPARE(page().filterBar().text(), u"entity_type = resource"_s);
    QCOMPARE(page().facets().board().names(), QStringList(u"app"_s));
    page().table().setFocus();
    rig_->action(u"Back to the filter before"_s).trigger();
    QTRY_COMPARE(page().filterBar().text(), u"entity_type = identity"_s);
    QCOMPARE(page().facets().board().names(), QStringList());
}

void TestViews::comesBackWithTheNextRun() {
    QVERIFY(save(u"kept"_s));
    rig_->restart();
    QCOMPARE(names(), u"kept"_s);
    QVERIFY(rig_->page() == nullptr);
    Q_EMIT list().actionRequested(list().model()->index(0, 0).data(Qt::UserRole + 100).toString(), ViewAction::Open);
    QVERIFY(rig_->page() == nullptr); // nothing of it has been fetched: that is said
}

void TestViews::aDamagedLayoutIsNone_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"columns\":[");
    QTest::newRow("other JSON") << QByteArray("[1,{\"columns\":3}]");
    QTest::newRow("odd values") << QByteArray(
        R"({"columns":[1,{"operand":"app","width":-5},{"operand":"?"},{"operand":"app.x"}],"frozen":99999})");
    QTest::newRow("everything hidden") << QByteArray(R"({"columns":[{"operand":"app","shown":false}],"frozen":-1})");
}

void TestViews::aDamagedLayoutIsNone() {
    QFETCH(QByteArray, bytes);
    TableView& view = page().table();
    ColumnArrangement& columns = view.arrangement();
    columns.setLayout(ColumnLayout::fromBytes(bytes));
    QVERIFY(columns.shown().size() >= 8);
    QVERIFY(view.columnWidth(columns.shown().front()) > 0);
    QVERIFY(columns.frozen() < static_cast<int>(columns.shown().size()));
    const ColumnLayout layout = columns.layout();
    QCOMPARE(ColumnLayout::fromBytes(layout.toBytes()), layout);
}

QTEST_MAIN(TestViews)
#include "test_views.moc"
