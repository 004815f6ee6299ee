#include "models/items/activitymodel.h"
#include "models/schema/resources.h"
#include "tests/items/tables.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace idscope;
using namespace idscope::test;
using namespace Qt::StringLiterals;

namespace {

TransferStatus transfer(std::uint64_t id, TransferPhase phase) {
    return {.id = id, .target = {.resource = "apps", .integration = {}, .integrationName = {}}, .phase = phase};
}

TransferStatus failed(std::uint64_t id) {
    TransferStatus status = transfer(id, TransferPhase::Failed);
    status.error = ExportError{.kind = ExportErrorKind::ConnectionLost};
    return status;
}

} // namespace

class TestActivityModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsOfTransfersThatDidNotGoWell() {
        TransferModel transfers(resources());
        ActivityModel model(transfers);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        transfers.update(transfer(1, TransferPhase::Downloading));
        transfers.update(transfer(1, TransferPhase::Done));
        transfers.update(transfer(2, TransferPhase::Cancelled)); // as people wanted
        QCOMPARE(model.rowCount(), 0);
        transfers.update(failed(3));
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex first = model.index(0);
        QVERIFY2(first.data().toString().startsWith(u"Apps: not fetched. "_s), qPrintable(first.data().toString()));
        QVERIFY(first.data().toString().size() > 25); // and why
        QCOMPARE(first.data(ActivityTransferRole).toULongLong(), 3U);
        QCOMPARE(first.data(ActivityGravityRole).toInt(), static_cast<int>(ActivityModel::Gravity::Fault));
        QVERIFY(!first.data(ActivityProfileRole).isValid());

        // Tried again: another transfer in its place.
        transfers.remove(3);
        transfers.update(transfer(4, TransferPhase::Requesting));
        QCOMPARE(model.rowCount(), 0);
        transfers.update(transfer(4, TransferPhase::Done));
        QVERIFY2(textOf(model).startsWith(u"Apps: fetched, after 1 attempt"_s), qPrintable(textOf(model)));
        QCOMPARE(model.index(0).data(ActivityGravityRole).toInt(), static_cast<int>(ActivityModel::Gravity::Note));
        transfers.removeEnded();
        QCOMPARE(model.rowCount(), 0);
    }

    void tellsWhatNobodyCanCheck() {
        TransferModel transfers(resources());
        ActivityModel model(transfers);
        TransferStatus status = transfer(1, TransferPhase::Done);
        status.unverifiable = true;
        transfers.update(status);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(textOf(model).contains(u"no length"_s));
        QCOMPARE(model.index(0).data(ActivityGravityRole).toInt(), static_cast<int>(ActivityModel::Gravity::Warning));
    }

    void tellsOfSecretsThatWillNotLast() {
        TransferModel transfers(resources());
        ActivityModel model(transfers);
        model.setUnkept({{.profile = u"id"_s, .name = u"Halden\u202E <b>"_s}});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data(ActivityProfileRole).toString(), u"id"_s);
        QVERIFY(!textOf(model).contains(QChar(0x202E)));
        transfers.update(failed(1));
        QCOMPARE(model.rowCount(), 2);
        model.setUnkept({});
        QCOMPARE(model.rowCount(), 1);
    }
};

QTEST_GUILESS_MAIN(TestActivityModel)
#include "test_activitymodel.moc"
