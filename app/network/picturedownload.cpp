#include "app/network/picturedownload.h"

#include <QNetworkReply>
#include <QTimer>

#include <utility>

namespace idscope {

QByteArray rasterFormat(const QByteArray& bytes) {
    if (bytes.startsWith("\x89PNG\r\n\x1a\n")) return "png";
    if (bytes.startsWith("\xff\xd8\xff")) return "jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")) return "gif";
    return {};
}

PictureDownload::PictureDownload(ExportAccess& access, HostScope reach, const QByteArray& url, Done done,
                                 QObject* parent)
    : QObject(parent), done_(std::move(done)) {
    const auto link = readLink(url, reach);
    // Never before the caller knows this object.
    if (!link) {
        QTimer::singleShot(0, this, [this] { finish(std::unexpected(PictureFault::Forbidden)); });
        return;
    }
    reply_ = access.send(QNetworkAccessManager::GetOperation, ExportAccess::plainRequest(), *link, reach);
    reply_->setParent(this);
    reply_->setReadBufferSize(mostBytes + 1);
    connect(reply_, &QNetworkReply::readyRead, this, &PictureDownload::read);
    connect(reply_, &QNetworkReply::finished, this, [this] {
        read();
        const int status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status >= 300 && status < 400) return finish(std::unexpected(PictureFault::Redirected));
        if (status != 0 && status != 200) return finish(std::unexpected(PictureFault::Refused));
        if (status == 0 || reply_->error() != QNetworkReply::NoError)
            return finish(std::unexpected(PictureFault::Unreachable));
        const QByteArray format = rasterFormat(bytes_);
        if (format.isEmpty()) return finish(std::unexpected(PictureFault::NotRaster));
        finish(PictureBytes{format, std::exchange(bytes_, {})});
    });
    QTimer::singleShot(timeoutMs, this, [this] { finish(std::unexpected(PictureFault::Unreachable)); });
}

void PictureDownload::read() {
    bytes_ += reply_->readAll();
    if (bytes_.size() > mostBytes) finish(std::unexpected(PictureFault::TooLarge));
}

void PictureDownload::finish(std::expected<PictureBytes, PictureFault> result) {
    const Done done = std::exchange(done_, nullptr);
    if (!done) return;
    if (reply_ != nullptr) {
        reply_->disconnect(this);
        reply_->abort();
    }
    deleteLater();
    done(std::move(result));
}

} // namespace idscope
