#include "tests/gui/rig.h"
#include "tests/support/scriptedservice.h"
#include "views/filter/filterbar.h"
#include "views/sidebar/sidebar.h"
#include "views/table/tableview.h"
#include "views/transfers/transferspanel.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

const ExportTarget labels{.resource = "labels", .integration = {}, .integrationName = {}};

QByteArray labelsCsv(int rows, const char* kind = "label") {
    QByteArray csv = "ID,Name,Description,Color\n";
    for (int i = 0; i < rows; ++i)
        csv += QByteArray::number(i) + "," + kind + " " + QByteArray::number(i % 7) + ",\"a, b\",#aabbcc\n";
    return csv;
}

} // namespace

/// Rows are shown while they are downloaded.
class TestArrivals : public QObject {
    Q_OBJECT
    std::unique_ptr<ScriptedService> service_;
    std::unique_ptr<Rig> rig_;

    [[nodiscard]] bool connectTo(const QString& tenant) const {
        return rig_->connectTo(tenant, service_->api.base(), keyId, keySecret);
    }
    /// Fetches the labels and opens them while they come.
    void openWhileTheyCome();
    [[nodiscard]] TransferPhase phase() const {
        const TransferModel& model = rig_->desk->transfers();
        return model.at(model.index(model.rowCount() - 1)).phase;
    }
    [[nodiscard]] int rows() const { return rig_->page()->table().model()->rowCount(); }

private Q_SLOTS:
    void init() {
        service_ = std::make_unique<ScriptedService>();
        rig_ = std::make_unique<Rig>();
    }
    void cleanup() {
        rig_.reset();
        service_.reset();
    }
    void everythingStaysWhereItIs();
    void whatWasCancelledStaysAndIsSaidToBeIncomplete();
    void aDownloadThatBeginsAnewIsAnotherTable();
    void theyAreOfTheirTenantAlone();
};

