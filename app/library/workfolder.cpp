#include "app/library/workfolder.h"

#include "app/library/files.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".work"_L1;

/// Removes our folders that no process works in any more.
void removeLeftovers(const QString& parent, const QString& prefix) {
    const auto filter = QDir::Dirs | QDir::Hidden | QDir::NoSymLinks | QDir::NoDotAndDotDot;
    for (const QString& name : QDir(parent).entryList({prefix + u'*' + suffix}, filter)) {
        const QString path = parent + u'/' + name;
        // Where everybody may write, everybody may leave a folder of such a name.
        if (const auto lock = FolderLock::tryTake(path, FolderLock::Kind::Exclusive); lock && lock->isOwn())
            (void)removeFolder(path); // what can't be removed now is a leftover next time
    }
}

} // namespace

WorkFolder::WorkFolder(const QString& parent, const QString& prefix) {
    constexpr int attempts = 100;
    const bool hasParent = makeFolder(parent).has_value();
    if (hasParent) removeLeftovers(parent, prefix);
    for (int attempt = 0; attempt < attempts && !lock_; ++attempt) {
        path_ = parent + u'/' + prefix + QString::number(QRandomGenerator::system()->generate64(), 16) + suffix;
        if (!hasParent || !makeFolder(path_)) return;
        lock_ = FolderLock::tryTake(path_, FolderLock::Kind::Exclusive);
        // Somebody who cleans up may have come before the lock: then the folder is theirs, or gone already.
        if (lock_ && !QFileInfo::exists(path_)) lock_.reset();
    }
}

WorkFolder::~WorkFolder() {
    if (lock_) (void)removeFolder(path_);
}

} // namespace idscope
