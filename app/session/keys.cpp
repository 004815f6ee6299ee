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

void Keys::find(const QString& profile, Found found) {
    if (auto secret = known(profile)) return found(std::move(secret));
    setPlace(profile, KeyPlace::Asking);
    keychain_->read(profile, [alive = QPointer(this), profile,
                              found = std::move(found)](std::expected<Secret, KeychainFault> secret) {
        if (!alive) return;
        // One that was typed meanwhile is newer.
        if (auto typed = alive->known(profile)) return found(std::move(typed));
        alive->setPlace(profile, secret ? KeyPlace::Keychain : KeyPlace::Unknown);
        if (!secret) return found(std::unexpected(secret.error()));
        alive->memory_.put(profile, *std::move(secret));
        found(alive->known(profile));
    });
}

void Keys::keep(const QString& profile, Secret secret, SecretStore::Done done) {
    memory_.put(profile, secret.copy());
    const auto kept = known(profile);
    setPlace(profile, KeyPlace::Memory);
    keychain_->write(profile, std::move(secret),
                     [alive = QPointer(this), profile, kept, done = std::move(done)](auto result) {
                         if (!alive) return;
                         const bool current = alive->known(profile) == kept; // neither replaced nor forgotten meanwhile
                         if (result && current) alive->setPlace(profile, KeyPlace::Keychain);
                         done(result);
                     });
}

void Keys::forget(const QString& profile, SecretStore::Done done) {
    memory_.forget(profile);
    setPlace(profile, KeyPlace::Unknown);
    keychain_->remove(profile, [alive = QPointer(this), done = std::move(done)](auto result) {
        if (alive) done(result);
    });
}

} // namespace idscope
