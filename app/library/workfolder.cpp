#include "app/library/workfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".work"_L1;

} // namespace

void WorkFolder::removeLeftovers(const QString& parent, const QString& prefix, const std::stop_token& stop) {
    const auto filter = QDir::Dirs | QDir::Hidden | QDir::NoSymLinks | QDir::NoDotAndDotDot;
    for (const QString& name : QDir(parent).entryList({prefix + u'*' + suffix}, filter)) {
        if (stop.stop_requested()) return;
        const QString path = parent + u'/' + name;
        // Where everybody may write, everybody may leave a folder of such a name.
        if (const auto lock = FolderLock::tryTake(path, FolderLock::Kind::Exclusive); lock && lock->isOwn())
            (void)removeFolder(path); // what can't be removed now is a leftover next time
    }
}

WorkFolder::WorkFolder(const QString& parent, const QString& prefix) {
    constexpr int attempts = 100;
    const auto make = [this](const QString& path) {
        const auto made = makeFolder(path);
        if (!made) error_ = made.error();
        return made.has_value();
    };
    if (!make(parent)) return;
    removeLeftovers(parent, prefix);
    for (int attempt = 0; attempt < attempts && !lock_; ++attempt) {
        path_ = parent + u'/' + prefix + QString::number(QRandomGenerator::system()->generate64(), 16) + suffix;
        if (!make(path_)) return;
        lock_ = FolderLock::tryTake(path_, FolderLock::Kind::Exclusive);
        // Somebody who cleans up may have come before the lock: then the folder is theirs, or gone already.
        if (!isThere()) lock_.reset();
    }
    if (!lock_) error_ = {.place = path_, .systemError = ENOLCK};
}

bool WorkFolder::isThere() const {
    return lock_ && QFileInfo(path_).isDir();
}

WorkFolder::~WorkFolder() {
    if (lock_) (void)removeFolder(path_);
}

} // namespace idscope
