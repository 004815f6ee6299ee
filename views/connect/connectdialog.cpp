#include "views/connect/connectdialog.h"

#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace idscope {

using namespace Qt::StringLiterals;

QUrl baseFromAddress(const QString& address) {
    const QString text = address.trimmed();
    if (text.isEmpty()) return {};
    QUrl url(text.contains(u"://"_s) ? text : u"https://"_s + text, QUrl::StrictMode);
    const bool loopback = url.host() == u"localhost" || url.host() == u"127.0.0.1" || url.host() == u"::1";
    const bool safe = url.scheme() == u"https" || (url.scheme() == u"http" && loopback);
    if (!url.isValid() || !safe || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment())
        return {};
    url.setPath(url.path() == u"/" ? QString() : url.adjusted(QUrl::StripTrailingSlash).path());
    return url;
}

ConnectDialog::ConnectDialog(const ConnectRequest& known, QWidget* parent)
    : QDialog(parent), name_(new QLineEdit(known.name, this)),
      address_(new QLineEdit(known.base.isEmpty() ? u"app.balkan.id"_s : known.base.toString(), this)),
      keyId_(new QLineEdit(known.keyId, this)), keySecret_(new QLineEdit(this)),
      problem_(new PlainLabel(FontRole::Small, this)), connect_(new QPushButton(tr("Connect"), this)) {
    setWindowTitle(tr("Connect to your tenant"));
    keySecret_->setEchoMode(QLineEdit::Password);
    name_->setPlaceholderText(tr("how the side bar calls it"));
    auto* note = new PlainLabel(tr("The secret stays in memory until Idscope closes. It goes to this address alone."),
                                FontRole::Small, this);
    note->setMuted();
    note->setWordWrap(true);
    problem_->setInk(Ink::Error);
    problem_->setWordWrap(true);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(metrics::padding);
    form->setVerticalSpacing(metrics::gap);
    form->addRow(tr("&Name"), name_);
    form->addRow(tr("&Address"), address_);
    form->addRow(tr("Key &ID"), keyId_);
    form->addRow(tr("Key &secret"), keySecret_);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gap);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(connect_);
    connect_->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::blockGap, metrics::blockGap, metrics::blockGap, metrics::blockGap);
    layout->setSpacing(metrics::padding);
    layout->addLayout(form);
    layout->addWidget(note);
    layout->addWidget(problem_);
    layout->addStretch();
    layout->addLayout(buttons);
    setMinimumWidth(420);
    if (!known.keyId.isEmpty()) keySecret_->setFocus();

    for (QLineEdit* field : {name_, address_, keyId_, keySecret_})
        connect(field, &QLineEdit::textChanged, this, &ConnectDialog::check);
    connect(connect_, &QPushButton::clicked, this, &ConnectDialog::send);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    check();
}

void ConnectDialog::check() {
    const bool addressIsGood = !baseFromAddress(address_->text()).isEmpty();
    problem_->setText(addressIsGood || address_->text().isEmpty()
                          ? QString()
                          : tr("This is no address of a tenant: a host such as app.balkan.id, reached by https."));
    connect_->setEnabled(addressIsGood && !keyId_->text().isEmpty() && !keySecret_->text().isEmpty());
}

void ConnectDialog::send() {
    const QUrl base = baseFromAddress(address_->text());
    const QString name = name_->text().trimmed();
    const ConnectRequest request{name.isEmpty() ? base.host() : name, base, keyId_->text().trimmed(),
                                 keySecret_->text().toUtf8()};
    keySecret_->clear();
    Q_EMIT connectRequested(request);
    accept();
}

} // namespace idscope
