#include "views/connect/connectdialog.h"

#include "models/words/words.h"
#include "views/parts/iconnote.h"
#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

/// What a header of a request can hold.
bool isKeyText(const QString& text) {
    return std::ranges::all_of(text, [](QChar sign) { return sign > u' ' && sign < QChar(0x7f); });
}

QPushButton* button(const QString& text, QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    made->setAutoDefault(false);
    return made;
}

} // namespace

ConnectDialog::ConnectDialog(const Profile& known, QWidget* parent)
    : QDialog(parent), known_(known), secretWanted_(known.id.isEmpty()), form_(new QFormLayout),
      more_(flatButton({}, this)), direct_(new QCheckBox(tr("Connect &directly, without the system’s proxy"), this)),
      directNote_(new IconNote(this)), trial_(new IconNote(this)), try_(button({}, this)),
      connect_(button(known.id.isEmpty() ? tr("Connect") : tr("Save"), this)) {
    setWindowTitle(known.id.isEmpty() ? tr("Connect to your tenant") : tr("Edit the connection"));
    buildForm();
    auto* cancel = button(tr("Cancel"), this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gap);
    buttons->addWidget(try_);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(connect_);
    connect_->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::blockGap, metrics::blockGap, metrics::blockGap, metrics::blockGap);
    layout->setSpacing(metrics::padding);
    layout->addLayout(form_);
    layout->addWidget(trial_);
    layout->addStretch();
    layout->addLayout(buttons);
    setMinimumWidth(520);
    QWidget* before = nullptr;
    for (QWidget* each :
         std::initializer_list<QWidget*>{name_.field, address_.field, keyId_.field, keySecret_.field, more_,
                                         authority_.field, choose_, direct_, try_, cancel, connect_}) {
        if (before != nullptr) setTabOrder(before, each);
        before = each;
    }
    setTrying(false);
    setMoreShown(!known.authorityFile.isEmpty() || known.proxy == ProxyUse::None);
    if (!known.id.isEmpty()) keySecret_.field->setPlaceholderText(tr("unchanged"));
    (known.keyId.isEmpty() ? keyId_.field : keySecret_.field)->setFocus();

    for (const Row& row : {name_, address_, keyId_, keySecret_, authority_})
        connect(row.field, &QLineEdit::textEdited, this, &ConnectDialog::onEdited);
    connect(direct_, &QCheckBox::toggled, this, &ConnectDialog::onEdited);
    connect(more_, &QPushButton::clicked, this, [this] { setMoreShown(!direct_->isVisibleTo(this)); });
    connect(try_, &QPushButton::clicked, this, &ConnectDialog::tryOut);
    connect(connect_, &QPushButton::clicked, this, &ConnectDialog::send);
    connect(choose_, &QPushButton::clicked, this, &ConnectDialog::authorityFileWanted);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::finished, keySecret_.field, &QLineEdit::clear);
}

ConnectDialog::Row ConnectDialog::addRow(const QString& label, const QString& text, QWidget* beside) {
    const Row row{new QLineEdit(text, this), new IconNote(this)};
    auto* line = new QHBoxLayout;
    line->setSpacing(metrics::gap);
    line->addWidget(row.field, 1);
    if (beside != nullptr) line->addWidget(beside);
    form_->addRow(label, line);
    auto* name = static_cast<QLabel*>(form_->labelForField(line));
    name->setTextFormat(Qt::PlainText);
    name->setBuddy(row.field);
    row.field->setAccessibleName(QString(label).remove(u'&'));
    form_->setWidget(form_->rowCount(), QFormLayout::FieldRole, row.note);
    return row;
}