void TestArrivals::openWhileTheyCome() {
    QVERIFY(connectTo(u"Acme"_s));
    SideBar& side = rig_->desk->window().sideBar();
    Q_EMIT side.fetchRequested(labels);
    QTRY_VERIFY_WITH_TIMEOUT(rig_->desk->transfers().rowCount() > 0 && phase() == TransferPhase::Downloading, 20'000);
    QTRY_VERIFY(rig_->page() != nullptr || (Q_EMIT side.resourceActivated(labels), false));
    QTRY_VERIFY_WITH_TIMEOUT(rows() > 200, 20'000);
}

void TestArrivals::everythingStaysWhereItIs() {
    constexpr int all = 30'000;
    service_->serve("labels", labelsCsv(all));
    service_->store.on("GET", "/file/labels",
                       {Answer{.body = labelsCsv(all), .dripBytes = 20'000, .dripHead = false, .dripMs = 40}});
    openWhileTheyCome();
    ResourcePage& page = *rig_->page();
    TableSession& session = page.session();
    QSignalSpy loaded(&session, &TableSession::loaded);
    QVERIFY(session.isLoading());

    // In file order rows come behind those that are there.
    TableView& table = page.table();
    table.setCurrentIndex(table.model()->index(150, 1));
    table.selectRow(150);
    table.scrollTo(table.model()->index(150, 1), QAbstractItemView::PositionAtTop);
    const int scrolled = table.verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    int before = rows();
    QTRY_VERIFY_WITH_TIMEOUT(rows() > before, 20'000);
    QCOMPARE(table.verticalScrollBar()->value(), scrolled);
    QCOMPARE(table.currentIndex().row(), 150);
    QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
    QVERIFY(page.facts().shown.contains(u"so far"_s));

    // A filter and an order hold for what comes; the selected row stays selected wherever it goes.
    session.setFilter(u"name != \"label 3\""_s);
    session.setSort({{.operand = ColumnId{1}, .descending = true}});
    QTRY_VERIFY(!session.filterStatus().evaluating && session.sort().size() == 1);
    QTRY_COMPARE(table.model()->index(0, 1).data().toString(), u"label 6"_s);
    table.selectRow(table.model()->rowCount() - 1);
    const QModelIndex last = table.selectionModel()->selectedRows().front();
    const RowId selected = session.model()->row(last);
    before = rows();
    if (session.isLoading()) QTRY_VERIFY_WITH_TIMEOUT(rows() > before, 20'000);
    QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
    QCOMPARE(session.model()->row(table.selectionModel()->selectedRows().front()), selected);
    QCOMPARE(session.filterStatus().appliedText, u"name != \"label 3\""_s);

    QTRY_COMPARE_WITH_TIMEOUT(phase(), TransferPhase::Done, 60'000);
    QTRY_VERIFY(!session.isLoading() && !session.filterStatus().evaluating);
    QCOMPARE(loaded.count(), 1);
    QCOMPARE(session.filterStatus().total, static_cast<std::uint32_t>(all));
    QTRY_COMPARE(rows(), all - (all + 3) / 7);
    QCOMPARE(session.model()->row(table.selectionModel()->selectedRows().front()), selected);
    QVERIFY(page.facts().source.startsWith(u"Snapshot"_s));
    QVERIFY(page.warning().isEmpty());

    // Opened again it is the same tab, and nothing was fetched or read twice.
    Q_EMIT rig_->desk->window().sideBar().resourceActivated(labels);
    QCOMPARE(rig_->page(), &page);
    QVERIFY(!session.isLoading());
    QCOMPARE(service_->store.count("GET"), 1);
}

void TestArrivals::whatWasCancelledStaysAndIsSaidToBeIncomplete() {
    service_->serve("labels", labelsCsv(20'000));
    service_->store.on("GET", "/file/labels",
                       {Answer{.body = labelsCsv(20'000), .dripBytes = 10'000, .dripHead = false, .dripMs = 50}});
    openWhileTheyCome();
    ResourcePage& page = *rig_->page();
    const TransferModel& model = rig_->desk->transfers();
    Q_EMIT rig_->desk->window().transfers().cancelRequested(model.at(model.index(0)).id);
    QTRY_COMPARE(phase(), TransferPhase::Cancelled);
    QTRY_VERIFY(!page.session().isLoading());
    QTRY_VERIFY(page.warning().contains(u"ended before"_s));
    const int kept = rows();
    QVERIFY(kept > 200 && kept < 20'000);
    QVERIFY(page.session().filterStatus().partial);
    QCOMPARE(page.table().model()->index(kept - 1, 0).data().toString(), QString::number(kept - 1));
    QVERIFY(page.table().model()->index(kept - 1, 3).data().toString().contains(u"aabbcc"_s)); // no half row
    QVERIFY(rig_->desk->window().sideBar().isEnabled());
}

void TestArrivals::aDownloadThatBeginsAnewIsAnotherTable() {
    const QByteArray first = labelsCsv(20'000, "old");
    const QByteArray second = labelsCsv(9'000, "new");
    service_->serve("labels", first);
    int asked = 0;
    service_->store.on("GET", "/file/labels", [&](const Request& request) {
        Answer answer = Answer::stored(request, asked == 0 ? first : second, asked == 0 ? "\"a\"" : "\"b\"");
        answer.dripBytes = 20'000;
        answer.dripHead = false;
        answer.dripMs = 30;
        if (asked++ == 0) answer.cutAfter = first.size() / 2;
        return answer;
    });
    openWhileTheyCome();
    ResourcePage& page = *rig_->page();
    QTRY_COMPARE_WITH_TIMEOUT(phase(), TransferPhase::Done, 60'000);
    QTRY_VERIFY(!page.session().isLoading());
    QCOMPARE(asked, 2);
    QCOMPARE(rig_->page(), &page);
    QTRY_COMPARE(rows(), 9'000);
    QCOMPARE(page.table().model()->index(0, 1).data().toString(), u"new 0"_s);
    QVERIFY(page.warning().isEmpty());
}

void TestArrivals::theyAreOfTheirTenantAlone() {
    service_->serve("labels", labelsCsv(100'000));
    service_->store.on("GET", "/file/labels",
                       {Answer{.body = labelsCsv(100'000), .dripBytes = 20'000, .dripHead = false, .dripMs = 200}});
    openWhileTheyCome();
    QVERIFY(rig_->page()->session().isLoading());
    QVERIFY(connectTo(u"Halden"_s));
    Q_EMIT rig_->desk->window().sideBar().resourceActivated(labels);
    QVERIFY(rig_->page() == nullptr); // but a page that offers to fetch Halden's
    QVERIFY(rig_->desk->window().currentPage() != nullptr);
}

QTEST_MAIN(TestArrivals)
#include "test_arrivals.moc"
