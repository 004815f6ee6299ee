#pragma once

#include "models/base/filesystem.h"
#include "models/savedview/savedview.h"
#include "models/transfer/retention.h"
#include "views/dialogs/filepicker.h"
#include "views/style/theme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>
#include <vector>

class QJsonObject;

namespace idscope {

/// A tab as it was left.
struct KeptTab {
    QString key;    ///< of its table: the IDs of its snapshots
    SavedView view; ///< its filter and order; no more of it is kept
};

/// What the window remembers between runs. No keys, and no data but what people typed or clicked into a filter.
struct DesktopSettings {
    Theme theme = Theme::System;
    QByteArray layout;         ///< see MainWindow::layoutState()
    std::vector<KeptTab> tabs; ///< those that were open, from left to right
    QString frontTab;          ///< the key of the one in front
    bool reopenTabs = true;
    QStringList pictureHosts{}; ///< whose pictures are shown; at first, none
    Retention retention;        ///< which snapshots are kept
};

/// Settings in a file (JSON, 0600), written whole or not at all; missing or damaged ones are the defaults. Saving
/// is false when the file can't be written: the old one is as it was.
class SettingsFile {
public:
    /// `files` must outlive this.
    explicit SettingsFile(QString path, const FileSystem& files = fileSystem())
        : path_(std::move(path)), files_(&files) {}
    [[nodiscard]] DesktopSettings load() const;
    bool save(const DesktopSettings& settings) const;

    /// How the columns of a resource are arranged, see ColumnLayout::toBytes(). Empty: as at first.
    [[nodiscard]] QByteArray columns(std::string_view resource) const;
    bool saveColumns(std::string_view resource, const QByteArray& layout) const;

    /// The facets of a resource, as the filter language writes their operands; nothing: those of its schema.
    [[nodiscard]] std::optional<QStringList> facets(std::string_view resource) const;
    bool saveFacets(std::string_view resource, const QStringList& operands) const;

    /// Where file dialogs begin.
    [[nodiscard]] PickedFolders folders() const;
    bool saveFolders(const PickedFolders& folders) const;

    /// `$XDG_CONFIG_HOME/idscope/settings.json`
    static QString defaultPath();

private:
    [[nodiscard]] QJsonObject read() const;
    [[nodiscard]] bool write(const QJsonObject& object) const;

    QString path_;
    const FileSystem* files_;
};

} // namespace idscope
