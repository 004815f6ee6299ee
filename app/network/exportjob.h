#pragma once

#include "app/network/downloadfile.h"
#include "app/network/exportaccess.h"
#include "app/network/exporter.h"
#include "app/network/exportstate.h"
#include "app/network/ratemeter.h"

#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <deque>
#include <string>

namespace idscope {

/// Runs one export: performs the effects of its state and turns what the network does into events. Judges by HTTP
/// status and framing alone; never looks at errorString(), which holds the signed URL.
class ExportJob final : public QObject {
    Q_OBJECT
public:
    /// `access` is the connection's; it is needed until the job is over.
    ExportJob(const Connection& connection, ExportAccess& access, const ExportSettings& settings, QString folder,
              ExportTarget target);
    ~ExportJob() override;

    void start();
    void cancel();
    /// For views; without an id.
    [[nodiscard]] TransferStatus status() const;

Q_SIGNALS:
    /// The status changed; at most ten times a second while it is only numbers that change. A final one comes once,
    /// last.
    void changed();
    void downloaded(const idscope::DownloadedExport& result);
    /// Bytes are on their way into a file, from the first one on: once, and again whenever it begins anew.
    void arriving(const std::shared_ptr<idscope::GrowingFile>& file);

private:
    void feed(flow::Event event);
    void perform(const flow::SendPost&);
    void perform(const flow::SendHead& effect);
    void perform(const flow::SendGet& effect);
    void perform(const flow::AcceptBody& effect);
    void perform(const flow::CloseFile&);
    void perform(const flow::DropRequest&);
    void perform(const flow::DeletePartial&);
    void perform(const flow::SetTimer& effect);

    void send(QNetworkAccessManager::Operation operation, const QNetworkRequest& request, const ExactUrl& url,
              const QByteArray& body = {});
    void onPostFinished();
    void onHeadFinished();
    void onGetHead();
    /// Writes what came, a slot's worth at a time, and tells when that was all.
    void takeBody();
    void endRequest(flow::Event ordinary);
    [[nodiscard]] flow::Answered answer() const;
    void report();
    void finish();

    const Connection connection_;
    const QString folder_;
    const ExportTarget target_;
    flow::State state_;
    std::deque<flow::Event> pending_;
    bool advancing_ = false;

    ExportAccess& access_;
    QNetworkReply* reply_ = nullptr;
    std::string tlsFault_;   ///< of the request under way
    bool receiving_ = false; ///< its body was accepted
    DownloadFile file_;
    QTimer pause_, stall_, deadline_;
    QTimer reportPause_; ///< runs for a tenth of a second after each report
    bool reportDue_ = false;
    TransferPhase reported_ = TransferPhase::Queued;
    RateMeter rate_;
    QDateTime requested_;
};

} // namespace idscope
