#pragma once

#include "app/network/picturedownload.h"
#include "views/table/cellpictures.h"

#include <QHash>
#include <QStringList>

#include <deque>
#include <optional>

namespace idscope {

/// The pictures of the hosts that people have allowed: each asked for when it is first looked at, decoded elsewhere,
/// kept small and in memory alone. GUI thread.
class Pictures final : public CellPictures {
    Q_OBJECT
public:
    static constexpr int mostKept = 1000;
    static constexpr int mostAtOnce = 4;
    static constexpr int side = 64;          ///< px: what a picture is scaled down to
    static constexpr int longestSide = 4096; ///< px: larger ones are not decoded

    /// `reach`: how far pictures may lead; tests have their own machine alone.
    explicit Pictures(HostScope reach = HostScope::Public, Resolver resolver = systemResolver());

    /// What is on its way goes before what it came by.
    ~Pictures() override;

    void setHosts(const QStringList& hosts);
    [[nodiscard]] const QStringList& hosts() const { return hosts_; }

    [[nodiscard]] const QImage* picture(const QString& url) override;
    [[nodiscard]] QString hostOf(const QString& url) const override;
    [[nodiscard]] bool isAllowed(const QString& host) const override { return hosts_.contains(host); }
    /// Why there is none; nothing: there is one, or it is not known yet.
    [[nodiscard]] std::optional<PictureFault> fault(const QString& url) const;

private:
    struct Entry {
        QImage image;
        std::optional<PictureFault> fault;
    };
    void askNext();
    void take(const QString& url, std::expected<PictureBytes, PictureFault> result);

    HostScope reach_;
    ExportAccess access_;
    QStringList hosts_;
    QHash<QString, Entry> entries_; ///< by URL
    std::deque<QString> waiting_;
    int running_ = 0;
};

/// Decodes a picture of a format of rasterFormat(), scaled down to Pictures::side; null when it is none, or larger than
/// Pictures::longestSide. Any thread.
QImage decoded(const PictureBytes& picture);

} // namespace idscope
