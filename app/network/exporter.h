#pragma once

#include "app/credentials/secret.h"
#include "app/network/exportsettings.h"
#include "models/connection/profile.h"
#include "models/transfer/transfer.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QSslCertificate>
#include <QString>
#include <QUrl>

#include <cstdint>
#include <memory>

namespace idscope {

class GrowingFile;

/// Where exports are asked for, with which key, and how to get there. The key goes to the origin of `base` alone.
struct Connection {
    QUrl base; ///< e.g. https://app.balkan.id; http only for loopback
    QString keyId;
    std::shared_ptr<const Secret> keySecret;
    QList<QSslCertificate> authorities{}; ///< trusted for this connection besides those of the system
    ProxyUse proxy = ProxyUse::System;
};

/// A finished download: a private temporary file (0600) whose ownership passes to the receiver.
struct DownloadedExport {
    ExportTarget target;
    QString file;
    QByteArray sha256; ///< hex
    std::uint64_t bytes = 0;
    std::uint64_t rows = 0; ///< records as the CSV scanner counts them, without the header
    QDateTime requested;    ///< UTC, the POST
    QDateTime finished;     ///< UTC, the last byte
    QString apiOrigin;
    QString downloadOrigin; ///< scheme, host and port only
    QString etag, lastModified, contentType;
    bool unverifiable = false; ///< no length was sent
};

/// Runs exports: POST → HEAD until 200 → GET streamed to disk, several at once. One per connection. GUI thread (or any
/// thread with an event loop); nothing blocks. Every job ends exactly once: finished, failed or cancelled.
class Exporter : public QObject {
    Q_OBJECT
public:
    /// Downloads go to unique files in `folder`, which has to be there by the time of start().
    Exporter(Connection connection, ExportSettings settings, QString folder, QObject* parent = nullptr);
    ~Exporter() override;

    /// Where downloads go that have not begun.
    void setFolder(const QString& folder);

    /// Queues an export; `id` of its statuses.
    std::uint64_t start(const ExportTarget& target);
    /// Ends a job in any state; its status turns Cancelled within 200 ms and its partial file is gone.
    void cancel(std::uint64_t id);
    void cancelAll();

Q_SIGNALS:
    /// Every change, at most ten a second per job while downloading; after a successful download the phase is Loading
    /// with all bytes received: whoever loads the table takes it on to Done.
    void changed(const idscope::TransferStatus& status);
    void downloaded(std::uint64_t id, const idscope::DownloadedExport& result);
    /// Bytes are on their way into a file, from the first one on, and can be read while they come: once, and again
    /// whenever a download begins anew. The file is whole before downloaded().
    void arriving(std::uint64_t id, const std::shared_ptr<idscope::GrowingFile>& file);

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace idscope
