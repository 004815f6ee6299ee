#include "views/dialogs/secretsdialog.h"

#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace idscope {

SecretsDialog::SecretsDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Save view"));
    auto* words = new PlainLabel(tr("This view holds secrets. In the file they are eight dots each, or readable for "
                                    "everybody who has the file."),
                                 FontRole::Body, this);
    words->setWordWrap(true);
    auto* dots = new QPushButton(tr("Save with dots"), this);
    auto* readable = new QPushButton(tr("Save with secrets"), this);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    dots->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gap);
    buttons->addStretch();
    for (QPushButton* button : {cancel, readable, dots})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::blockGap, metrics::blockGap, metrics::blockGap, metrics::blockGap);
    layout->setSpacing(metrics::blockGap);
    layout->addWidget(words);
    layout->addLayout(buttons);
    setMinimumWidth(420);
    const auto choose = [this](bool reveal) {
        Q_EMIT chosen(reveal);
        accept();
    };
    connect(dots, &QPushButton::clicked, this, [choose] { choose(false); });
    connect(readable, &QPushButton::clicked, this, [choose] { choose(true); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

} // namespace idscope
