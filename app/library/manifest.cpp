#include "app/library/manifest.h"

#include "app/network/exporter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

constexpr int version = 1;

QString textOf(std::string_view bytes) {
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

/// Facts that are there; empty ones are left out.
class Facts {
public:
    void add(QStringView key, const QString& value) {
        if (!value.isEmpty()) object_.insert(key, value);
    }
    void add(QStringView key, const QDateTime& time) { add(key, time.toUTC().toString(Qt::ISODateWithMs)); }
    void add(QStringView key, std::uint64_t value) { object_.insert(key, static_cast<qint64>(value)); }
    void add(QStringView key, bool value) { object_.insert(key, value); }
    [[nodiscard]] const QJsonObject& object() const { return object_; }

private:
    QJsonObject object_;
};

QJsonObject toObject(const ManifestEntry& entry) {
    Facts facts;
    facts.add(u"resource", textOf(entry.target.resource));
    facts.add(u"integration", textOf(entry.target.integration));
    facts.add(u"integrationName", textOf(entry.target.integrationName));
    facts.add(u"file", entry.file);
    facts.add(u"status", entry.failure ? u"failed"_s : u"done"_s);
    facts.add(u"openedFrom", entry.openedFrom);
    facts.add(u"apiOrigin", entry.apiOrigin);
    facts.add(u"requested", entry.requested);
    facts.add(u"finished", entry.finished);
    if (entry.failure) {
        facts.add(u"error", textOf(nameOf(*entry.failure)));
        facts.add(u"sentence", entry.sentence);
        return facts.object();
    }
    facts.add(u"downloadOrigin", entry.downloadOrigin);
    facts.add(u"bytes", entry.bytes);
    facts.add(u"sha256", QString::fromLatin1(entry.sha256));
    facts.add(u"rows", entry.rows);
    facts.add(u"etag", entry.etag);
    facts.add(u"lastModified", entry.lastModified);
    facts.add(u"contentType", entry.contentType);
    facts.add(u"unverifiable", entry.unverifiable);
    return facts.object();
}

std::optional<ManifestEntry> toEntry(const QJsonObject& object) {
    const auto text = [&](QStringView key) { return object.value(key).toString(); };
    const auto time = [&](QStringView key) { return QDateTime::fromString(text(key), Qt::ISODateWithMs); };
    const auto count = [&](QStringView key) { return static_cast<std::uint64_t>(object.value(key).toInteger()); };
    ManifestEntry entry;
    entry.target = {text(u"resource").toStdString(), text(u"integration").toStdString(),
                    text(u"integrationName").toStdString()};
    entry.file = text(u"file");
    entry.openedFrom = text(u"openedFrom");
    entry.apiOrigin = text(u"apiOrigin");
    entry.requested = time(u"requested");
    entry.finished = time(u"finished");
    const bool nothing = entry.target.resource.empty() && entry.openedFrom.isEmpty();
    if (nothing || entry.file.isEmpty() || entry.file.startsWith(u'.') || entry.file.contains(u'/'))
        return std::nullopt;
    if (text(u"status") == u"failed") {
        entry.failure = exportErrorKind(text(u"error").toStdString());
        entry.sentence = text(u"sentence");
        return entry.failure ? std::optional(entry) : std::nullopt;
    }
    entry.downloadOrigin = text(u"downloadOrigin");
    entry.bytes = count(u"bytes");
    entry.sha256 = text(u"sha256").toLatin1();
    entry.rows = count(u"rows");
    entry.etag = text(u"etag");
    entry.lastModified = text(u"lastModified");
    entry.contentType = text(u"contentType");
    entry.unverifiable = object.value(u"unverifiable").toBool();
    return text(u"status") == u"done" && entry.sha256.size() == 64 ? std::optional(entry) : std::nullopt;
}

} // namespace

QByteArray Manifest::toJson() const {
    QJsonArray exports;
    for (const ManifestEntry& entry : entries)
        exports.append(toObject(entry));
    const QJsonObject object{
        {u"idscopeManifest"_s, version}, {u"program"_s, program}, {u"profile"_s, profile}, {u"exports"_s, exports}};
    return QJsonDocument(object).toJson();
}

std::expected<Manifest, ManifestFault> Manifest::fromJson(const QByteArray& json) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const int written = object.value(u"idscopeManifest").toInt();
    if (written > version) return std::unexpected(ManifestFault::NewerVersion);
    if (written != version) return std::unexpected(ManifestFault::NotAManifest);
    Manifest manifest{object.value(u"program").toString(), object.value(u"profile").toString(), {}};
    const QJsonArray exports = object.value(u"exports").toArray();
    for (const auto& value : exports) {
        auto entry = toEntry(value.toObject());
        if (!entry) return std::unexpected(ManifestFault::NotAManifest);
        manifest.entries.push_back(*std::move(entry));
    }
    return manifest;
}

ManifestEntry entryOf(const DownloadedExport& download, const QString& file) {
    ManifestEntry entry;
    entry.target = download.target;
    entry.file = file;
    entry.apiOrigin = download.apiOrigin;
    entry.downloadOrigin = download.downloadOrigin;
    entry.requested = download.requested;
    entry.finished = download.finished;
    entry.bytes = download.bytes;
    entry.sha256 = download.sha256;
    entry.rows = download.rows;
    entry.etag = download.etag;
    entry.lastModified = download.lastModified;
    entry.contentType = download.contentType;
    entry.unverifiable = download.unverifiable;
    return entry;
}

QString programVersion() {
    return QStringLiteral("idscope " IDSCOPE_VERSION);
}

} // namespace idscope
