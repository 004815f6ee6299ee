#include "models/items/cellroles.h"
#include "models/items/displaytext.h"
#include "tests/gui/rig.h"
#include "views/connect/connectdialog.h"
#include "views/connect/removedialog.h"
#include "views/dialogs/keepingdialog.h"
#include "views/dialogs/removesnapshotdialog.h"
#include "views/facets/facetsection.h"
#include "views/facets/facetspanel.h"
#include "views/filter/filterbar.h"
#include "views/inspector/inspector.h"
#include "views/mainwindow/emptyworkspace.h"
#include "views/mainwindow/unfetchedpage.h"
#include "views/parts/label.h"
#include "views/sidebar/sidebar.h"
#include "views/startpage/startpage.h"
#include "views/table/tableview.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QTabBar>
#include <QTest>
#include <QToolTip>

#include <algorithm>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// Data that would be markup, controls or mnemonics, through every widget that shows it.
class TestHostile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dataIsNeverMarkup();
    void oddNamesAreVisible();
    void whatIsFarOffWidensNoFacets();
    void namesOfFilesAreNotReversed();
    void hugeCellsPaintQuickly();
    void everyWidgetShowsAnything_data();
    void everyWidgetShowsAnything();

private:
    static void showAll(QWidget& root);
};

void TestHostile::dataIsNeverMarkup() {
    Rig rig;
    const QByteArray image = "<img src=/dev/zero>";
    const QByteArray csv = "id,name," + image + "\n1," + image + ",\"{\"\"<b>k</b>\"\": \"\"" + image + "\"\"}\"\n";
    rig.desk->openFiles({rig.write(u"<b>hostile & [*]<img src=x>.csv"_s.remove(u'/'), csv)});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    rig.page()->filterBar().setText(QString::fromLatin1(image) + u" = <b>"_s);
    rig.desk->window().setTransfersShown(true);
    rig.desk->window().say(QString::fromLatin1(image));
    QTest::qWait(300);
    for (const QLabel* label : rig.desk->window().findChildren<QLabel*>())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    for (const QWidget* widget : rig.desk->window().findChildren<QWidget*>())
        QVERIFY2(!widget->toolTip().contains(u"<img"_s), qPrintable(widget->toolTip()));
    const QAbstractItemModel& model = *rig.page()->table().model();
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.index(0, column).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().contains(u"<img"_s));
    }
    QVERIFY(!rig.desk->window().grab().isNull());
}

