#pragma once

#include "app/network/exportaccess.h"

#include <QByteArray>
#include <QObject>

#include <cstdint>
#include <expected>
#include <functional>

namespace idscope {

/// Why there are no bytes of a picture.
enum class PictureFault : std::uint8_t {
    Forbidden,   ///< a URL that nothing is sent to
    Redirected,  ///< to wherever: only the host that was allowed is asked
    Refused,     ///< any status but 200
    TooLarge,    ///< more than PictureDownload::mostBytes
    NotRaster,   ///< neither PNG, JPEG nor GIF by its first bytes
    Unreachable, ///< no answer, or one that was cut
};

/// A picture as it came. What its bytes say it is, counts, not what its name or the server says.
struct PictureBytes {
    QByteArray format; ///< "png", "jpeg", "gif"
    QByteArray bytes;
};

/// The raster format that bytes begin as; empty: none of ours. SVG is none: it is a program.
QByteArray rasterFormat(const QByteArray& bytes);

/// Asks for one picture, once, and ends exactly once: with `done`, after which it deletes itself, or by being deleted.
/// No keys, no cookies, no redirects; nothing is sent to URLs that downloads may not use either. GUI thread; O(bytes).
class PictureDownload final : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 mostBytes = qint64{256} * 1024;
    static constexpr int timeoutMs = 20'000;

    using Done = std::function<void(std::expected<PictureBytes, PictureFault>)>;
    /// `access` must outlive this.
    PictureDownload(ExportAccess& access, HostScope reach, const QByteArray& url, Done done, QObject* parent);

private:
    void read();
    void finish(std::expected<PictureBytes, PictureFault> result);

    QNetworkReply* reply_ = nullptr;
    QByteArray bytes_;
    Done done_; ///< null: it has been told
};

} // namespace idscope
