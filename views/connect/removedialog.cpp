#include "views/connect/removedialog.h"

#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace idscope {

RemoveDialog::RemoveDialog(const QString& profile, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Remove the profile"));
    auto* words = new PlainLabel(tr("The profile “%1” goes, and its secret from the keychain and from memory. What was "
                                    "fetched with it stays.")
                                     .arg(profile),
                                 FontRole::Body, this);
    words->setWordWrap(true);
    auto* remove = new QPushButton(tr("Remove"), this);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gap);
    buttons->addStretch();
    buttons->addWidget(remove);
    buttons->addWidget(cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::blockGap, metrics::blockGap, metrics::blockGap, metrics::blockGap);
    layout->setSpacing(metrics::blockGap);
    layout->addWidget(words);
    layout->addLayout(buttons);
    setMinimumWidth(420);
    connect(remove, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

} // namespace idscope
