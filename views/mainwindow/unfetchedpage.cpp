#include "views/mainwindow/unfetchedpage.h"

#include "views/mainwindow/emptyworkspace.h"
#include "views/parts/focuslead.h"

#include <QVBoxLayout>

#include <utility>

namespace idscope {

UnfetchedPage::UnfetchedPage(QString title, QWidget* parent)
    : Page(parent), title_(std::move(title)), offer_(new EmptyWorkspace(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(offer_);
    FocusLead::set(*this, *offer_);
    connect(offer_, &EmptyWorkspace::fetchRequested, this, &UnfetchedPage::fetchRequested);
    setUnderWay(false);
}

void UnfetchedPage::setUnderWay(bool underWay) {
    if (underWay)
        offer_->expect(title_);
    else
        offer_->offerFetchOf(title_);
}

PageFacts UnfetchedPage::facts() const {
    return {.shown = tr("Not fetched yet"),
            .sorted = {},
            .selected = {},
            .notices = {},
            .alarm = {},
            .hidden = {},
            .source = {}};
}

} // namespace idscope
