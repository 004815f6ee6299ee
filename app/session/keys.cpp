#include "app/session/keys.h"

#include <QPointer>

#include <utility>

namespace idscope {

KeyPlace Keys::place(const QString& profile) const {
    const auto at = places_.find(profile);
    return at == places_.end() ? KeyPlace::Unknown : at->second;
}

void Keys::setPlace(const QString& profile, KeyPlace place) {
    if (std::exchange(places_[profile], place) != place) Q_EMIT placeChanged(profile);
}

void Keys::probe(SecretStore::Done done) {
    keychain_->probe([alive = QPointer(this), done = std::move(done)](auto state) {
        if (alive) done(state);
    });
}

void Keys::find(const Profile& profile, Found found) {
    if (auto secret = known(profile)) return found(std::move(secret));
    setPlace(profile.id, KeyPlace::Asking);
    keychain_->read(secretName(profile), [alive = QPointer(this), profile, version = versions_[profile.id],
                                          found = std::move(found)](std::expected<Secret, KeychainFault> secret) {
        if (!alive) return;
        // One that was typed meanwhile is newer, and one that was forgotten stays so.
        if (auto typed = alive->known(profile)) return found(std::move(typed));
        if (alive->versions_[profile.id] != version) return found(std::unexpected(KeychainFault::NoSecret));
        alive->setPlace(profile.id, secret ? KeyPlace::Keychain : KeyPlace::Unknown);
        if (!secret) return found(std::unexpected(secret.error()));
        alive->memory_.put(secretName(profile), *std::move(secret));
        found(alive->known(profile));
    });
}

void Keys::keep(const Profile& profile, Secret secret, SecretStore::Done done) {
    const auto version = ++versions_[profile.id];
    memory_.put(secretName(profile), secret.copy());
    setPlace(profile.id, KeyPlace::Memory);
    keychain_->write(secretName(profile), std::move(secret),
                     [alive = QPointer(this), id = profile.id, version, done = std::move(done)](auto result) {
                         if (!alive) return;
                         const bool current = alive->versions_[id] == version;
                         if (result && current) alive->setPlace(id, KeyPlace::Keychain);
                         done(result);
                     });
}

void Keys::forget(const Profile& profile, SecretStore::Done done) {
    ++versions_[profile.id];
    memory_.forget(secretName(profile));
    setPlace(profile.id, KeyPlace::Unknown);
    keychain_->remove(secretName(profile), [alive = QPointer(this), done = std::move(done)](auto result) {
        if (alive) done(result);
    });
}

} // namespace idscope
