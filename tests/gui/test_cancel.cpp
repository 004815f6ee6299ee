#include "tests/gui/rig.h"
#include "views/sidebar/sidebar.h"
#include "views/transfers/transferrow.h"
#include "views/transfers/transferspanel.h"

#include <QElapsedTimer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 promisedMs = 200;

/// Clicks Cancel in the row of the first transfer that comes into a phase, as soon as it is there, and measures.
class Canceller : public QObject {
public:
    Canceller(Rig& rig, TransferPhase phase, std::string resource)
        : rig_(rig), phase_(phase), resource_(std::move(resource)) {
        connect(&rig_.desk->transfers(), &QAbstractItemModel::dataChanged, this, &Canceller::look);
        connect(&rig_.desk->transfers(), &QAbstractItemModel::rowsInserted, this, &Canceller::look);
    }
    std::optional<qint64> took;

private:
    void look() {
        TransferModel& model = rig_.desk->transfers();
        for (int row = 0; row < model.rowCount(); ++row) {
            const TransferStatus& status = model.at(model.index(row));
            if (pressed_ && status.id == id_ && status.phase == TransferPhase::Cancelled && !took)
                took = clock_.elapsed();
            if (pressed_ || status.phase != phase_ || status.target.resource != resource_) continue;
            pressed_ = true;
            id_ = status.id;
            // After the widgets have heard of it too.
            QTimer::singleShot(0, this, [this, row] { press(row); });
        }
    }
    void press(int row) {
        const auto rows = rig_.desk->window().transfers().findChildren<TransferRow*>();
        auto* button = rows[row]->findChild<QPushButton*>();
        clock_.start();
        QTest::mouseClick(button, Qt::LeftButton);
    }

    Rig& rig_;
    TransferPhase phase_;
    std::string resource_;
    bool pressed_ = false;
    std::uint64_t id_ = 0;
    QElapsedTimer clock_;
};

} // namespace

class TestCancel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cancelsWithin200Ms_data();
    void cancelsWithin200Ms();
    void retryStartsAgain();
};

void TestCancel::cancelsWithin200Ms_data() {
    QTest::addColumn<TransferPhase>("phase");
    QTest::addColumn<std::string>("resource");
    QTest::addColumn<int>("readyAfter");
    QTest::newRow("queued") << TransferPhase::Queued << std::string("labels") << 600;
    QTest::newRow("requesting") << TransferPhase::Requesting << std::string("apps") << 600;
    QTest::newRow("waiting") << TransferPhase::Waiting << std::string("apps") << 20'000;
    QTest::newRow("downloading") << TransferPhase::Downloading << std::string("entity-relations") << 10;
    QTest::newRow("loading") << TransferPhase::Loading << std::string("entity-relations") << 10;
}

void TestCancel::cancelsWithin200Ms() {
    QFETCH(TransferPhase, phase);
    QFETCH(std::string, resource);
    QFETCH(int, readyAfter);
    Rig rig(Theme::Light, {.readyAfterMs = readyAfter}, {.atOnce = phase == TransferPhase::Queued ? 1 : 4});
    Canceller canceller(rig, phase, resource);
    rig.desk->openSample();
    QTRY_VERIFY_WITH_TIMEOUT(canceller.took.has_value(), 60'000);
    QVERIFY2(*canceller.took < promisedMs, qPrintable(QString::number(*canceller.took)));
    // The others end as well, each once.
    TransferModel& model = rig.desk->transfers();
    Q_EMIT rig.desk->window().sideBar().cancelAllRequested();
    QTRY_COMPARE_WITH_TIMEOUT(model.counts().running + model.counts().queued, 0, 10'000);
}

void TestCancel::retryStartsAgain() {
    Rig rig(Theme::Light, {.readyAfterMs = 20'000});
    rig.desk->openSample();
    TransferModel& model = rig.desk->transfers();
    QTRY_VERIFY(model.rowCount() > 0);
    Q_EMIT rig.desk->window().sideBar().cancelAllRequested();
    QTRY_COMPARE(model.counts().running + model.counts().queued, 0);
    const int cancelled = model.counts().cancelled;
    QVERIFY(cancelled > 0);
    auto* row = rig.desk->window().transfers().findChildren<TransferRow*>().front();
    QTest::mouseClick(row->findChild<QPushButton*>(), Qt::LeftButton);
    QTRY_COMPARE(model.counts().running, 1);
    QCOMPARE(model.counts().cancelled, cancelled - 1);
    Q_EMIT rig.desk->window().sideBar().cancelAllRequested();
    QTRY_COMPARE(model.counts().running, 0);
}

QTEST_MAIN(TestCancel)
#include "test_cancel.moc"
