#include "views/dialogs/preferencesdialog.h"

#include "models/items/displaytext.h"
#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestHost = 80;

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences& preferences, QWidget* parent)
    : QDialog(parent), themes_{{{Theme::System, new QRadioButton(tr("&As the desktop"), this)},
                                {Theme::Light, new QRadioButton(tr("&Light"), this)},
                                {Theme::Dark, new QRadioButton(tr("&Dark"), this)}}},
      reopen_(new QCheckBox(tr("&Open the tabs of last time"), this)), pictureHosts_(preferences.pictureHosts) {
    setWindowTitle(tr("Preferences"));
    auto* themes = new QVBoxLayout;
    themes->setSpacing(metrics::unit);
    for (const auto& [theme, button] : themes_) {
        button->setChecked(theme == preferences.theme);
        button->setAccessibleDescription(tr("Colors"));
        themes->addWidget(button);
        if (theme == preferences.theme) button->setFocus();
    }
    reopen_->setChecked(preferences.reopenTabs);
    reopen_->setAccessibleDescription(tr("At the start"));
    auto* keeping = new QPushButton(tr("&How long they are kept…"), this);
    keeping->setAccessibleDescription(tr("Snapshots"));
    keeping->setAutoDefault(false);

    auto* pictures = new QVBoxLayout;
    pictures->setSpacing(metrics::unit);
    if (pictureHosts_.isEmpty()) {
        auto* none = new PlainLabel(
            tr("None are fetched. The menu of a cell with the address of a picture offers those of its host."),
            FontRole::Body, this);
        none->setWordWrap(true);
        pictures->addWidget(none);
    }
    for (const QString& host : pictureHosts_) {
        auto* box = new QCheckBox(displayText(host.toStdString(), longestHost).text.replace(u'&', u"&&"_s), this);
        box->setChecked(true);
        box->setAccessibleDescription(tr("Pictures are shown of"));
        hosts_.push_back(box);
        pictures->addWidget(box);
    }

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(metrics::blockGap);
    form->setVerticalSpacing(metrics::blockGap);
    form->setLabelAlignment(Qt::AlignLeft);
    const auto add = [&](const QString& title, auto* choices) {
        auto* label = new PlainLabel(title, FontRole::Body, this);
        label->setMuted();
        form->addRow(label, choices);
    };
    add(tr("Colors"), themes);
    add(tr("At the start"), reopen_);
    add(tr("Snapshots"), keeping);
    add(tr("Pictures"), pictures);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::blockGap, metrics::blockGap, metrics::blockGap, metrics::blockGap);
    layout->setSpacing(metrics::blockGap);
    layout->addLayout(form);
    layout->addWidget(close, 0, Qt::AlignRight);
    setMinimumWidth(380);

    for (const auto& [theme, button] : themes_)
        connect(button, &QRadioButton::toggled, this, [this](bool on) {
            if (on) Q_EMIT chosen(this->preferences());
        });
    connect(reopen_, &QCheckBox::toggled, this, [this] { Q_EMIT chosen(this->preferences()); });
    for (const QCheckBox* box : hosts_)
        connect(box, &QCheckBox::toggled, this, [this] { Q_EMIT chosen(this->preferences()); });
    connect(keeping, &QPushButton::clicked, this, &PreferencesDialog::keepingRequested);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

Preferences PreferencesDialog::preferences() const {
    const auto chosen = std::ranges::find_if(themes_, [](const auto& each) { return each.second->isChecked(); });
    QStringList hosts;
    for (std::size_t i = 0; i < hosts_.size(); ++i)
        if (hosts_[i]->isChecked()) hosts << pictureHosts_[static_cast<qsizetype>(i)];
    return {.theme = chosen == themes_.end() ? Theme::System : chosen->first,
            .reopenTabs = reopen_->isChecked(),
            .pictureHosts = hosts};
}

} // namespace idscope
