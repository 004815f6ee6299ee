#include "models/words/phrase.h"
#include "models/words/words.h"

namespace idscope::words {
namespace {

QString fileText(const FileError& error) {
    switch (error.kind) {
    case FileErrorKind::CannotCreate:
        return Words::tr("can't be written here: %1. Choose another folder.").arg(systemReason(error.systemError));
    case FileErrorKind::CannotWrite:
        return Words::tr(
                   "can't be written: %1. An older file of that name is unchanged. Try again, or choose another disk.")
            .arg(systemReason(error.systemError));
    case FileErrorKind::DiskFull:
        return Words::tr(
            "the disk is full. An older file of that name is unchanged. Make room, or choose another disk.");
    case FileErrorKind::Unconfirmed:
        return Words::tr("is written, but the disk did not confirm it: %1. Check the disk, then write it again.")
            .arg(systemReason(error.systemError));
    }
    Q_UNREACHABLE();
}

} // namespace

QString sentence(const FileError& error) {
    return withCode(placed(error.file, fileText(error)), systemCode(error.systemError));
}

} // namespace idscope::words
