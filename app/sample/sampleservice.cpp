#include "app/sample/sampleservice.h"

#include "app/sample/byterange.h"
#include "app/sample/generator.h"
#include "app/sample/loopbackserver.h"
#include "app/sample/signedurl.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <array>
#include <future>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace idscope {

namespace {

using Status = HttpAnswer::Status;
using Method = QHttpServerRequest::Method;

struct ServiceWords {
    Q_DECLARE_TR_FUNCTIONS(SampleService)
};

QByteArray randomText() {
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char*>(words.data()), sizeof words)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

struct SampleFile {
    QByteArray body;
    QByteArray etag;
};

struct SampleExport {
    std::shared_future<SampleFile> file;
    QElapsedTimer age;
    int readyAfterMs = 0;

    [[nodiscard]] bool isReady() const {
        return age.elapsed() >= readyAfterMs && file.wait_for(std::chrono::seconds(0)) != std::future_status::timeout;
    }
};

QByteArray methodName(Method method) {
    return method == Method::Get ? "GET" : method == Method::Head ? "HEAD" : QByteArray();
}

HttpAnswer jsonError(Status status, const char* message) {
    return {.status = status,
            .headers = {{"Content-Type", "application/json"}},
            .body =
                QJsonDocument(QJsonObject{{u"error"_s, QString::fromLatin1(message)}}).toJson(QJsonDocument::Compact)};
}

HttpAnswer xmlError(Status status, const QByteArray& code, const QByteArray& message) {
    const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1();
    return {.status = status,
            .headers = {{"Content-Type", "application/xml"}},
            .body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message +
                    "</Message><ServerTime>" + now + "</ServerTime></Error>"};
}

/// Both servers and the exports asked for; lives in the service's thread.
class Desk : public QObject {
public:
    Desk(SampleService::Options options, QByteArray keyId, QByteArray keySecret)
        : options_(options), keyId_(std::move(keyId)), keySecret_(std::move(keySecret)),
          signer_(randomText(), std::chrono::seconds(options.expiresAfterS)),
          api_([this](const QHttpServerRequest& request) { return answerApi(request); }, this),
          files_([this](const QHttpServerRequest& request) { return answerFile(request); }, this) {}

    bool listen() { return api_.listen(options_.port) && files_.listen(0); }
    [[nodiscard]] quint16 apiPort() const { return api_.port(); }

private:
    HttpAnswer answerApi(const QHttpServerRequest& request) {
        const QString path = request.url().path();
        constexpr QLatin1StringView before("/api/rest/v0/");
        constexpr QLatin1StringView after("/download-url");
        if (!path.startsWith(before) || !path.endsWith(after) || path.size() <= before.size() + after.size())
            return jsonError(Status::NotFound, "not found");
        const QString resource = path.sliced(before.size(), path.size() - before.size() - after.size());
        const Schema* schema = schemaByKey(resource.toStdString(), resources());
        if (schema == nullptr) return jsonError(Status::NotFound, "no such resource");
        if (request.method() != Method::Post) {
            HttpAnswer answer = jsonError(Status::MethodNotAllowed, "only POST is allowed here");
            answer.headers.emplace_back("Allow", "POST");
            return answer;
        }
        if (request.value("X-Api-Key-ID") != keyId_ || request.value("X-Api-Key-Secret") != keySecret_)
            return jsonError(Status::Unauthorized, "missing or wrong API key");
        if (!request.value("Content-Type").startsWith("application/json"))
            return jsonError(Status::BadRequest, "Content-Type must be application/json");
        if (!schema->perIntegration) return opened(resource, {}, path);
        const QJsonValue integration = QJsonDocument::fromJson(request.body()).object().value("integrationID"_L1);
        if (!integration.isString()) return jsonError(Status::BadRequest, "integrationID is required");
        const auto known = tenant_.integrations();
        if (std::ranges::find(known, integration.toString()) == known.end())
            return jsonError(Status::NotFound, "no such integration");
        return opened(resource, integration.toString(), path);
    }

    /// Begins an export and answers with its two URLs.
    HttpAnswer opened(const QString& resource, const QString& integration, const QString& seed) {
        const QByteArray path = "/exports/" + randomText() + ".csv";
        // Not all at once: a few of the first polls find nothing.
        const int extra = options_.readyAfterMs * int(qHash(seed + integration, 0) % 4) / 4;
        SampleExport made{
            .file = file(resource, integration), .age = {}, .readyAfterMs = options_.readyAfterMs + extra};
        made.age.start();
        exports_[path] = std::move(made);
        // Its URLs are worthless then.
        QTimer::singleShot(std::chrono::seconds(options_.expiresAfterS), this, [this, path] { exports_.erase(path); });
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto url = [&](const QByteArray& method) {
            return QString::fromLatin1("http://127.0.0.1:" + QByteArray::number(files_.port()) + path + '?' +
                                       signer_.query(method, path, now));
        };
        const QJsonObject reply{{u"pollingUrl"_s, url("HEAD")}, {u"url"_s, url("GET")}};
        return {.status = Status::Ok,
                .headers = {{"Content-Type", "application/json"}},
                .body = QJsonDocument(reply).toJson(QJsonDocument::Compact)};
    }

