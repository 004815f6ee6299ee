#include "app/credentials/secret.h"

#include <utility>

namespace idscope {

Secret::Secret(QByteArray&& bytes) : bytes_(std::move(bytes)) {
    bytes_.detach(); // wiping must reach the only copy, and must not write into a literal
}

Secret::Secret(Secret&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

Secret& Secret::operator=(Secret&& other) noexcept {
    if (this != &other) {
        wipe();
        bytes_ = std::exchange(other.bytes_, {});
    }
    return *this;
}

Secret::~Secret() {
    wipe();
}

Secret Secret::copy() const {
    return Secret(QByteArray(bytes_.constData(), bytes_.size()));
}

void Secret::wipe() noexcept {
    if (bytes_.isEmpty() || !bytes_.isDetached()) return; // another holder still needs the bytes it was lent
    volatile char* byte = bytes_.data(); // volatile: a dying buffer's last writes are not optimised away
    for (qsizetype i = 0; i < bytes_.size(); ++i)
        byte[i] = 0;
    bytes_.clear();
}

} // namespace idscope
