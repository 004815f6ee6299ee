#pragma once

#include "app/network/urlpolicy.h"

#include <QNetworkAccessManager>

namespace idscope {

/// The network as exports use it: every request goes out through ExactReply, by the system's proxy if wanted, but by
/// none to loopback.
class ExportAccess final : public QNetworkAccessManager {
    Q_OBJECT
public:
    explicit ExportAccess(bool useSystemProxy, QObject* parent = nullptr);

    /// A request with the headers that all of ours have: identity encoding, our name.
    [[nodiscard]] static QNetworkRequest plainRequest();
    /// HEAD, GET or POST with the target exactly as given.
    QNetworkReply* send(Operation operation, QNetworkRequest request, const ExactUrl& url, const QByteArray& body = {});

protected:
    QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request, QIODevice* outgoing) override;
};

} // namespace idscope
