#include "views/dialogs/picturehostdialog.h"

#include "models/items/displaytext.h"
#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace idscope {

PictureHostDialog::PictureHostDialog(const QString& host, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Show pictures"));
    auto* words = new PlainLabel(
        tr("The pictures that this table names are on %1. To show them, Idscope asks that host for those on the "
           "screen: without key or cookie, and nothing else. The host learns the address of this computer and when you "
           "look. "
           "Only PNG, JPEG and GIF up to 256 KiB are shown. Preferences take this back.")
            .arg(displayText(host.toStdString(), 200).text),
        FontRole::Body, this);
    words->setWordWrap(true);
    auto* show = new QPushButton(tr("Show its pictures"), this);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gap);
    buttons->addStretch();
    for (QPushButton* button : {cancel, show})
        buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::blockGap, metrics::blockGap, metrics::blockGap, metrics::blockGap);
    layout->setSpacing(metrics::blockGap);
    layout->addWidget(words);
    layout->addLayout(buttons);
    setMinimumWidth(420);
    connect(show, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

} // namespace idscope
