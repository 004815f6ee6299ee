#include "app/network/exportaccess.h"

#include "app/network/exactreply.h"

#include <QIODevice>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>

#include <algorithm>

namespace idscope {
namespace {

/// QByteArray: the target of a signed URL. Its presence chooses ExactReply.
constexpr auto exactTarget = QNetworkRequest::User;

class ProxyChoice final : public QNetworkProxyFactory {
public:
    explicit ProxyChoice(bool useSystem) : useSystem_(useSystem) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override {
        if (!useSystem_ || isLoopback(query.url())) return {QNetworkProxy::NoProxy};
        return systemProxyForQuery(query);
    }

private:
    bool useSystem_;
};

/// Bytes that can be read once, as from a wire: Qt has nothing to send again.
class OneWayBody final : public QIODevice {
public:
    OneWayBody(QByteArray bytes, QObject* parent) : QIODevice(parent), bytes_(std::move(bytes)) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return bytes_.size() + QIODevice::bytesAvailable(); }
    [[nodiscard]] bool atEnd() const override { return bytes_.isEmpty(); }

protected:
    qint64 readData(char* data, qint64 maxSize) override {
        if (bytes_.isEmpty()) return -1;
        const qint64 count = std::min<qint64>(maxSize, bytes_.size());
        std::copy_n(bytes_.constData(), count, data);
        bytes_.remove(0, count);
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray bytes_;
};

} // namespace

ExportAccess::ExportAccess(bool useSystemProxy, QObject* parent) : QNetworkAccessManager(parent) {
    setProxyFactory(new ProxyChoice(useSystemProxy));
    setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QNetworkRequest ExportAccess::plainRequest(const QUrl& url) {
    QNetworkRequest request(url);
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept", "*/*");
    request.setRawHeader("User-Agent", "idscope/" IDSCOPE_VERSION);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

QNetworkReply* ExportAccess::sendExact(Operation operation, QNetworkRequest request, const ExactUrl& url) {
    request.setUrl(url.url);
    request.setAttribute(exactTarget, url.target);
    return operation == HeadOperation ? head(request) : get(request);
}

QNetworkReply* ExportAccess::postOnce(QNetworkRequest request, const QByteArray& body) {
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, body.size());
    auto* device = new OneWayBody(body, this);
    QNetworkReply* reply = post(request, device);
    device->setParent(reply);
    return reply;
}

QNetworkReply* ExportAccess::createRequest(Operation operation, const QNetworkRequest& request, QIODevice* outgoing) {
    const QVariant target = request.attribute(exactTarget);
    if (!target.isValid()) return QNetworkAccessManager::createRequest(operation, request, outgoing);
    const auto proxies = proxyFactory()->queryProxy(QNetworkProxyQuery(request.url()));
    const auto tunnel = std::ranges::find_if(proxies, [](const QNetworkProxy& proxy) {
        return proxy.type() == QNetworkProxy::NoProxy ||
               proxy.capabilities().testFlag(QNetworkProxy::TunnelingCapability);
    });
    return new ExactReply(operation, request, {request.url(), target.toByteArray()},
                          tunnel == proxies.end() ? QNetworkProxy(QNetworkProxy::NoProxy) : *tunnel, this);
}

} // namespace idscope
