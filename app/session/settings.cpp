#include "app/session/settings.h"

#include "app/library/files.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto themeKey = "theme"_L1;
constexpr auto layoutKey = "layout"_L1;
constexpr auto columnsKey = "columns"_L1;
constexpr auto facetsKey = "facets"_L1;
constexpr auto tabsKey = "tabs"_L1;
constexpr auto frontTabKey = "frontTab"_L1;
constexpr auto tabKey = "table"_L1;
constexpr auto reopenTabsKey = "reopenTabs"_L1;
constexpr auto pictureHostsKey = "pictureHosts"_L1;
constexpr auto foldersKey = "folders"_L1;
constexpr auto openFolderKey = "open"_L1;
constexpr auto saveFolderKey = "save"_L1;
constexpr auto keepKey = "keep"_L1;
constexpr auto countKey = "keepCount"_L1;

/// In the order of Retention::Kind.
constexpr std::array keepWords{"everything"_L1, "newest"_L1, "days"_L1};

QString textOf(std::string_view bytes) {
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QByteArray bytesIn(const QJsonValue& value) {
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QString inText(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toBase64());
}

std::vector<KeptTab> tabsIn(const QJsonArray& array) {
    std::vector<KeptTab> tabs;
    for (const auto& value : array)
        tabs.push_back({.key = value.isString() ? value.toString() : value[tabKey].toString(),
                        .view = SavedView::ofFilterAndOrder(value.toObject())});
    return tabs;
}

QJsonArray inJson(const std::vector<KeptTab>& tabs) {
    QJsonArray array;
    for (const KeptTab& tab : tabs) {
        QJsonObject object = tab.view.filterAndOrder();
        object[tabKey] = tab.key;
        array.append(object);
    }
    return array;
}

Retention retentionIn(const QJsonObject& object) {
    const auto word = std::ranges::find(keepWords, object.value(keepKey).toString());
    const int count = object.value(countKey).toInt();
    if (word == keepWords.end() || count < 1) return {}; // what can't be understood removes nothing
    return {.kind = static_cast<Retention::Kind>(word - keepWords.begin()), .count = count};
}

} // namespace

QJsonObject SettingsFile::read() const {
    QFile file(path_);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool SettingsFile::write(const QJsonObject& object) const {
    return makeFolder(QFileInfo(path_).absolutePath(), *files_) &&
           writeFile(path_, QJsonDocument(object).toJson(), *files_);
}

DesktopSettings SettingsFile::load() const {
    const QJsonObject object = read();
    return {.theme = themeFromWord(object.value(themeKey).toString()),
            .layout = bytesIn(object.value(layoutKey)),
            .tabs = tabsIn(object.value(tabsKey).toArray()),
            .frontTab = object.value(frontTabKey).toString(),
            .reopenTabs = object.value(reopenTabsKey).toBool(true),
            .pictureHosts = object.value(pictureHostsKey).toVariant().toStringList(),
            .retention = retentionIn(object)};
}

bool SettingsFile::save(const DesktopSettings& settings) const {
    QJsonObject object = read();
    object[themeKey] = themeWord(settings.theme);
    object[layoutKey] = inText(settings.layout);
    object[tabsKey] = inJson(settings.tabs);
    object[frontTabKey] = settings.frontTab;
    object[reopenTabsKey] = settings.reopenTabs;
    object[pictureHostsKey] = QJsonArray::fromStringList(settings.pictureHosts);
    object[keepKey] = keepWords[static_cast<std::size_t>(settings.retention.kind)];
    object[countKey] = settings.retention.count;
    return write(object);
}

QByteArray SettingsFile::columns(std::string_view resource) const {
    return bytesIn(read().value(columnsKey).toObject().value(textOf(resource)));
}

bool SettingsFile::saveColumns(std::string_view resource, const QByteArray& layout) const {
    QJsonObject object = read();
    QJsonObject columns = object.value(columnsKey).toObject();
    columns[textOf(resource)] = inText(layout);
    object[columnsKey] = columns;
    return write(object);
}

std::optional<QStringList> SettingsFile::facets(std::string_view resource) const {
    const QJsonValue kept = read().value(facetsKey).toObject().value(textOf(resource));
    return kept.isArray() ? std::optional(kept.toVariant().toStringList()) : std::nullopt;
}

bool SettingsFile::saveFacets(std::string_view resource, const QStringList& operands) const {
    QJsonObject object = read();
    QJsonObject facets = object.value(facetsKey).toObject();
    facets[textOf(resource)] = QJsonArray::fromStringList(operands);
    object[facetsKey] = facets;
    return write(object);
}

PickedFolders SettingsFile::folders() const {
    const QJsonObject folders = read().value(foldersKey).toObject();
    return {.open = folders.value(openFolderKey).toString(), .save = folders.value(saveFolderKey).toString()};
}

bool SettingsFile::saveFolders(const PickedFolders& folders) const {
    QJsonObject object = read();
    object[foldersKey] = QJsonObject{{openFolderKey, folders.open}, {saveFolderKey, folders.save}};
    return write(object);
}

QString SettingsFile::defaultPath() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/idscope/settings.json"_s;
}

} // namespace idscope
