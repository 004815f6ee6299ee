#include "app/session/pictures.h"

#include "app/network/elsewhere.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <utility>

namespace idscope {

QImage decoded(const PictureBytes& picture) {
    QByteArray bytes = picture.bytes;
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, picture.format);
    reader.setAutoDetectImageFormat(false); // or what is inside decides
    const QSize size = reader.size();       // by its head alone
    if (size.isEmpty() || std::max(size.width(), size.height()) > Pictures::longestSide) return {};
    constexpr QSize most(Pictures::side, Pictures::side);
    if (size.width() > most.width() || size.height() > most.height())
        reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    return reader.read();
}

Pictures::Pictures(HostScope reach, Resolver resolver) : reach_(reach), access_(Connection{}, std::move(resolver)) {}

Pictures::~Pictures() {
    qDeleteAll(findChildren<PictureDownload*>(Qt::FindDirectChildrenOnly));
}

void Pictures::setHosts(const QStringList& hosts) {
    if (hosts == hosts_) return;
    hosts_ = hosts;
    const auto isGone = [this](const QString& url) { return !isAllowed(hostOf(url)); };
    std::erase_if(waiting_, isGone);
    entries_.removeIf([&](QHash<QString, Entry>::iterator entry) { return isGone(entry.key()); });
    Q_EMIT changed();
}

QString Pictures::hostOf(const QString& url) const {
    const auto link = readLink(url.toUtf8(), reach_);
    return link ? QString::fromStdString(idscope::hostOf(link->url)) : QString();
}

const QImage* Pictures::picture(const QString& url) {
    if (hosts_.isEmpty()) return nullptr;
    const auto known = entries_.constFind(url);
    if (known != entries_.constEnd()) return known->image.isNull() ? nullptr : &known->image;
    if (!isAllowed(hostOf(url)) || entries_.size() >= mostKept) return nullptr;
    entries_.insert(url, {});
    waiting_.push_back(url);
    askNext();
    return nullptr;
}

std::optional<PictureFault> Pictures::fault(const QString& url) const {
    return entries_.value(url).fault;
}

void Pictures::askNext() {
    while (running_ < mostAtOnce && !waiting_.empty()) {
        const QString url = std::move(waiting_.front());
        waiting_.pop_front();
        ++running_;
        new PictureDownload(
            access_, reach_, url.toUtf8(),
            [this, url](std::expected<PictureBytes, PictureFault> result) {
                --running_;
                take(url, std::move(result));
                askNext();
            },
            this);
    }
}

void Pictures::take(const QString& url, std::expected<PictureBytes, PictureFault> result) {
    if (!entries_.contains(url)) return; // withdrawn by now
    if (!result) {
        entries_[url].fault = result.error();
        return Q_EMIT changed();
    }
    doElsewhere(
        this, [picture = *std::move(result)] { return decoded(picture); }, QImage(),
        [this, url](const QImage& image) {
            const auto entry = entries_.find(url);
            if (entry == entries_.end()) return;
            entry->image = image;
            if (image.isNull()) entry->fault = PictureFault::NotRaster;
            Q_EMIT changed();
        });
}

} // namespace idscope
