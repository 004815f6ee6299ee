#include "views/dialogs/removesnapshotdialog.h"

#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace idscope {

RemoveSnapshotDialog::RemoveSnapshotDialog(const QString& what, bool fetched, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Remove a snapshot"));
    auto* title = new PlainLabel(what, FontRole::BodyBold, this);
    title->setWordWrap(true);
    auto* words = new PlainLabel(
        fetched ? tr("The file is deleted from this machine and can’t be brought back. Fetching again gives the state "
                     "of then, not this one.")
                : tr("This copy is deleted from this machine and can’t be brought back. The file it was made from is "
                     "left as it is."),
        FontRole::Body, this);
    words->setWordWrap(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* remove = new QPushButton(tr("Remove"), this);
    cancel->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gap);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(remove);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::blockGap, metrics::blockGap, metrics::blockGap, metrics::blockGap);
    layout->setSpacing(metrics::gap);
    layout->addWidget(title);
    layout->addWidget(words);
    layout->addSpacing(metrics::gap);
    layout->addLayout(buttons);
    setMinimumWidth(420);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(remove, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace idscope
