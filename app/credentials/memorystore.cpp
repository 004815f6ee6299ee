#include "app/credentials/memorystore.h"

#include <QMetaObject>

#include <utility>

namespace idscope {

void MemoryStore::probe(Done done) {
    QMetaObject::invokeMethod(&alive_, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void MemoryStore::read(const QString& profile, ReadDone done) {
    const auto answer = [done = std::move(done), secret = find(profile)] {
        if (secret)
            done(secret->copy());
        else
            done(std::unexpected(KeychainFault::NoSecret));
    };
    QMetaObject::invokeMethod(&alive_, answer, Qt::QueuedConnection);
}

void MemoryStore::write(const QString& profile, Secret secret, Done done) {
    put(profile, std::move(secret));
    probe(std::move(done));
}

void MemoryStore::remove(const QString& profile, Done done) {
    forget(profile);
    probe(std::move(done));
}

} // namespace idscope
