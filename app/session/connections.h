#pragma once

#include "app/credentials/profiles.h"
#include "app/network/exporter.h"
#include "app/session/keys.h"
#include "models/connection/trial.h"
#include "views/connect/connectdialog.h"

#include <QPointer>

namespace idscope {

class FilePicker;
class Trial;

/// The profiles with their secrets, and the dialogs about them. GUI thread.
class Connections final : public QObject {
    Q_OBJECT
public:
    /// `window` and `picker` must outlive this.
    Connections(Profiles profiles, std::shared_ptr<SecretStore> keychain, ExportSettings exports, QWidget& window,
                FilePicker& picker);

    [[nodiscard]] std::vector<Profile> list() const { return profiles_.list(); }
    [[nodiscard]] std::optional<Profile> lastUsed() const { return profiles_.lastUsed(); }
    void setLastUsed(const QString& profile) { profiles_.setLastUsed(profile); }
    [[nodiscard]] KeyPlace keyPlace(const QString& profile) const { return keys_.place(profile); }
    /// Whether there is a keychain for secrets.
    void probe(SecretStore::Done done) { keys_.probe(std::move(done)); }

    void connectNew();
    void edit(const Profile& profile);
    /// Makes a connection with the secret that is known, or in the keychain, or else asked for.
    void connectTo(const Profile& profile);
    /// Asks, then removes the profile and its secret.
    void remove(const Profile& profile);

Q_SIGNALS:
    /// A profile is new, or has changed.
    void saved(const idscope::Profile& profile);
    /// From now on its exports go through this connection.
    void connected(const QString& profile, const idscope::Connection& connection);
    /// People did not want to say the secret.
    void dismissed();
    void removed(const QString& profile);
    void keyPlaceChanged();
    void said(const QString& sentence);

private:
    ConnectDialog& ask(const Profile& known);
    void takeOn(ConnectDialog& dialog, const ConnectRequest& request);
    void tryOut(ConnectDialog& dialog, const ConnectRequest& request);
    void startTrial(ConnectDialog& dialog, const Connection& connection);
    void keep(const Profile& profile, Secret secret);
    void forget(const Profile& profile);
    /// Nothing, and said in the dialog, when its authorities can't be read.
    std::optional<Connection> connectionFor(ConnectDialog& dialog, const Profile& profile);

    Profiles profiles_;
    Keys keys_;
    ExportSettings exports_;
    QWidget& window_;
    FilePicker& picker_;
    QPointer<ConnectDialog> dialog_; ///< the open one
    QPointer<Trial> trial_;
};

} // namespace idscope
