#pragma once

#include "views/style/theme.h"

#include <QByteArray>
#include <QString>

#include <string_view>

namespace idscope {

/// What the window remembers between runs. No data and no keys.
struct DesktopSettings {
    Theme theme = Theme::System;
    QByteArray layout; ///< see MainWindow::layoutState()
};

/// Settings in a file; missing or damaged ones are the defaults.
class SettingsFile {
public:
    explicit SettingsFile(QString path) : path_(std::move(path)) {}
    [[nodiscard]] DesktopSettings load() const;
    void save(const DesktopSettings& settings) const;

    /// How the columns of a resource are arranged, see ColumnLayout::toBytes(). Empty: as at first.
    [[nodiscard]] QByteArray columns(std::string_view resource) const;
    void saveColumns(std::string_view resource, const QByteArray& layout) const;

    /// `$XDG_CONFIG_HOME/idscope/idscope.conf`
    static QString defaultPath();

private:
    QString path_;
};

} // namespace idscope
