#include "app/credentials/memorystore.h"

#include <QMetaObject>

#include <utility>

namespace idscope {

void MemoryStore::probe(Done done) {
    QMetaObject::invokeMethod(&alive_, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

void MemoryStore::read(const QString& name, ReadDone done) {
    const auto answer = [done = std::move(done), secret = find(name)] {
        if (secret)
            done(secret->copy());
        else
            done(std::unexpected(KeychainFault::NoSecret));
    };
    QMetaObject::invokeMethod(&alive_, answer, Qt::QueuedConnection);
}

void MemoryStore::write(const QString& name, Secret secret, Done done) {
    put(name, std::move(secret));
    probe(std::move(done));
}

void MemoryStore::remove(const QString& name, Done done) {
    forget(name);
    probe(std::move(done));
}

} // namespace idscope