    /// Each file is made once, beside the thread that answers; by that one, when it is asked for, where there is no
    /// other.
    std::shared_future<SampleFile> file(const QString& resource, const QString& integration) {
        std::shared_future<SampleFile>& made = made_[resource + u'/' + integration];
        if (!made.valid())
            made = std::async(std::launch::async | std::launch::deferred, [tenant = tenant_, resource, integration] {
                const QByteArray csv = tenant.csv(resource, integration);
                const QByteArray hash = QCryptographicHash::hash(csv, QCryptographicHash::Md5).toHex();
                return SampleFile{.body = csv, .etag = '"' + hash + '"'};
            });
        return made;
    }

    HttpAnswer answerFile(const QHttpServerRequest& request) {
        const QByteArray path = request.url().path(QUrl::FullyEncoded).toLatin1();
        const QByteArray query = request.url().query(QUrl::FullyEncoded).toLatin1();
        const QByteArray method = methodName(request.method());
        if (method.isEmpty()) return xmlError(Status::MethodNotAllowed, "MethodNotAllowed", "Only HEAD and GET");
        switch (signer_.check(method, path, query, QDateTime::currentDateTimeUtc())) {
        case UrlSigner::Verdict::NotSigned:
            return xmlError(Status::Forbidden, "AccessDenied", "Access Denied");
        case UrlSigner::Verdict::DoesNotMatch:
            return xmlError(Status::Forbidden, "SignatureDoesNotMatch",
                            "The request signature does not match the one provided");
        case UrlSigner::Verdict::Expired:
            return xmlError(Status::Forbidden, "AccessDenied", "Request has expired");
        case UrlSigner::Verdict::Valid:
            break;
        }
        const auto found = exports_.find(path);
        if (found == exports_.end() || !found->second.isReady())
            return xmlError(Status::NotFound, "NoSuchKey", "The specified key does not exist");
        return fileAnswer(request, found->second.file.get());
    }

    static HttpAnswer fileAnswer(const QHttpServerRequest& request, const SampleFile& file) {
        HttpAnswer answer{
            .status = Status::Ok,
            .headers = {{"Content-Type", "text/csv; charset=utf-8"}, {"Accept-Ranges", "bytes"}, {"ETag", file.etag}},
            .body = file.body};
        if (request.method() == Method::Head) return answer;
        const QByteArray size = QByteArray::number(file.body.size());
        const ByteRange range =
            requestedRange(request.value("Range"), request.value("If-Range"), file.etag, file.body.size());
        switch (range.kind) {
        case ByteRange::Kind::Whole:
            return answer;
        case ByteRange::Kind::Unsatisfiable:
            answer =
                xmlError(Status::RequestRangeNotSatisfiable, "InvalidRange", "The requested range is not satisfiable");
            answer.headers.emplace_back("Content-Range", "bytes */" + size);
            return answer;
        case ByteRange::Kind::Part:
            break;
        }
        answer.status = Status::PartialContent;
        answer.headers.emplace_back("Content-Range", "bytes " + QByteArray::number(range.begin) + '-' +
                                                         QByteArray::number(range.begin + range.length - 1) + '/' +
                                                         size);
        answer.bodyBegin = range.begin;
        answer.bodyLength = range.length;
        return answer;
    }

    SampleService::Options options_;
    QByteArray keyId_;
    QByteArray keySecret_;
    UrlSigner signer_;
    SampleTenant tenant_;
    std::map<QString, std::shared_future<SampleFile>> made_;
    std::map<QByteArray, SampleExport> exports_; ///< by path
    LoopbackServer api_;
    LoopbackServer files_;
};

} // namespace

class SampleService::Private {
public:
    Options options;
    QByteArray keyId = "sample-" + randomText().left(16);
    QByteArray keySecret = randomText();
    QThread thread;
    std::unique_ptr<Desk> desk; ///< lives in `thread`
    quint16 port = 0;
    QString error;
};

SampleService::SampleService(Options options) : d_(std::make_unique<Private>()) {
    d_->options = options;
}

SampleService::~SampleService() {
    if (!d_->thread.isRunning()) return;
    QMetaObject::invokeMethod(d_->desk.get(), [this] { d_->desk.reset(); }, Qt::BlockingQueuedConnection);
    d_->thread.quit();
    d_->thread.wait();
}

bool SampleService::start() {
    d_->desk = std::make_unique<Desk>(d_->options, d_->keyId, d_->keySecret);
    d_->desk->moveToThread(&d_->thread);
    d_->thread.start();
    QMetaObject::invokeMethod(
        d_->desk.get(), [this] { d_->port = d_->desk->listen() ? d_->desk->apiPort() : 0; },
        Qt::BlockingQueuedConnection);
    if (d_->port != 0) return true;
    d_->error = d_->options.port == 0
                    ? ServiceWords::tr("The sample service found no free port on this machine.")
                    : ServiceWords::tr("Port %1 of this machine is taken or not allowed; choose another.")
                          .arg(d_->options.port);
    return false;
}

QString SampleService::error() const {
    return d_->error;
}

Connection SampleService::connection() const {
    QUrl base;
    base.setScheme(u"http"_s);
    base.setHost(u"127.0.0.1"_s);
    base.setPort(d_->port);
    return {.base = base,
            .keyId = QString::fromLatin1(d_->keyId),
            .keySecret = std::make_shared<const Secret>(QByteArray(d_->keySecret))};
}

} // namespace idscope