void ConnectDialog::buildForm() {
    form_->setHorizontalSpacing(metrics::padding);
    form_->setVerticalSpacing(metrics::gap);
    form_->setLabelAlignment(Qt::AlignLeft);
    name_ = addRow(tr("&Name"), known_.name);
    name_.field->setPlaceholderText(tr("how the side bar calls it"));
    address_ = addRow(tr("&Address"), known_.base.isEmpty() ? u"app.balkan.id"_s : known_.base.toString());
    keyId_ = addRow(tr("Key &ID"), known_.keyId);
    keySecret_ = addRow(tr("Key &secret"), {});
    keySecret_.field->setEchoMode(QLineEdit::Password);
    keySecret_.field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    keySecret_.note->setHint(u"lock"_s, Ink::Muted, tr("It goes to this address alone."));
    more_->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    form_->setWidget(form_->rowCount(), QFormLayout::FieldRole, more_);
    choose_ = button(tr("Choose…"), this);
    choose_->setAccessibleName(tr("Choose the authority’s certificate"));
    moreRows_ = form_->rowCount();
    authority_ = addRow(tr("A&uthority"), known_.authorityFile, choose_);
    authority_.field->setPlaceholderText(tr("certificate file, for a server of your own"));
    direct_->setChecked(known_.proxy == ProxyUse::None);
    form_->setWidget(form_->rowCount(), QFormLayout::FieldRole, direct_);
    form_->setWidget(form_->rowCount(), QFormLayout::FieldRole, directNote_);
}

void ConnectDialog::setMoreShown(bool shown) {
    form_->setRowVisible(moreRows_, shown);
    direct_->setVisible(shown);
    more_->setText(shown ? tr("Fewer options") : tr("Certificate authority, proxy…"));
    more_->setIcon(bundledIcon(shown ? u"chevron-up"_s : u"chevron-down"_s, Ink::Text));
}

/// Notes come and go, and take several lines: the dialog grows with them.
bool ConnectDialog::event(QEvent* event) {
    const bool taken = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show) {
        const int needed = layout()->totalHeightForWidth(width());
        if (needed > height()) resize(width(), needed);
    }
    return taken;
}

// What is typed

IconNote& ConnectDialog::noteOf(Field field) const {
    switch (field) {
    case Field::Name:
        return *name_.note;
    case Field::Address:
        return *address_.note;
    case Field::KeyId:
        return *keyId_.note;
    case Field::KeySecret:
        return *keySecret_.note;
    case Field::Authority:
        return *authority_.note;
    case Field::Proxy:
        return *directNote_;
    }
    Q_UNREACHABLE();
}

QWidget* ConnectDialog::fieldOf(Field field) const {
    switch (field) {
    case Field::Name:
        return name_.field;
    case Field::Address:
        return address_.field;
    case Field::KeyId:
        return keyId_.field;
    case Field::KeySecret:
        return keySecret_.field;
    case Field::Authority:
        return authority_.field;
    case Field::Proxy:
        return direct_;
    }
    Q_UNREACHABLE();
}

void ConnectDialog::showFault(Field field, const QString& sentence) {
    setTrying(false);
    if (field == Field::Authority || field == Field::Proxy) setMoreShown(true);
    noteOf(field).setFault(sentence);
    fieldOf(field)->setAccessibleDescription(sentence);
    fieldOf(field)->setFocus();
}

void ConnectDialog::onEdited() {
    if (trying_) Q_EMIT tryCancelled();
    setTrying(false);
    trial_->setFault({});
    for (const Field field :
         {Field::Name, Field::Address, Field::KeyId, Field::KeySecret, Field::Authority, Field::Proxy}) {
        noteOf(field).setFault({});
        fieldOf(field)->setAccessibleDescription(noteOf(field).words());
    }
    if (!known_.id.isEmpty()) keySecret_.field->setPlaceholderText(keptSecretFits() ? tr("unchanged") : QString());
}

bool ConnectDialog::keptSecretFits() const {
    return !secretWanted_ && baseFromAddress(address_.field->text()) == baseFromAddress(known_.base.toString()) &&
           keyId_.field->text().trimmed() == known_.keyId;
}

