#pragma once

#include "app/network/urlpolicy.h"

#include <QNetworkAccessManager>

namespace idscope {

/// The network as exports use it: no cookies, cache, stored logins, HTTP/2 or followed redirects; the system's proxy if
/// wanted, but none for loopback. POSTs go through Qt; HEAD and GET of signed URLs, which must not be rewritten,
/// through ExactReply.
class ExportAccess final : public QNetworkAccessManager {
    Q_OBJECT
public:
    explicit ExportAccess(bool useSystemProxy, QObject* parent = nullptr);

    /// A request as all of ours are: identity encoding, our name, nothing stored or sent along.
    [[nodiscard]] static QNetworkRequest plainRequest(const QUrl& url);
    /// HEAD or GET with the target exactly as given.
    QNetworkReply* sendExact(Operation operation, QNetworkRequest request, const ExactUrl& url);
    /// A POST that Qt can't send twice: its body comes from a sequential device that is read once, its length is said
    /// beforehand.
    QNetworkReply* postOnce(QNetworkRequest request, const QByteArray& body);

protected:
    QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request, QIODevice* outgoing) override;
};

} // namespace idscope
