#include "app/session/settings.h"

#include <QSettings>
#include <QStandardPaths>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

const auto themeKey = "window/theme"_L1;
const auto layoutKey = "window/layout"_L1;

QString columnsKey(std::string_view resource) {
    return u"columns/"_s + QString::fromUtf8(resource.data(), static_cast<qsizetype>(resource.size()));
}

} // namespace

DesktopSettings SettingsFile::load() const {
    const QSettings file(path_, QSettings::IniFormat);
    return {.theme = themeFromWord(file.value(themeKey).toString()), .layout = file.value(layoutKey).toByteArray()};
}

void SettingsFile::save(const DesktopSettings& settings) const {
    QSettings file(path_, QSettings::IniFormat);
    file.setValue(themeKey, themeWord(settings.theme));
    file.setValue(layoutKey, settings.layout);
}

QByteArray SettingsFile::columns(std::string_view resource) const {
    return QSettings(path_, QSettings::IniFormat).value(columnsKey(resource)).toByteArray();
}

void SettingsFile::saveColumns(std::string_view resource, const QByteArray& layout) const {
    QSettings(path_, QSettings::IniFormat).setValue(columnsKey(resource), layout);
}

QString SettingsFile::defaultPath() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/idscope/idscope.conf"_s;
}

} // namespace idscope
