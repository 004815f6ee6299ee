#pragma once

#include <QDialog>
#include <QUrl>

class QLineEdit;
class QPushButton;

namespace idscope {

class PlainLabel;

/// What a tenant is connected with, as typed. The secret is wiped by whoever takes it on.
struct ConnectRequest {
    QString name;
    QUrl base;
    QString keyId;
    QByteArray keySecret;
};

/// Asks for a tenant's address and key. Open it with open(); it emits and closes.
class ConnectDialog final : public QDialog {
    Q_OBJECT
public:
    /// Begins with what is known of the tenant; the secret never is.
    explicit ConnectDialog(const ConnectRequest& known = {}, QWidget* parent = nullptr);

Q_SIGNALS:
    void connectRequested(const idscope::ConnectRequest& request);

private:
    void check();
    void send();

    QLineEdit* name_;
    QLineEdit* address_;
    QLineEdit* keyId_;
    QLineEdit* keySecret_;
    PlainLabel* problem_;
    QPushButton* connect_;
};

/// The address as a base URL: https unless said otherwise; http only for loopback. Invalid for anything else.
QUrl baseFromAddress(const QString& address);

} // namespace idscope
