#include "app/credentials/profiles.h"

#include "app/library/files.h"
#include "app/network/urlpolicy.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace idscope {
namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// QSettings keeps the rights of a file that is there, so it has to be there first.
bool makePrivate(const QString& path) {
    if (!makeFolder(QFileInfo(path).absolutePath())) return false;
    QFile file(path);
    return (file.exists() || file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly)) &&
           file.setPermissions(ownerOnly);
}

} // namespace

Profiles::Profiles(QString file) : file_(std::move(file)) {}

std::vector<Profile> Profiles::list() const {
    QSettings settings(file_, QSettings::IniFormat);
    std::vector<Profile> profiles;
    const int count = settings.beginReadArray(u"profiles"_s);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const auto base = readBase(settings.value(u"base"_s).toString());
        const QString name = settings.value(u"name"_s).toString();
        if (base && !name.isEmpty()) profiles.push_back({name, *base, settings.value(u"keyId"_s).toString()});
    }
    settings.endArray();
    std::ranges::sort(profiles, {}, &Profile::name);
    return profiles;
}

std::optional<Profile> Profiles::find(const QString& name) const {
    const auto profiles = list();
    const auto at = std::ranges::find(profiles, name, &Profile::name);
    return at == profiles.end() ? std::nullopt : std::optional(*at);
}

bool Profiles::save(const Profile& profile) {
    auto profiles = list();
    std::erase_if(profiles, [&](const Profile& other) { return other.name == profile.name; });
    profiles.push_back(profile);
    return write(profiles, lastName());
}

bool Profiles::remove(const QString& name) {
    auto profiles = list();
    std::erase_if(profiles, [&](const Profile& profile) { return profile.name == name; });
    return write(profiles, lastName());
}

std::optional<Profile> Profiles::lastUsed() const {
    return find(lastName());
}

bool Profiles::setLastUsed(const QString& name) {
    return write(list(), name);
}

QString Profiles::lastName() const {
    return QSettings(file_, QSettings::IniFormat).value(u"lastUsed"_s).toString();
}

bool Profiles::write(const std::vector<Profile>& profiles, const QString& last) {
    if (!makePrivate(file_)) return false;
    QSettings settings(file_, QSettings::IniFormat);
    settings.clear();
    settings.setValue(u"lastUsed"_s, last);
    settings.beginWriteArray(u"profiles"_s, static_cast<int>(profiles.size()));
    for (int i = 0; const Profile& profile : profiles) {
        settings.setArrayIndex(i++);
        settings.setValue(u"name"_s, profile.name);
        settings.setValue(u"base"_s, QString::fromLatin1(profile.base.toEncoded()));
        settings.setValue(u"keyId"_s, profile.keyId);
    }
    settings.endArray();
    settings.sync();
    return settings.status() == QSettings::NoError;
}

QString Profiles::defaultFile() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/idscope/profiles.conf"_s;
}

} // namespace idscope
