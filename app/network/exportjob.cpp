#include "app/network/exportjob.h"

#include "app/network/elsewhere.h"
#include "app/network/exactreply.h"
#include "app/network/pace.h"
#include "app/network/transport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

constexpr qint64 readBufferBytes = 1 << 20; ///< memory per download; what is beyond waits with the sender
constexpr qint64 slotBytes = 1 << 19;       ///< written before the event loop gets its turn
constexpr std::chrono::milliseconds reportEvery{100};

flow::Time now() {
    return std::chrono::steady_clock::now();
}

bool isHeaderText(const QByteArray& text) {
    return !text.isEmpty() && std::ranges::all_of(text, [](char byte) { return byte > 0x20 && byte < 0x7f; });
}

/// What forbids to send anything at all.
std::optional<ExportError> faultOf(const Connection& connection) {
    const bool hasKey = isHeaderText(connection.keyId.toUtf8()) && connection.keySecret &&
                        connection.keySecret->use([](const QByteArray& bytes) { return isHeaderText(bytes); });
    if (!hasKey) return ExportError{.kind = ExportErrorKind::MissingKey};
    if (const auto base = readBase(QString::fromLatin1(connection.base.toEncoded())); !base)
        return ExportError{.kind = ExportErrorKind::ForbiddenUrl, .detail = std::string(word(base.error()))};
    return std::nullopt;
}

ExactUrl postUrl(const QUrl& base, const ExportTarget& target) {
    QByteArray path = base.path(QUrl::FullyEncoded).toLatin1();
    while (path.endsWith('/'))
        path.chop(1);
    return {base, path + "/api/rest/v0/" + QByteArray::fromStdString(target.resource) + "/download-url"};
}

QByteArray postBody(const ExportTarget& target) {
    if (target.integration.empty()) return {};
    const QJsonObject body{{u"integrationID"_s, QString::fromStdString(target.integration)}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace

ExportJob::ExportJob(const Connection& connection, ExportAccess& access, const ExportSettings& settings, QString folder,
                     ExportTarget target)
    : connection_(connection), folder_(std::move(folder)), target_(std::move(target)), access_(access) {
    state_.rules = {settings, connection.base, QRandomGenerator::global()->generate64()};
    for (QTimer* timer : {&pause_, &stall_, &deadline_, &reportPause_}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::PreciseTimer);
    }
    pause_.callOnTimeout(this, [this] { feed(flow::PauseOver{}); });
    stall_.callOnTimeout(this, [this] { feed(flow::StallChecked{}); });
    deadline_.callOnTimeout(this, [this] { feed(flow::DeadlineReached{}); });
    reportPause_.callOnTimeout(this, [this] {
        if (std::exchange(reportDue_, false)) report();
    });
}

ExportJob::~ExportJob() {
    perform(flow::DropRequest{});
}

void ExportJob::start() {
    if (auto fault = faultOf(connection_)) {
        state_.began = now();
        state_.phase = flow::Failed{*std::move(fault)};
        return report();
    }
    auto [state, effects] = flow::begin(state_.rules, now());
    state_ = std::move(state);
    for (const flow::Effect& effect : effects)
        std::visit([this](const auto& wanted) { perform(wanted); }, effect);
    report();
}

void ExportJob::cancel() {
    feed(flow::CancelAsked{});
}

TransferStatus ExportJob::status() const {
    TransferStatus status = flow::statusOf(state_, now());
    status.target = target_;
    status.bytesPerSecond = status.phase == TransferPhase::Downloading ? rate_.bytesPerSecond() : 0;
    return status;
}

/// Effects may bring events about at once: these wait for their turn.
void ExportJob::feed(flow::Event event) {
    pending_.push_back(std::move(event));
    if (std::exchange(advancing_, true)) return;
    const bool wasOver = flow::isFinal(state_);
    while (!pending_.empty()) {
        auto [state, effects] = flow::advance(std::move(state_), pending_.front(), now());
        pending_.pop_front();
        state_ = std::move(state);
        for (const flow::Effect& effect : effects)
            std::visit([this](const auto& wanted) { perform(wanted); }, effect);
    }
    advancing_ = false;
    if (!wasOver) report();
}

void ExportJob::perform(const flow::SendPost&) {
    requested_ = QDateTime::currentDateTimeUtc();
    QNetworkRequest request = ExportAccess::plainRequest();
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("X-Api-Key-ID", connection_.keyId.toUtf8());
    connection_.keySecret->use([&](const QByteArray& secret) { request.setRawHeader("X-Api-Key-Secret", secret); });
    send(QNetworkAccessManager::PostOperation, request, postUrl(connection_.base, target_), postBody(target_));
    reply_->setReadBufferSize(maxReplyBytes + 1);
    connect(reply_, &QNetworkReply::finished, this, &ExportJob::onPostFinished);
    connect(reply_, &QNetworkReply::readyRead, this, [this] {
        if (reply_->bytesAvailable() > maxReplyBytes) onPostFinished(); // enough to refuse it
    });
}

void ExportJob::perform(const flow::SendHead& effect) {
    send(QNetworkAccessManager::HeadOperation, ExportAccess::plainRequest(), effect.url);
    connect(reply_, &QNetworkReply::finished, this, &ExportJob::onHeadFinished);
}

void ExportJob::perform(const flow::SendGet& effect) {
    QNetworkRequest request = ExportAccess::plainRequest();
    if (effect.from > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(static_cast<qulonglong>(effect.from)) + '-');
        request.setRawHeader("If-Range", effect.ifRange);
    }
    send(QNetworkAccessManager::GetOperation, request, effect.url);
    reply_->setReadBufferSize(readBufferBytes);
    connect(reply_, &QNetworkReply::metaDataChanged, this, &ExportJob::onGetHead);
    connect(reply_, &QNetworkReply::readyRead, this, &ExportJob::takeBody);
    connect(reply_, &QNetworkReply::finished, this, &ExportJob::takeBody);
}

