#include "app/credentials/profiles.h"

#include "app/library/files.h"
#include "app/network/urlpolicy.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

const auto systemProxy = u"system"_s;
const auto noProxy = u"none"_s;

std::optional<Profile> firstOf(const std::vector<Profile>& profiles, const QString& text, QString Profile::* member) {
    const auto at = std::ranges::find(profiles, text, member);
    return at == profiles.end() ? std::nullopt : std::optional(*at);
}

} // namespace

Profiles::Profiles(QString file, const FileSystem& files) : file_(std::move(file)), files_(&files) {}

std::vector<Profile> Profiles::list() const {
    QSettings settings(file_, QSettings::IniFormat);
    std::vector<Profile> profiles;
    const int count = settings.beginReadArray(u"profiles"_s);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const auto text = [&settings](QAnyStringView key) { return settings.value(key).toString(); };
        const auto base = readBase(text(u"base"));
        Profile profile{.name = text(u"name"),
                        .base = base.value_or(QUrl()),
                        .keyId = text(u"keyId"),
                        .authorityFile = text(u"authorityFile"),
                        .proxy = text(u"proxy") == noProxy ? ProxyUse::None : ProxyUse::System,
                        .id = text(u"id")};
        if (profile.id.isEmpty()) profile.id = profile.name; // files of before profiles could be renamed
        if (base && !profile.name.isEmpty()) profiles.push_back(std::move(profile));
    }
    settings.endArray();
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
    auto profiles = list();
    std::erase_if(profiles, [&](const Profile& other) { return other.id == profile.id; });
    profiles.push_back(profile);
    return write(profiles, lastId());
}

bool Profiles::remove(const QString& id) {
    auto profiles = list();
    std::erase_if(profiles, [&](const Profile& profile) { return profile.id == id; });
    return write(profiles, lastId());
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
    return write(list(), id);
}

QString Profiles::lastId() const {
    return QSettings(file_, QSettings::IniFormat).value(u"lastUsed"_s).toString();
}

bool Profiles::write(const std::vector<Profile>& profiles, const QString& lastId) {
    // QSettings makes the bytes, elsewhere: how it puts a file in its place is not ours to check.
    const QTemporaryDir elsewhere;
    QFile made(elsewhere.filePath(u"profiles.conf"_s));
    QSettings settings(made.fileName(), QSettings::IniFormat);
    settings.setValue(u"lastUsed"_s, lastId);
    settings.beginWriteArray(u"profiles"_s, static_cast<int>(profiles.size()));
    for (int i = 0; const Profile& profile : profiles) {
        settings.setArrayIndex(i++);
        settings.setValue(u"id"_s, profile.id);
        settings.setValue(u"name"_s, profile.name);
        settings.setValue(u"base"_s, QString::fromLatin1(profile.base.toEncoded()));
        settings.setValue(u"keyId"_s, profile.keyId);
        settings.setValue(u"authorityFile"_s, profile.authorityFile);
        settings.setValue(u"proxy"_s, profile.proxy == ProxyUse::None ? noProxy : systemProxy);
    }
    settings.endArray();
    settings.sync();
    return settings.status() == QSettings::NoError && made.open(QIODevice::ReadOnly) &&
           makeFolder(QFileInfo(file_).absolutePath(), *files_) && writeFile(file_, made.readAll(), *files_);
}

QString Profiles::defaultFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/idscope/profiles.conf"_s;
}

} // namespace idscope
