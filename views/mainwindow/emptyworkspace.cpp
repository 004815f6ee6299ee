#include "views/mainwindow/emptyworkspace.h"

#include "views/parts/focuslead.h"
#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 240; ///< of an export, on its button

} // namespace

EmptyWorkspace::EmptyWorkspace(QWidget* parent)
    : QWidget(parent), words_(new PlainLabel(FontRole::Body, this)), fetch_(new QPushButton(this)) {
    words_->setMuted();
    words_->setAlignment(Qt::AlignCenter);
    words_->setWordWrap(true);
    fetch_->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(metrics::blockGap);
    layout->addStretch(2);
    layout->addWidget(words_);
    layout->addWidget(fetch_, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    FocusLead::set(*this, *fetch_);
    offerFetch({});
    connect(fetch_, &QPushButton::clicked, this, &EmptyWorkspace::fetchRequested);
}

void EmptyWorkspace::expect(const QString& table) {
    words_->setText(tr("%1 opens here as soon as it has arrived.").arg(table));
    setFetchShown(false);
}

void EmptyWorkspace::offerFetch(const QString& tenant) {
    words_->setText(
        tenant.isEmpty()
            ? tr("Nothing is open. Choose a resource or a snapshot at the left, or open a file.")
            : tr("Nothing of %1 is here yet. Fetch all its exports, or single ones with Fetch… at the left.")
                  .arg(tenant));
    fetch_->setText(tr("Fetch all"));
    setFetchShown(!tenant.isEmpty());
}

void EmptyWorkspace::offerFetchOf(const QString& table) {
    words_->setText(tr("%1: not fetched yet. What is fetched is kept on this machine and opens here.").arg(table));
    const QString name = fetch_->fontMetrics().elidedText(table, Qt::ElideMiddle, longestName);
    fetch_->setText(tr("Fetch %1").arg(name).replace(u'&', u"&&"_s));
    setFetchShown(true);
}

/// The keys that came here while there was nothing to be done go to the button.
void EmptyWorkspace::setFetchShown(bool shown) {
    fetch_->setVisible(shown);
    if (shown && hasFocus()) fetch_->setFocus(Qt::OtherFocusReason);
}

} // namespace idscope