void TestHostile::oddNamesAreVisible() {
    Rig rig;
    rig.desk->openFiles({rig.write(u"odd.csv"_s, "id,name\n1,evil\xE2\x80\xAEtxt.exe\n2,a\nb\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    const QModelIndex cell = rig.page()->table().model()->index(0, 1);
    QVERIFY(cell.data().toString().contains(u"[U+202E]"_s));
    QVERIFY(!cell.data(MarksRole).value<QList<DisplayMark>>().isEmpty());
    QCOMPARE(cell.data(RawTextRole).toString(), u"evil\u202Etxt.exe"_s);
    QVERIFY(!rig.desk->window().grab().isNull());
}

void TestHostile::whatIsFarOffWidensNoFacets() {
    QByteArray csv = "ID,Name,Last Run,Status,Metadata\n1,a,1970-01-01T00:00:00Z,on,{}\n2,b,2091-07-01,on,{}\n";
    for (int day = 0; day < 84; ++day)
        csv += "3,c,2024-0" + QByteArray::number(1 + day / 28) + '-' + QByteArray::number(101 + day % 28).mid(1) +
               ",on,{}\n";
    Rig rig;
    QVERIFY(rig.openTable(u"integrations.csv"_s, csv));
    FacetsPanel& facets = rig.page()->facets();
    rig.page()->openFacet(*parseOperand("last_run"));
    const auto farOff = [&facets]() -> const PlainLabel* {
        for (const auto* label : facets.findChildren<PlainLabel*>())
            if (label->isVisible() && label->text().startsWith(u"Far off: 1 before"_s)) return label;
        return nullptr;
    };
    QTRY_VERIFY(farOff() != nullptr);
    QCoreApplication::processEvents();
    for (const FacetSection* section : facets.sections())
        QVERIFY(section->width() <= facets.width());
    QVERIFY(farOff()->height() >= farOff()->heightForWidth(farOff()->width())); // all of it is read
}

/// In tabs, side bar, start page and status line, while it is read and when it is a snapshot.
void TestHostile::namesOfFilesAreNotReversed() {
    const QChar evil(0x202E);
    Rig rig;
    rig.desk->openFiles({rig.write(evil + u"fdp.csv"_s, "id,name\n1,a\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    MainWindow& window = rig.desk->window();
    QTRY_VERIFY(std::ranges::any_of(window.sideBar().findChildren<QListView*>(), [](const QListView* list) {
        return list->accessibleName() == u"Snapshots"_s && list->model()->rowCount() > 0;
    }));
    QVERIFY(!window.windowTitle().contains(evil));
    bool named = false;
    for (const QTabBar* bar : window.findChildren<QTabBar*>())
        for (int tab = 0; tab < bar->count(); ++tab) {
            QVERIFY(!bar->tabText(tab).contains(evil) && !bar->tabToolTip(tab).contains(evil));
            named = named || bar->tabText(tab) == u"[U+202E]fdp.csv"_s;
        }
    QVERIFY(named);
    for (const QLabel* label : window.findChildren<QLabel*>())
        QVERIFY2(!label->text().contains(evil), qPrintable(label->text()));
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
        QVERIFY2(!button->text().contains(evil), qPrintable(button->text()));
    for (const QWidget* widget : window.findChildren<QWidget*>())
        QVERIFY2(!widget->toolTip().contains(evil) && !widget->accessibleName().contains(evil),
                 qPrintable(widget->toolTip()));
    for (const QListView* list : window.sideBar().findChildren<QListView*>())
        for (int row = 0; row < list->model()->rowCount(); ++row)
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                QVERIFY(!list->model()->index(row, 0).data(role).toString().contains(evil));
}

void TestHostile::hugeCellsPaintQuickly() {
    Rig rig;
    const QByteArray huge = "{\"\"k\"\":\"\"" + QByteArray(1'000'000, 'x') + "\"\"}";
    rig.desk->openFiles({rig.write(u"huge.csv"_s, "id,entity_filter,name,created_at,updated_at\n1,\"" + huge +
                                                      "\",n,2024-01-01,2024-01-01\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    QVERIFY(rig.waitForLoad(*rig.page()));
    (void)rig.page()->table().viewport()->grab(); // fonts and caches are warm now
    QElapsedTimer clock;
    clock.start();
    (void)rig.page()->table().viewport()->grab();
    QVERIFY2(clock.elapsed() < 100, qPrintable(QString::number(clock.elapsed())));
}

void TestHostile::everyWidgetShowsAnything_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("markup") << u"<img src=/dev/zero><b>x</b>"_s;
    QTest::newRow("bidi") << u"\u202Eevil\u2066\u200Bname\uFEFF"_s;
    QTest::newRow("nul and lines") << u"a\0b\r\nc\u2028d\te"_s;
    QTest::newRow("mnemonics and places") << u"&File [*] %1 %n &&"_s;
    QTest::newRow("very long") << QString(20'000, u'w');
    QTest::newRow("lone surrogate") << QString(QChar(0xD800)) + u"x"_s;
}

/// Every text of the window that comes from data is this one.
void TestHostile::everyWidgetShowsAnything() {
    QFETCH(QString, text);
    Rig rig;
    MainWindow& window = rig.desk->window();
    const std::vector<SnapshotLine> snapshots{{.id = text,
                                               .fetched = QDateTime::currentDateTimeUtc(),
                                               .title = text,
                                               .origin = text,
                                               .note = text,
                                               .warning = text,
                                               .rows = 1,
                                               .bytes = 1}};
    window.startPage().showSnapshots(snapshots, text, text);
    window.startPage().showTenant(text, text);
    showAll(window);

    QString cell = text;
    const QByteArray quoted = '"' + cell.replace(u'"', u"\"\""_s).toUtf8() + '"';
    QString member = text;
    member.replace(u'\\', u"\\\\"_s).replace(u'\0', u"\\u0000"_s).replace(u'\r', u"\\r"_s);
    member.replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s);
    const QByteArray json = "\"{\"\"" + member.toUtf8() + "\"\":\"\"" + member.toUtf8() + "\"\"}\"";
    rig.desk->openFiles({rig.write(u"a.csv"_s, "ID," + quoted + ",Metadata\n" + quoted + ',' + quoted + ',' + json +
                                                   "\n" + quoted + ',' + quoted + ",{" + quoted + "\n")});
    QTRY_VERIFY(rig.page() != nullptr);
    ResourcePage& page = *rig.page();
    QVERIFY(rig.waitForLoad(page));
    const ExportTarget target{
        .resource = "entity-relations", .integration = text.toStdString(), .integrationName = text.toStdString()};
    window.setPageTitle(&page, text);
    page.setSource(text);
    page.setWarning(text, text);
    page.filterBar().setText(text);
    window.setTransfersShown(true);
    window.emptyWorkspace().offerFetch(text);
    for (const TransferPhase phase : {TransferPhase::Queued, TransferPhase::Downloading, TransferPhase::Failed})
        rig.desk->transfers().update(
            {.id = 1 + static_cast<std::uint64_t>(phase),
             .target = target,
             .phase = phase,
             .error = ExportError{.kind = ExportErrorKind::Redirected, .host = text.toStdString()}});
    QTest::qWait(150);
    window.sideBar().showProfiles({{.id = text, .name = text, .address = text, .current = true}}, true);
    window.sideBar().showResources(
        {{.target = {.resource = "entity-relations"}, .title = text, .icon = {}, .fact = text},
         {.target = target, .title = text, .icon = {}, .fact = text}});
    window.sideBar().showSnapshots(snapshots, QDate::currentDate());
    window.sideBar().showLibraryWarning(text);
    window.say(text);
    showAll(window);
    for (int row = 0; row < page.table().model()->rowCount(); ++row)
        for (int column = 0; column < page.table().model()->columnCount(); ++column) {
            page.table().setCurrentIndex(page.table().model()->index(row, column));
            QTest::qWait(30);
            showAll(window.inspector());
        }
    page.table().openColumnList();
    showAll(*QApplication::activePopupWidget());
    QApplication::activePopupWidget()->close();

    UnfetchedPage unfetched(text);
    unfetched.show();
    showAll(unfetched);

    const Profile profile{.name = text, .base = QUrl(u"https://app.example"_s), .keyId = text, .id = text};
    ConnectDialog connecting(profile, &window);
    connecting.showFault(ConnectDialog::Field::Name, text);
    connecting.askForSecret(text);
    RemoveDialog removing(text, &window);
    RemoveSnapshotDialog removingSnapshot(text, true, &window);
    KeepingDialog keeping({}, &window);
    keeping.showPlan({text, text}, 1);
    for (QDialog* dialog : std::initializer_list<QDialog*>{&connecting, &removing, &removingSnapshot, &keeping}) {
        dialog->open();
        showAll(*dialog);
        dialog->close();
    }
}

/// Paints every widget, asks each for its tooltip, and looks for whatever could be taken for markup or as a mnemonic.
void TestHostile::showAll(QWidget& root) {
    QList<QPointer<QWidget>> widgets{&root}; // tooltips among them come and go
    for (QWidget* widget : root.findChildren<QWidget*>())
        widgets.append(widget);
    for (const QPointer<QWidget>& widget : widgets) {
        if (widget == nullptr) continue;
        const auto* label = qobject_cast<const QLabel*>(widget.data());
        if (widget->inherits("QTipLabel")) continue; // shows markup, in which data is escaped
        QVERIFY2(label == nullptr || label->textFormat() == Qt::PlainText, widget->metaObject()->className());
        for (const QString& words : {widget->toolTip(), widget->whatsThis(), widget->statusTip()})
            QVERIFY2(!words.contains(u"<img"_s) && !words.contains(u"<b>"_s), qPrintable(words.left(80)));
        if (!widget->isVisible()) continue;
        QVERIFY2(widget->minimumSizeHint().width() <= 1440, widget->metaObject()->className());
        QHelpEvent help(QEvent::ToolTip, widget->rect().center(), widget->mapToGlobal(widget->rect().center()));
        QCoreApplication::sendEvent(widget.data(), &help);
        QVERIFY2(!QToolTip::text().contains(u"<img"_s), qPrintable(QToolTip::text().left(80)));
        QToolTip::hideText();
    }
    QElapsedTimer clock;
    clock.start();
    QVERIFY(!root.grab().isNull());
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY2(root.width() <= 1600, qPrintable(QString::number(root.width())));
}

QTEST_MAIN(TestHostile)
#include "test_hostile.moc"
