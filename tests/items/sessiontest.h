#pragma once

#include "models/items/tablesession.h"
#include "tests/items/tables.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace idscope::test {

using namespace Qt::StringLiterals;

inline constexpr auto peopleCsv = "name,team,age\nAda,red,36\nBo,blue,9\nCy,red,41\nDi,,100\n";

inline QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<none>");
}

/// A session over files of its own.
class SessionTest : public QObject {
protected:
    void begin() {
        folder_ = std::make_unique<QTemporaryDir>();
        session_ = std::make_unique<TableSession>(resources());
        tester_ = std::make_unique<QAbstractItemModelTester>(session_->model(),
                                                             QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    [[nodiscard]] QString path() const { return folder_->filePath(u"out.csv"_s); }
    void start(std::string_view csv) {
        const QString name = folder_->filePath(u"in%1.csv"_s.arg(++files_));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write(csv.data(), static_cast<qint64>(csv.size())) == static_cast<qint64>(csv.size()));
        file.close();
        session_->open({name});
    }
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!session_->isLoading() && !session_->filterStatus().evaluating, 30'000); }
    void open(std::string_view csv) {
        start(csv);
        settle();
    }
    void filter(const QString& text) {
        session_->setFilter(text);
        settle();
    }
    void sort(std::vector<SortKey> columns) {
        session_->setSort(std::move(columns));
        settle();
    }
    QByteArray save(const std::vector<Operand>& columns, bool spreadsheet, bool revealSecrets) {
        const QSignalSpy ended(session_.get(), &TableSession::saveEnded);
        session_->saveCsv(path(), columns, spreadsheet, revealSecrets);
        return QTest::qWaitFor([&] { return ended.count() == 1; }) ? contents(path()) : QByteArray("<not ended>");
    }
    [[nodiscard]] QString status() const {
        const FilterStatus now = session_->filterStatus();
        return u"%1/%2 of '%3'"_s.arg(now.shown).arg(now.total).arg(now.appliedText);
    }
    [[nodiscard]] QString names() const {
        QStringList names;
        for (int row = 0; row < session_->model()->rowCount(); ++row)
            names << session_->model()->index(row, 0).data().toString();
        return names.join(u' ');
    }

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<TableSession> session_;
    std::unique_ptr<QAbstractItemModelTester> tester_;
    int files_ = 0;
};

} // namespace idscope::test
