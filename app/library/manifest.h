#pragma once

#include "models/transfer/transfer.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <expected>
#include <optional>
#include <vector>

namespace idscope {

struct DownloadedExport;

/// One export of a manifest: a file beside it, or why there is none. Or a copy of a file that somebody opened.
struct ManifestEntry {
    ExportTarget target; ///< of a copy: its resource as recognised, perhaps none
    QString file;        ///< its name, without a folder; of a failed export the name it would have got
    std::optional<ExportErrorKind> failure;
    QString sentence;   ///< the failure for people
    QString openedFrom; ///< path of the file it is a copy of; empty: it was fetched
    QString apiOrigin, downloadOrigin;
    QDateTime requested, finished; ///< UTC; a copy was finished when it was made
    std::uint64_t bytes = 0;
    QByteArray sha256;      ///< hex
    std::uint64_t rows = 0; ///< records without the header
    QString etag, lastModified, contentType;
    bool unverifiable = false; ///< no length was sent: nobody can tell whether it is complete
    friend bool operator==(const ManifestEntry&, const ManifestEntry&) = default;
};

enum class ManifestFault : std::uint8_t {
    NotAManifest, ///< or a damaged one
    NewerVersion, ///< written by a newer program: never to be overwritten
};

/// Where the files beside it come from. Holds origins, but no URL, no query and no key.
struct Manifest {
    QString program; ///< name and version of the writer
    QString profile; ///< empty when there was none
    std::vector<ManifestEntry> entries;
    friend bool operator==(const Manifest&, const Manifest&) = default;

    /// JSON, UTF-8, indented, a line end at the end.
    [[nodiscard]] QByteArray toJson() const;
    static std::expected<Manifest, ManifestFault> fromJson(const QByteArray& json);

    static constexpr QLatin1StringView fileName{"manifest.json"};
};

/// The entry of a download that lies in `file` (a name).
ManifestEntry entryOf(const DownloadedExport& download, const QString& file);

/// "idscope 0.1.0"
QString programVersion();

} // namespace idscope
