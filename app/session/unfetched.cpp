#include "app/session/unfetched.h"

#include "app/session/navigator.h"
#include "models/schema/recognise.h"
#include "models/schema/resources.h"
#include "models/words/words.h"
#include "views/mainwindow/mainwindow.h"
#include "views/mainwindow/unfetchedpage.h"

namespace idscope {

using namespace Qt::StringLiterals;

void Unfetched::open(const ExportTarget& target) {
    view_.clear();
    if (page_ != nullptr && sameExport(target, target_)) return window_.showPage(page_);
    close();
    target_ = target;
    const QString title = words::targetTitle(target, resources());
    const Schema* schema = schemaByKey(target.resource, resources());
    page_ = new UnfetchedPage(title);
    connect(page_, &UnfetchedPage::fetchRequested, this, [this] { Q_EMIT fetchRequested(target_); });
    window_.addPage(page_, title, schema != nullptr ? words::fromUtf8(schema->icon) : u"table"_s, true);
}

void Unfetched::close(const ExportTarget& target) {
    if (sameExport(target, target_)) close();
}

void Unfetched::close() {
    if (page_ != nullptr) window_.closePage(page_);
}

void Unfetched::setUnderWay(bool underWay) {
    if (page_ != nullptr) page_->setUnderWay(underWay);
}

std::optional<ExportTarget> Unfetched::inFront() const {
    return page_ != nullptr && window_.currentPage() == page_ ? std::optional(target_) : std::nullopt;
}

} // namespace idscope