void ExportJob::perform(const flow::AcceptBody& effect) {
    if (const auto started = file_.startAt(effect.from, folder_); !started)
        return feed(flow::WriteFailed{started.error()});
    receiving_ = true;
    rate_.restart(effect.from, now());
    const auto& growing = file_.growing();
    if (!growing) return;
    growing->expect(status().length.value_or(0));
    if (effect.from == 0) Q_EMIT arriving(growing);
}

/// Flushing a large file may take seconds: another thread does it, on a descriptor of its own, so that nothing has to
/// wait for it when the job is cancelled meanwhile.
void ExportJob::perform(const flow::CloseFile&) {
    const auto descriptor = file_.duplicate();
    if (!descriptor) return feed(flow::WriteFailed{descriptor.error()});
    const std::shared_ptr<const int> file(new int(*descriptor), [](const int* own) {
        ::close(*own);
        delete own;
    });
    const auto flush = [file] { return ::fsync(*file) == 0 ? 0 : errno; };
    doElsewhere(this, flush, EAGAIN, [this](int error) {
        if (flow::isFinal(state_)) return;
        const auto closed = error == 0 ? file_.close() : std::unexpected(error);
        feed(closed ? flow::Event(flow::FileClosed{}) : flow::Event(flow::WriteFailed{closed.error()}));
    });
}

void ExportJob::perform(const flow::DropRequest&) {
    receiving_ = false;
    tlsFault_.clear();
    if (!reply_) return;
    QNetworkReply* const reply = std::exchange(reply_, nullptr);
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void ExportJob::perform(const flow::DeletePartial&) {
    file_.remove();
}

void ExportJob::perform(const flow::SetTimer& effect) {
    switch (effect.timer) {
    case flow::Timer::Pause:
        return pause_.start(effect.delay);
    case flow::Timer::Stall:
        return stall_.start(effect.delay);
    case flow::Timer::Deadline:
        return deadline_.start(effect.delay);
    }
}

void ExportJob::send(QNetworkAccessManager::Operation operation, const QNetworkRequest& request, const ExactUrl& url,
                     const QByteArray& body) {
    perform(flow::DropRequest{});
    reply_ = access_.send(operation, request, url, state_.reach, body);
    connect(reply_, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError>& errors) { tlsFault_ = tlsFault(errors); });
}

