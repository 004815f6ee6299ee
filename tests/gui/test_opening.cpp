#include "models/schema/resources.h"
#include "models/table/loader.h"
#include "tests/gui/rig.h"
#include "views/filter/filterbar.h"
#include "views/inspector/inspector.h"
#include "views/inspector/jsonview.h"
#include "views/parts/strip.h"
#include "views/resourcepage/emptynote.h"

#include <QAction>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>
#include <QThread>

#include <sys/stat.h>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

/// What is opened, and what is closed or found wanting while it loads.
class TestOpening : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesPipes();
    void saysWhyThereIsNoTable();
    void saysWhetherRowsAreLookedForOrRead();
    void endsTheTransferOfATabClosedWhileLoading();
    void doesNotLayOutVeryLongCells();
};

void TestOpening::refusesPipes() {
    Rig rig;
    const QString pipe = rig.path(u"pipe.csv"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    Q_EMIT rig.desk->window().filesDropped({pipe});
    QVERIFY(!rig.desk->window().hasPages());
}

void TestOpening::saysWhyThereIsNoTable() {
    const Rig rig;
    rig.desk->window().resize(1000, 700);
    rig.desk->openFiles({rig.write(u"nothing.csv"_s, {})});
    QTRY_VERIFY(rig.page() != nullptr && !rig.page()->session().isLoading());
    const auto* note = rig.page()->findChild<EmptyNote*>();
    QTRY_VERIFY(note->isVisible());
    const auto* words = note->findChild<QLabel*>();
    QVERIFY(words->text().contains(u"nothing.csv: empty."_s));
    const QFontMetrics fm = words->fontMetrics();
    QTRY_VERIFY(fm.horizontalAdvance(words->text()) > words->width()); // on several lines, all of it is seen
    QVERIFY(words->wordWrap());
    QTRY_VERIFY(fm.boundingRect(words->rect(), Qt::TextWordWrap, words->text()).height() <= words->height());

    rig.page()->filterBar().setText(u"x"_s); // whatever is reported later
    QVERIFY(note->isVisible());
}

void TestOpening::saysWhetherRowsAreLookedForOrRead() {
    const Rig rig;
    const QString file = rig.write(u"numbers.csv"_s, "n\n" + QByteArray("1\n").repeated(400'000));
    TablePtr search, listed, part;
    const LoadOptions options{.schemas = resources(), .threads = 1, .sectionBytes = 100'000};
    QVERIFY(loadTable({file.toStdString()}, options, {}, [&](const TablePtr& snapshot) {
        TablePtr& kept = snapshot->isSearch() ? search : snapshot->rowCount() == 0 ? listed : part;
        if (!snapshot->isComplete()) kept = snapshot;
        if (snapshot->rowCount() == 0) QThread::msleep(101); // so that the next is due
    }));
    QVERIFY(search && listed && part);
    rig.desk->openFiles({file});
    QTRY_VERIFY(rig.page() != nullptr && !rig.page()->session().isLoading());
    TableSession& session = rig.page()->session();
    QStringList said;
    for (const TablePtr& table : {search, listed, part}) {
        session.show(table);
        Q_EMIT session.loadingProgress(table->rowCount(), table->bytes(), 800'002);
        for (const Strip* strip : rig.page()->findChildren<Strip*>())
            if (strip->isVisible()) said << strip->words();
    }
    QCOMPARE(said.size(), 3);
    QVERIFY(said[0].contains(u"Looking for more"_s));
    QVERIFY(said[1].contains(u"400,000 rows so far."_s) && said[1].contains(u"once the first are read"_s));
    QVERIFY(said[2].contains(u"of them and go on"_s));
}

void TestOpening::endsTheTransferOfATabClosedWhileLoading() {
    Rig rig(Theme::Light, {.readyAfterMs = 10});
    connect(&rig.desk->transfers(), &QAbstractItemModel::dataChanged, this, [&rig] {
        ResourcePage* page = rig.page();
        if (page != nullptr)
            QMetaObject::invokeMethod(
                &rig.desk->window(),
                [&rig, page] {
                    if (rig.page() == page) rig.desk->window().closePage(page);
                },
                Qt::QueuedConnection);
    });
    rig.desk->openSample();
    TransferModel& model = rig.desk->transfers();
    QTRY_VERIFY_WITH_TIMEOUT(model.counts().done > 4, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(model.counts().running + model.counts().queued, 0, 60'000);
}

void TestOpening::doesNotLayOutVeryLongCells() {
    Rig rig;
    const QByteArray header = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source System,"
                              "Metadata Version,Metadata\n";
    const QByteArray cell = "\"[" + QByteArray("1,").repeated(1'000'000) + "1]\"";
    Q_EMIT rig.desk->window().filesDropped({rig.write(u"long.csv"_s, header + "a,b,c,d,e,f,g,h," + cell + "\n")});
    QVERIFY(rig.waitForLoad(*rig.page()));
    const auto* inspector = rig.desk->window().findChild<Inspector*>();
    QVERIFY(inspector != nullptr);
    QVERIFY(!inspector->tree().isVisible());
    QVERIFY(inspector->findChild<QPlainTextEdit*>()->toPlainText().isEmpty());
}

QTEST_MAIN(TestOpening)
#include "test_opening.moc"
