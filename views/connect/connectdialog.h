#pragma once

#include "models/connection/connectionfault.h"
#include "models/connection/profile.h"
#include "models/connection/trial.h"
#include "models/transfer/transfer.h"

#include <QDialog>

#include <expected>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace idscope {

class IconNote;

/// What a tenant is connected with, as typed. The dialog overwrites its bytes of the secret when the signal has
/// returned: who wants them makes a copy.
struct ConnectRequest {
    Profile profile;      ///< with the ID it had, or none
    QByteArray keySecret; ///< empty: the one that is kept
};

/// Asks for a tenant's address and key. Open it with open(). It closes when it is told that all was taken on.
class ConnectDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Field { Name, Address, KeyId, KeySecret, Authority, Proxy };

    /// Begins with what is known of the tenant; the secret never is. A profile with an ID is one that is being changed.
    explicit ConnectDialog(const Profile& known = {}, QWidget* parent = nullptr);

    /// Why it asks, beside the secret, which has to be typed then.
    void askForSecret(const QString& reason);
    /// Whether there is a keychain that the secret can go into.
    void showKeychain(std::expected<void, KeychainFault> state);
    void showFault(Field field, const QString& sentence);
    void setAuthorityFile(const QString& file);
    [[nodiscard]] bool isTrying() const { return trying_; }
    /// How trying it went.
    void showTrial(const TrialResult& result);

Q_SIGNALS:
    void connectRequested(const idscope::ConnectRequest& request);
    void tryRequested(const idscope::ConnectRequest& request);
    void tryCancelled();
    void authorityFileWanted();

protected:
    bool event(QEvent* event) override;

private:
    struct Row {
        QLineEdit* field = nullptr;
        IconNote* note = nullptr;
    };
    Row addRow(const QString& label, const QString& text, QWidget* beside = nullptr);
    void buildForm();
    void onEdited();
    /// Says what is wrong with what was typed; true when nothing is.
    bool check();
    void send();
    void tryOut();
    void setTrying(bool trying);
    void setMoreShown(bool shown);
    [[nodiscard]] IconNote& noteOf(Field field) const;
    [[nodiscard]] QWidget* fieldOf(Field field) const;
    [[nodiscard]] ConnectRequest request() const;
    /// The secret that is kept goes with this address and key ID.
    [[nodiscard]] bool keptSecretFits() const;

    Profile known_;
    bool secretWanted_;
    Row name_, address_, keyId_, keySecret_, authority_;
    QFormLayout* form_;
    int moreRows_ = 0; ///< row of the authority, the first of those that are folded away
    QPushButton* more_;
    QPushButton* choose_ = nullptr;
    QCheckBox* direct_;
    IconNote* directNote_;
    IconNote* trial_;
    QPushButton* try_;
    QPushButton* connect_;
    bool trying_ = false;
};

/// The address as a base URL: https unless said otherwise; http only for loopback. Invalid for anything else.
QUrl baseFromAddress(const QString& address);

/// Beside which field a failed trial is said, if it is about one.
std::optional<ConnectDialog::Field> fieldOf(const ExportError& error);

} // namespace idscope
