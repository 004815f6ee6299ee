#include "app/credentials/profiles.h"

#include "app/library/files.h"
#include "app/library/folderlock.h"
#include "app/network/urlpolicy.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

const auto systemProxy = u"system"_s;
const auto noProxy = u"none"_s;

const auto profilesKey = u"profiles"_s; ///< an array as QSettings has them: one numbered group each
constexpr std::chrono::milliseconds lockLimit{2000};

/// Waits for whoever has it, up to the limit.
std::optional<FolderLock> takeLock(const QString& folder) {
    const QDeadlineTimer deadline(lockLimit);
    auto lock = FolderLock::tryTake(folder, FolderLock::Kind::Exclusive);
    while (!lock && !deadline.hasExpired()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        lock = FolderLock::tryTake(folder, FolderLock::Kind::Exclusive);
    }
    return lock;
}

/// Each `profiles/N`.
QStringList entries(QSettings& settings) {
    settings.beginGroup(profilesKey);
    QStringList numbers = settings.childGroups();
    settings.endGroup();
    for (QString& number : numbers)
        number.prepend(profilesKey + u'/');
    return numbers;
}

/// Nothing when it has no name, or a base URL that breaks a rule.
std::optional<Profile> read(const QSettings& settings, const QString& entry) {
    const auto text = [&](const QString& key) { return settings.value(entry + u'/' + key).toString(); };
    const auto base = readBase(text(u"base"_s));
    Profile profile{.name = text(u"name"_s),
                    .base = base.value_or(QUrl()),
                    .keyId = text(u"keyId"_s),
                    .authorityFile = text(u"authorityFile"_s),
                    .proxy = text(u"proxy"_s) == noProxy ? ProxyUse::None : ProxyUse::System,
                    .id = text(u"id"_s)};
    if (profile.id.isEmpty()) profile.id = profile.name; // files of before profiles could be renamed
    return base && !profile.name.isEmpty() ? std::optional(profile) : std::nullopt;
}

void write(QSettings& settings, const QString& entry, const Profile& profile) {
    const auto set = [&](const QString& key, const QString& text) { settings.setValue(entry + u'/' + key, text); };
    set(u"id"_s, profile.id);
    set(u"name"_s, profile.name);
    set(u"base"_s, QString::fromLatin1(profile.base.toEncoded()));
    set(u"keyId"_s, profile.keyId);
    set(u"authorityFile"_s, profile.authorityFile);
    set(u"proxy"_s, profile.proxy == ProxyUse::None ? noProxy : systemProxy);
}

/// Where this profile is, or where a new one goes.
QString entryFor(QSettings& settings, const QString& id) {
    int last = 0;
    for (const QString& entry : entries(settings)) {
        if (const auto profile = read(settings, entry); profile && profile->id == id) return entry;
        last = std::max(last, entry.section(u'/', 1).toInt());
    }
    settings.setValue(profilesKey + u"/size"_s, last + 1);
    return profilesKey + u'/' + QString::number(last + 1);
}

std::optional<Profile> firstOf(const std::vector<Profile>& profiles, const QString& text, QString Profile::* member) {
    const auto at = std::ranges::find(profiles, text, member);
    return at == profiles.end() ? std::nullopt : std::optional(*at);
}

} // namespace

Profiles::Profiles(QString file, const FileSystem& files) : file_(std::move(file)), files_(&files) {}

std::vector<Profile> Profiles::list() const {
    QSettings settings(file_, QSettings::IniFormat);
    std::vector<Profile> profiles;
    for (const QString& entry : entries(settings))
        if (auto profile = read(settings, entry)) profiles.push_back(*std::move(profile));
    std::ranges::sort(profiles, {}, &Profile::name);
    return profiles;
}

std::optional<Profile> Profiles::named(const QString& name) const {
    return firstOf(list(), name, &Profile::name);
}

std::optional<Profile> Profiles::find(const QString& id) const {
    return firstOf(list(), id, &Profile::id);
}

bool Profiles::save(const Profile& profile) {
    return change([&](QSettings& settings) { write(settings, entryFor(settings, profile.id), profile); });
}

bool Profiles::remove(const QString& id) {
    return change([&](QSettings& settings) {
        for (const QString& entry : entries(settings))
            if (const auto profile = read(settings, entry); profile && profile->id == id) settings.remove(entry);
    });
}

QString Profiles::newId(const QString& name) const {
    QString id = name;
    for (int number = 2; find(id); ++number)
        id = name + u' ' + QString::number(number);
    return id;
}

std::optional<Profile> Profiles::lastUsed() const {
    return find(lastId());
}

bool Profiles::setLastUsed(const QString& id) {
    return change([&](QSettings& settings) { settings.setValue(u"lastUsed"_s, id); });
}

QString Profiles::lastId() const {
    return QSettings(file_, QSettings::IniFormat).value(u"lastUsed"_s).toString();
}

/// Changes the file as it is now, which no other window does meanwhile.
bool Profiles::change(const std::function<void(QSettings&)>& apply) {
    const QString folder = QFileInfo(file_).absolutePath();
    if (!makeFolder(folder, *files_)) return false;
    const auto lock = takeLock(QFileInfo(folder).canonicalFilePath());
    if (!lock) return false;
    // QSettings works on a copy: how it puts a file in its place is not ours to check.
    const QTemporaryDir elsewhere;
    QFile copy(elsewhere.filePath(u"profiles.conf"_s));
    if (QFile::exists(file_) && !QFile::copy(file_, copy.fileName())) return false;
    QSettings settings(copy.fileName(), QSettings::IniFormat);
    if (settings.status() != QSettings::NoError) return false; // what can't be read would be lost
    apply(settings);
    settings.sync();
    return settings.status() == QSettings::NoError && copy.open(QIODevice::ReadOnly) &&
           writeFile(file_, copy.readAll(), *files_);
}

QString Profiles::defaultFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/idscope/profiles.conf"_s;
}

} // namespace idscope
