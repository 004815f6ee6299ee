#pragma once

#include "models/base/filesystem.h"
#include "models/connection/profile.h"

#include <functional>
#include <optional>
#include <vector>

class QSettings;

namespace idscope {

/// The saved profiles, in a file of its own (0600 in a folder 0700). Each call reads or writes the file: changes of
/// another window are seen, the last writer of a profile wins. What a call is not about stays in the file as it is,
/// understood or not. One thread; blocks for a small file, and up to two seconds while another window writes.
class Profiles {
public:
    /// `files` must outlive this.
    explicit Profiles(QString file = defaultFile(), const FileSystem& files = fileSystem());

    /// In the order of their names. Entries without a name or with a base URL that breaks a rule are left out.
    [[nodiscard]] std::vector<Profile> list() const;
    [[nodiscard]] std::optional<Profile> named(const QString& name) const;
    [[nodiscard]] std::optional<Profile> find(const QString& id) const;
    /// Adds the profile, or replaces the one of its ID. False when the file can't be written.
    bool save(const Profile& profile);
    /// False when the file can't be written.
    bool remove(const QString& id);
    /// An ID for a new profile of this name.
    [[nodiscard]] QString newId(const QString& name) const;

    /// The profile chosen last, if it is still there.
    [[nodiscard]] std::optional<Profile> lastUsed() const;
    bool setLastUsed(const QString& id);

    /// `$XDG_CONFIG_HOME/idscope/profiles.conf`
    static QString defaultFile();

private:
    bool change(const std::function<void(QSettings&)>& apply);
    [[nodiscard]] QString lastId() const;

    QString file_;
    const FileSystem* files_;
};

} // namespace idscope
