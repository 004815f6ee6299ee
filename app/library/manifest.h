#pragma once

#include "models/transfer/transfer.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace idscope {

struct DownloadedExport;

/// One export of a manifest: a file beside it, or why there is none.
struct ManifestEntry {
    ExportTarget target;
    QString file; ///< its name, without a folder; of a failed export the name it would have got
    std::optional<ExportErrorKind> failure;
    QString sentence; ///< the failure for people
    QString apiOrigin, downloadOrigin;
    QDateTime requested, finished; ///< UTC
    std::uint64_t bytes = 0;
    QByteArray sha256;      ///< hex
    std::uint64_t rows = 0; ///< records without the header
    QString etag, lastModified, contentType;
    bool unverifiable = false; ///< no length was sent: nobody can tell whether it is complete
    friend bool operator==(const ManifestEntry&, const ManifestEntry&) = default;
};

/// Where the files beside it come from. Holds origins, but no URL, no query and no key.
struct Manifest {
    QString program; ///< name and version of the writer
    QString profile; ///< empty when there was none
    std::vector<ManifestEntry> entries;
    friend bool operator==(const Manifest&, const Manifest&) = default;

    /// JSON, UTF-8, indented, a line end at the end.
    [[nodiscard]] QByteArray toJson() const;
    /// Nothing when the bytes are no manifest, or one of a version not known here.
    static std::optional<Manifest> fromJson(const QByteArray& json);

    static constexpr QLatin1StringView fileName{"manifest.json"};
};

/// The entry of a download that lies in `file` (a name).
ManifestEntry entryOf(const DownloadedExport& download, const QString& file);

/// "idscope 0.1.0"
QString programVersion();

} // namespace idscope