bool ConnectDialog::check() {
    onEdited();
    const QString keyId = keyId_.field->text().trimmed();
    const QString secret = keySecret_.field->text().trimmed();
    std::optional<Field> first;
    const auto require = [&](bool well, Field field, const QString& sentence) {
        if (well) return;
        showFault(field, sentence);
        if (!first) first = field;
    };
    require(!baseFromAddress(address_.field->text()).isEmpty(), Field::Address,
            tr("This is no address of a tenant: a host such as app.balkan.id, reached by https."));
    require(!keyId.isEmpty(), Field::KeyId, tr("A key has an ID and a secret: type both."));
    require(isKeyText(keyId), Field::KeyId, tr("Keys have no blanks and no letters beyond ASCII: type it anew."));
    if (known_.id.isEmpty() || secretWanted_)
        require(!secret.isEmpty(), Field::KeySecret, tr("A key has an ID and a secret: type both."));
    else
        require(!secret.isEmpty() || keptSecretFits(), Field::KeySecret,
                tr("The secret that is kept goes with the address and ID as they were: type the new one."));
    require(isKeyText(secret), Field::KeySecret, tr("Keys have no blanks and no letters beyond ASCII: type it anew."));
    if (first) fieldOf(*first)->setFocus();
    return !first;
}

ConnectRequest ConnectDialog::request() const {
    Profile profile = known_;
    profile.base = baseFromAddress(address_.field->text());
    const QString name = name_.field->text().simplified();
    profile.name = name.isEmpty() ? profile.base.host() : name;
    profile.keyId = keyId_.field->text().trimmed();
    profile.authorityFile = authority_.field->text().trimmed();
    profile.proxy = direct_->isChecked() ? ProxyUse::None : ProxyUse::System;
    return {.profile = std::move(profile), .keySecret = keySecret_.field->text().trimmed().toUtf8()};
}

void ConnectDialog::send() {
    if (!check()) return;
    ConnectRequest typed = request();
    Q_EMIT connectRequested(typed);
    typed.keySecret.fill('\0');
}

// Trying it

void ConnectDialog::tryOut() {
    if (trying_) return onEdited();
    if (!check()) return;
    setTrying(true);
    ConnectRequest typed = request();
    Q_EMIT tryRequested(typed);
    typed.keySecret.fill('\0');
}

void ConnectDialog::setTrying(bool trying) {
    trying_ = trying;
    try_->setText(trying ? tr("Stop") : tr("&Try it"));
    trial_->setHint(u"clock"_s, Ink::Muted,
                    trying ? tr("Fetching the list of apps, to see whether the key works…") : QString());
}

void ConnectDialog::showTrial(const TrialResult& result) {
    setTrying(false);
    if (result.error) {
        const QString sentence = words::trialSentence(*result.error);
        if (const auto field = idscope::fieldOf(*result.error)) return showFault(*field, sentence);
        return trial_->setFault(sentence);
    }
    const QString apps = tr("%1 apps", nullptr, static_cast<int>(result.apps)).arg(words::number(result.apps));
    trial_->setHint(u"ok"_s, Ink::Ok,
                    result.tenant.isEmpty() ? tr("The key works: %1.").arg(apps)
                                            : tr("The key works: %1 of “%2”.").arg(apps, result.tenant));
    if (name_.field->text().isEmpty()) name_.field->setText(result.tenant);
}

// What it is told

void ConnectDialog::askForSecret(const QString& reason) {
    secretWanted_ = true;
    keySecret_.field->setPlaceholderText({});
    showFault(Field::KeySecret, reason);
}

void ConnectDialog::showKeychain(std::expected<void, KeychainFault> state) {
    IconNote& note = *keySecret_.note;
    if (state)
        note.setHint(u"lock"_s, Ink::Muted,
                     tr("It is kept in the system keychain, never in a file, and goes to this address alone."));
    else if (state.error() == KeychainFault::Locked)
        note.setHint(u"lock"_s, Ink::Muted,
                     tr("The system keychain is locked and asks for its password. Unless it is opened, the secret "
                        "stays in memory until Idscope closes."));
    else
        note.setHint(u"warning"_s, Ink::Warn,
                     tr("%1 The secret stays in memory until Idscope closes, and is never written to a file.",
                        "what is the matter with the keychain")
                         .arg(words::sentence(state.error())));
    keySecret_.field->setAccessibleDescription(note.words());
}

void ConnectDialog::setAuthorityFile(const QString& file) {
    authority_.field->setText(file);
    onEdited();
}

} // namespace idscope
