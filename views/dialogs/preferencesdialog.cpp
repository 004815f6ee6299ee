#include "views/dialogs/preferencesdialog.h"

#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

PreferencesDialog::PreferencesDialog(const Preferences& preferences, QWidget* parent)
    : QDialog(parent), themes_{{{Theme::System, new QRadioButton(tr("&As the desktop"), this)},
                                {Theme::Light, new QRadioButton(tr("&Light"), this)},
                                {Theme::Dark, new QRadioButton(tr("&Dark"), this)}}},
      reopen_(new QCheckBox(tr("&Open the tabs of last time"), this)) {
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
    connect(keeping, &QPushButton::clicked, this, &PreferencesDialog::keepingRequested);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

Preferences PreferencesDialog::preferences() const {
    const auto chosen = std::ranges::find_if(themes_, [](const auto& each) { return each.second->isChecked(); });
    return {.theme = chosen == themes_.end() ? Theme::System : chosen->first, .reopenTabs = reopen_->isChecked()};
}

} // namespace idscope