/// The request is over, by a failure of the network or as it should.
void ExportJob::endRequest(flow::Event ordinary) {
    auto failure = transportFailure(reply_->error(), tlsFault_);
    feed(failure ? flow::Event(*std::move(failure)) : std::move(ordinary));
}

void ExportJob::onPostFinished() {
    flow::Answered answered = answer();
    answered.body = reply_->read(maxReplyBytes + 1);
    endRequest(std::move(answered));
}

void ExportJob::onHeadFinished() {
    endRequest(answer());
}

void ExportJob::onGetHead() {
    feed(answer());
}

void ExportJob::takeBody() {
    QNetworkReply* const reply = reply_;
    if (receiving_) {
        QByteArray piece;
        qint64 taken = 0;
        while (taken < slotBytes && !(piece = reply->read(slotBytes - taken)).isEmpty()) {
            if (const auto written = file_.write(piece); !written) return feed(flow::WriteFailed{written.error()});
            taken += piece.size();
        }
        if (taken > 0) {
            feed(flow::BytesArrived{static_cast<std::uint64_t>(taken)});
            rate_.update(state_.body.bytes, now());
        }
        if (reply != reply_) return; // dropped
        if (reply->bytesAvailable() > 0) {
            const auto goOn = [this, reply] {
                if (reply == reply_) takeBody();
            };
            QMetaObject::invokeMethod(reply, goOn, Qt::QueuedConnection);
            return;
        }
    }
    if (reply->isFinished()) endRequest(flow::BodyEnded{});
}

flow::Answered ExportJob::answer() const {
    flow::Answered answered;
    answered.status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    answered.retryAfter = readRetryAfter(reply_->rawHeader("Retry-After"), now);
    const QDateTime date = readHttpDate(reply_->rawHeader("Date"));
    answered.date = date.isValid() ? date : now;
    answered.location = reply_->rawHeader("Location");
    answered.contentRange = reply_->rawHeader("Content-Range");
    answered.contentEncoding = reply_->rawHeader("Content-Encoding");
    answered.etag = reply_->rawHeader("ETag");
    answered.lastModified = reply_->rawHeader("Last-Modified");
    answered.contentType = reply_->rawHeader("Content-Type");
    if (const auto* exact = qobject_cast<const ExactReply*>(reply_)) {
        answered.framing = exact->framing();
        answered.peer = exact->peer();
    }
    if (answered.framing == flow::Framing::Length)
        answered.length = reply_->rawHeader("Content-Length").trimmed().toULongLong();
    return answered;
}

void ExportJob::report() {
    const TransferPhase phase = status().phase;
    if (flow::isFinal(state_)) return finish();
    if (phase == reported_ && reportPause_.isActive()) {
        reportDue_ = true;
        return;
    }
    reported_ = phase;
    reportPause_.start(reportEvery);
    Q_EMIT changed();
}

void ExportJob::finish() {
    for (QTimer* timer : {&pause_, &stall_, &deadline_, &reportPause_})
        timer->stop();
    perform(flow::DropRequest{});
    Q_EMIT changed();
    if (!std::holds_alternative<flow::Done>(state_.phase)) return;

    const flow::Body& body = state_.body;
    DownloadedExport result;
    result.target = target_;
    result.sha256 = file_.sha256();
    result.bytes = body.bytes;
    result.rows = file_.rows();
    result.file = file_.release();
    result.requested = requested_;
    result.finished = QDateTime::currentDateTimeUtc();
    result.apiOrigin = originOf(connection_.base);
    result.downloadOrigin = originOf(body.source);
    result.etag = QString::fromLatin1(body.etag);
    result.lastModified = QString::fromLatin1(body.lastModified);
    result.contentType = QString::fromLatin1(body.contentType);
    result.unverifiable = body.framing == flow::Framing::Close;
    Q_EMIT downloaded(result);
}

} // namespace idscope
