#include "app/session/connections.h"

#include "app/credentials/authorities.h"
#include "app/session/trial.h"
#include "models/words/words.h"
#include "views/connect/removedialog.h"
#include "views/dialogs/filepicker.h"

namespace idscope {

Connections::Connections(Profiles profiles, std::shared_ptr<SecretStore> keychain, ExportSettings exports,
                         QWidget& window, FilePicker& picker)
    : profiles_(std::move(profiles)), keys_(std::move(keychain)), exports_(exports), window_(window), picker_(picker) {
    connect(&keys_, &Keys::placeChanged, this, &Connections::keyPlaceChanged);
}

void Connections::connectNew() {
    ask({});
}

void Connections::edit(const Profile& profile) {
    ask(profile);
}

ConnectDialog& Connections::ask(const Profile& known) {
    auto* dialog = new ConnectDialog(known, &window_);
    dialog_ = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConnectDialog::connectRequested, this,
            [this, dialog](const ConnectRequest& request) { takeOn(*dialog, request); });
    connect(dialog, &ConnectDialog::tryRequested, this,
            [this, dialog](const ConnectRequest& request) { tryOut(*dialog, request); });
    connect(dialog, &ConnectDialog::tryCancelled, this, [this] { delete trial_.data(); });
    connect(dialog, &QDialog::rejected, this, &Connections::dismissed);
    connect(dialog, &ConnectDialog::authorityFileWanted, this, [this, dialog] {
        picker_.askCertificate(dialog, tr("Choose the authority’s certificate"),
                               [dialog](const QString& file) { dialog->setAuthorityFile(file); });
    });
    keys_.probe([dialog = dialog_](std::expected<void, KeychainFault> state) {
        if (dialog) dialog->showKeychain(state);
    });
    dialog->open();
    return *dialog;
}

std::optional<Connection> Connections::connectionFor(ConnectDialog& dialog, const Profile& profile) {
    auto authorities = readAuthorities(profile.authorityFile);
    if (!authorities) {
        dialog.showFault(ConnectDialog::Field::Authority, words::sentence(authorities.error()));
        return std::nullopt;
    }
    return Connection{.base = profile.base,
                      .keyId = profile.keyId,
                      .keySecret = keys_.known(profile),
                      .authorities = *std::move(authorities),
                      .proxy = profile.proxy};
}

void Connections::takeOn(ConnectDialog& dialog, const ConnectRequest& request) {
    Profile profile = request.profile;
    if (const auto other = profiles_.named(profile.name); other && other->id != profile.id)
        return dialog.showFault(ConnectDialog::Field::Name, tr("There is another profile of this name."));
    if (profile.id.isEmpty()) profile.id = profiles_.newId(profile.name);
    auto connection = connectionFor(dialog, profile);
    if (!connection) return;
    const auto before = profiles_.find(profile.id);
    if (!profiles_.save(profile)) Q_EMIT said(tr("The profile could not be saved. It lasts until Idscope closes."));
    if (before && secretName(*before) != secretName(profile)) forget(*before);
    if (!request.keySecret.isEmpty()) {
        keep(profile, Secret(QByteArray(request.keySecret)));
        connection->keySecret = keys_.known(profile);
    }
    delete trial_.data();
    dialog.accept();
    Q_EMIT saved(profile);
    if (connection->keySecret) Q_EMIT connected(profile.id, *connection);
}

void Connections::keep(const Profile& profile, Secret secret) {
    keys_.keep(profile, std::move(secret), [this, name = profile.name](std::expected<void, KeychainFault> result) {
        if (!result)
            Q_EMIT said(tr("%1 The secret of %2 stays in memory until Idscope closes.", "what is the matter, profile")
                            .arg(words::sentence(result.error()), name));
    });
}

void Connections::forget(const Profile& profile) {
    keys_.forget(profile, [this, name = profile.name](std::expected<void, KeychainFault> result) {
        if (!result && result.error() != KeychainFault::Absent)
            Q_EMIT said(tr("%1 It may still hold the secret of %2: remove it there.", "what is the matter, profile")
                            .arg(words::sentence(result.error()), name));
    });
}

void Connections::connectTo(const Profile& profile) {
    const auto found = [this, profile](std::expected<std::shared_ptr<const Secret>, KeychainFault> secret) {
        if (const auto now = profiles_.find(profile.id); !now || *now != profile) return; // removed or edited meanwhile
        if (!secret && dialog_ && dialog_->isVisible()) return Q_EMIT said(words::sentence(secret.error()));
        if (!secret) return ask(profile).askForSecret(words::sentence(secret.error()));
        auto authorities = readAuthorities(profile.authorityFile);
        if (!authorities)
            return ask(profile).showFault(ConnectDialog::Field::Authority, words::sentence(authorities.error()));
        Q_EMIT connected(profile.id, {.base = profile.base,
                                      .keyId = profile.keyId,
                                      .keySecret = *secret,
                                      .authorities = *std::move(authorities),
                                      .proxy = profile.proxy});
    };
    keys_.find(profile, found);
}

// Trying it

void Connections::tryOut(ConnectDialog& dialog, const ConnectRequest& request) {
    auto connection = connectionFor(dialog, request.profile);
    if (!connection) return;
    if (!request.keySecret.isEmpty()) {
        connection->keySecret = std::make_shared<const Secret>(QByteArray(request.keySecret));
        return startTrial(dialog, *connection);
    }
    keys_.find(request.profile, [this, open = QPointer(&dialog), connection = *connection](
                                    std::expected<std::shared_ptr<const Secret>, KeychainFault> secret) mutable {
        if (!open || !open->isTrying()) return;
        if (!secret) return open->askForSecret(words::sentence(secret.error()));
        connection.keySecret = *std::move(secret);
        startTrial(*open, connection);
    });
}

void Connections::startTrial(ConnectDialog& dialog, const Connection& connection) {
    delete trial_.data();
    trial_ = new Trial(connection, exports_, &dialog);
    connect(trial_, &Trial::ended, &dialog, [this, &dialog](const TrialResult& result) {
        trial_->deleteLater();
        dialog.showTrial(result);
    });
}

// Removing

void Connections::remove(const Profile& profile) {
    auto* dialog = new RemoveDialog(profile.name, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, profile] {
        if (!profiles_.remove(profile.id)) return Q_EMIT said(tr("The profile could not be removed from its file."));
        forget(profile);
        Q_EMIT removed(profile.id);
    });
    dialog->open();
}

} // namespace idscope
