#include "models/items/transfermodel.h"
#include "models/schema/resources.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace idscope;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

TransferStatus transfer(std::uint64_t id, TransferPhase phase) {
    TransferStatus status;
    status.id = id;
    status.target = {.resource = "apps", .integration = {}, .integrationName = {}};
    status.phase = phase;
    return status;
}

TransferStatus downloading(std::uint64_t id, std::uint64_t received, std::optional<std::uint64_t> length) {
    TransferStatus status = transfer(id, TransferPhase::Downloading);
    status.received = received;
    status.length = length;
    return status;
}

QString shares(const TransferModel& model, int row) {
    QStringList parts;
    for (const double share : model.index(row).data(SharesRole).value<TransferModel::Shares>())
        parts << (share == TransferModel::unknown ? u"?"_s : QString::number(share));
    return parts.join(u' ');
}

} // namespace

class TestTransferModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysHowFarAllAre() {
        TransferModel model(resources());
        QCOMPARE(model.progress(), QString());
        model.update(transfer(1, TransferPhase::Done));
        QCOMPARE(model.progress(), QString());
        model.update(transfer(2, TransferPhase::Waiting));
        model.update(transfer(3, TransferPhase::Queued));
        QCOMPARE(model.progress(), u"1 of 3 exports done"_s);
        model.update(transfer(2, TransferPhase::Failed));
        QCOMPARE(model.progress(), u"1 of 3 exports done, 1 failed"_s);
        model.update(transfer(3, TransferPhase::Cancelled));
        QCOMPARE(model.progress(), QString());
    }
    void init() {
        model_ = std::make_unique<TransferModel>(resources());
        tester_ = std::make_unique<QAbstractItemModelTester>(model_.get(),
                                                             QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void replacesById() {
        model_->update(transfer(7, TransferPhase::Queued));
        model_->update(transfer(3, TransferPhase::Queued));
        const QSignalSpy inserted(model_.get(), &QAbstractItemModel::rowsInserted);
        const QSignalSpy changed(model_.get(), &QAbstractItemModel::dataChanged);
        model_->update(transfer(7, TransferPhase::Requesting));
        QCOMPARE(model_->rowCount(), 2);
        QCOMPARE(inserted.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex(), model_->index(0));
        QCOMPARE(model_->index(0).data(PhaseRole).toInt(), static_cast<int>(TransferPhase::Requesting));
        QCOMPARE(model_->index(1).data(TransferIdRole).toULongLong(), 3U);
        QCOMPARE(model_->at(model_->index(1)).id, 3U);
    }

    void fillsTheBar_data() {
        QTest::addColumn<TransferStatus>("status");
        QTest::addColumn<QString>("expected");
        QTest::newRow("queued") << transfer(1, TransferPhase::Queued) << u"0 0 0 0"_s;
        QTest::newRow("requesting") << transfer(1, TransferPhase::Requesting) << u"? 0 0 0"_s;
        QTest::newRow("waiting") << transfer(1, TransferPhase::Waiting) << u"1 ? 0 0"_s;
        QTest::newRow("a quarter") << downloading(1, 25, 100) << u"1 1 0.25 0"_s;
        QTest::newRow("length unknown") << downloading(1, 25, std::nullopt) << u"1 1 ? 0"_s;
        QTest::newRow("nothing to load") << downloading(1, 0, 0) << u"1 1 1 0"_s;
        QTest::newRow("more than promised") << downloading(1, 300, 100) << u"1 1 1 0"_s;
        QTest::newRow("loading") << transfer(1, TransferPhase::Loading) << u"1 1 1 ?"_s;
        QTest::newRow("done") << transfer(1, TransferPhase::Done) << u"1 1 1 1"_s;
    }
    void fillsTheBar() {
        QFETCH(TransferStatus, status);
        QFETCH(QString, expected);
        model_->update(status);
        QCOMPARE(shares(*model_, 0), expected);
    }

    void keepsTheBarOfWhatFailed() {
        model_->update(downloading(1, 25, 100));
        model_->update(transfer(1, TransferPhase::Failed));
        QCOMPARE(shares(*model_, 0), u"1 1 0.25 0"_s);
        model_->update(transfer(2, TransferPhase::Waiting));
        model_->update(transfer(2, TransferPhase::Cancelled));
        QCOMPARE(shares(*model_, 1), u"1 0 0 0"_s);
    }

    void saysWhatCanBeDone() {
        for (int phase = 0; phase <= static_cast<int>(TransferPhase::Cancelled); ++phase)
            model_->update(transfer(static_cast<std::uint64_t>(phase), static_cast<TransferPhase>(phase)));
        QString text;
        for (int row = 0; row < model_->rowCount(); ++row)
            text += model_->index(row).data(CanCancelRole).toBool()  ? u'c'
                    : model_->index(row).data(CanRetryRole).toBool() ? u'r'
                                                                     : u'-';
        QCOMPARE(text, u"ccccc-rr"_s);
        QCOMPARE(model_->summary(), u"1 done, 4 running, 1 queued, 1 failed, 1 cancelled"_s);
    }

    void sumsUpOnlyWhenThatChanges() {
        QCOMPARE(model_->summary(), QString());
        const QSignalSpy changed(model_.get(), &TransferModel::summaryChanged);
        model_->update(downloading(1, 25, 100));
        model_->update(downloading(1, 50, 100));
        QCOMPARE(changed.count(), 1);
        model_->update(transfer(1, TransferPhase::Done));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(model_->summary(), u"1 done"_s);
    }

    void forgets() {
        model_->update(transfer(1, TransferPhase::Done));
        model_->update(transfer(2, TransferPhase::Waiting));
        model_->update(transfer(3, TransferPhase::Failed));
        model_->remove(3);
        model_->remove(99);
        QCOMPARE(model_->rowCount(), 2);
        model_->removeEnded();
        QCOMPARE(model_->rowCount(), 1);
        QCOMPARE(model_->index(0).data(TransferIdRole).toULongLong(), 2U);
    }

    void speaksInWords() {
        TransferStatus status = transfer(1, TransferPhase::Failed);
        status.error = ExportError{.kind = ExportErrorKind::TlsFailed, .host = "api.example", .detail = "expired"};
        model_->update(status);
        const QModelIndex index = model_->index(0);
        QCOMPARE(index.data().toString(), u"Apps"_s);
        QCOMPARE(index.data(PhaseTextRole).toString(), u"Failed"_s);
        QVERIFY(index.data(ProgressTextRole).toString().contains(u"api.example"_s));
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().startsWith(u"Apps, Failed, "_s));
        QVERIFY(!index.data(Qt::DecorationRole).isValid());
    }

private:
    std::unique_ptr<TransferModel> model_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
};

QTEST_GUILESS_MAIN(TestTransferModel)
#include "test_transfermodel.moc"
