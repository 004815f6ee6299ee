#include "tests/bench/growth.h"

#include "tests/bench/atrest.h"
#include "tests/bench/line.h"
#include "tests/support/gapmeter.h"
#include "tests/support/scriptedservice.h"
#include "views/sidebar/sidebar.h"

#include <QEventLoop>
#include <QFile>
#include <QThread>

#include <future>
#include <memory>
#include <string>

namespace idscope::bench {

using namespace test;
using namespace Qt::StringLiterals;

namespace {

const ExportTarget relations{.resource = "entity-relations", .integration = "1", .integrationName = "Okta"};

/// A tenant with these relations, served by a thread of its own as fast as the loopback goes.
class RelationsService {
public:
    explicit RelationsService(const QByteArray& csv)
        : thread_(QThread::create([this, csv] {
              ScriptedService service;
              service.serveRelations({{"1", csv}});
              base_.set_value(service.api.base());
              QEventLoop().exec();
          })) {
        thread_->start();
        url_ = base_.get_future().get();
    }
    ~RelationsService() {
        thread_->quit();
        thread_->wait();
    }
    RelationsService(const RelationsService&) = delete;
    RelationsService& operator=(const RelationsService&) = delete;

    [[nodiscard]] const QUrl& url() const { return url_; }

private:
    std::promise<QUrl> base_;
    QUrl url_;
    std::unique_ptr<QThread> thread_;
};

/// With a filter and an order, both are applied to the rows as they come.
void download(const RelationsService& service, bool filteredAndSorted) {
    Rig rig;
    comeToRest(rig);
    if (!rig.connectTo(u"Acme"_s, service.url(), keyId, keySecret)) qFatal("There is no connection to the service.");
    const auto hasFailed = [&rig] { return rig.desk->transfers().counts().failed > 0; };
    const auto isOpen = [&rig] { return rig.page() != nullptr && rig.page()->session().table() != nullptr; };
    const auto ask = [&] {
        SideBar& side = rig.desk->window().sideBar();
        Q_EMIT side.fetchRequested(relations);
        Q_EMIT side.resourceActivated(relations);
        if (!filteredAndSorted) return;
        comeRoundUntil([&] { return isOpen() || hasFailed(); });
        if (hasFailed()) return;
        TableSession& session = rig.page()->session();
        session.setFilter(u"admin"_s);
        session.setSort(parseSort("timestamp", *session.table()).value());
    };
    const auto isDone = [&] {
        return hasFailed() || (rig.desk->transfers().counts().done > 0 && isOpen() && isAtRest(*rig.page()));
    };
    GapMeter meter;
    const Course course = meter.watch(ask, isDone, restMs);
    if (hasFailed()) qFatal("The download failed.");
    printLine(std::string("gap: growing") + (filteredAndSorted ? ", filtered and sorted" : ""), course.longestGap,
              std::to_string(rig.page()->session().table()->rowCount()));
}

} // namespace

void measureGrowth(const QString& file) {
    QFile source(file);
    const uchar* bytes = source.open(QIODevice::ReadOnly) ? source.map(0, source.size()) : nullptr;
    if (bytes == nullptr) qFatal("%s can't be read.", qPrintable(file));
    const RelationsService service(QByteArray::fromRawData(reinterpret_cast<const char*>(bytes), source.size()));
    download(service, false);
    download(service, true);
}

} // namespace idscope::bench
