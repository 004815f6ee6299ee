#include "views/dialogs/aboutdialog.h"

#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace idscope {

using namespace Qt::StringLiterals;

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("About Idscope"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::blockGap, metrics::blockGap, metrics::blockGap, metrics::blockGap);
    layout->setSpacing(metrics::gap);
    layout->addWidget(new PlainLabel(u"Idscope "_s + QStringLiteral(IDSCOPE_VERSION), FontRole::Title, this));
    auto* what = new PlainLabel(
        tr("Fetches identity exports, keeps them on this machine, and shows who can reach what, and through what."),
        FontRole::Body, this);
    what->setWordWrap(true);
    what->setMuted();
    layout->addWidget(what);
    layout->addSpacing(metrics::gap);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    layout->addWidget(close, 0, Qt::AlignRight);
    setMinimumWidth(360);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace idscope
