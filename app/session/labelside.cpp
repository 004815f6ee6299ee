#include "app/session/labelside.h"

#include "app/session/insightside.h"
#include "models/schema/entityrules.h"
#include "views/insights/insightpanel.h"
#include "views/labels/labeldock.h"
#include "views/labels/labelgallery.h"
#include "views/labels/labelstrip.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

#include <utility>

namespace idscope {

LabelSide::LabelSide(ResourcePage& page, ResourceTables& tables)
    : QObject(&page), page_(page), tables_(tables), model_(*page.session().model()), strip_(new LabelStrip(&page)),
      gallery_(new LabelGallery(model_, &page)), dock_(new LabelDock(&page)),
      insight_(new InsightSide(dock_->insight(), page, tables)) {
    page.setGallery(strip_, gallery_);
    connect(strip_, &LabelStrip::galleryToggled, this, [this](bool gallery) {
        if (gallery && page_.table().currentIndex().isValid())
            gallery_->setCurrentLabel(page_.session().model()->row(page_.table().currentIndex()));
        page_.setGalleryShown(gallery);
        showCurrent();
    });
    connect(strip_, &LabelStrip::filterRequested, this, [this](const ExpressionPtr& part, bool demanded) {
        FilterState& filter = page_.session().filter();
        if (demanded)
            page_.addFilter(part, FilterUse::And);
        else
            filter.setParts(replaced(filter.parts(), placesOf(part, filter.parts()), nullptr));
    });
    const auto showFilter = [this] { strip_->showFilter(page_.session().filter().parts()); };
    connect(&page.session().filter(), &FilterState::changed, this, showFilter);
    showFilter();
    connect(gallery_, &LabelGallery::currentLabelChanged, this, &LabelSide::showCurrent);
    connect(&page.table(), &TableView::currentCellChanged, this, &LabelSide::showCurrent);
    connect(dock_, &LabelDock::insightChosen, this, [this](std::optional<RowId> insight) {
        insight_->show(uses_ ? uses_->insights() : nullptr, uses_ ? insight : std::nullopt);
    });
    page.setDock(dock_);
    showFacts();
    findUses();
    showCurrent();
}

void LabelSide::findUses() {
    const std::vector<Snapshot> insights = tables_.beside(page_, schemas::entityRules.key);
    if (insights.empty()) return;
    tables_.get(insights.front(), this, [this](const TablePtr& table) {
        if (!table) return;
        work_.start([this, labels = page_.session().table(),
                     table](const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
            auto uses = std::make_shared<const LabelUses>(labels, table, stop);
            auto facts = labelFacts(*labels, uses.get(), stop);
            return [this, uses = std::move(uses), facts = std::move(facts)] {
                uses_ = uses;
                model_.setUses(uses);
                facts_.cancel(); // they would know of no uses
                strip_->showFacts(facts);
                showCurrent();
            };
        });
    });
}

void LabelSide::showFacts() {
    const TablePtr& table = page_.session().table();
    if (!table) return;
    facts_.start(
        [this, labels = table](const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
            return [this, facts = labelFacts(*labels, nullptr, stop)] { strip_->showFacts(facts); };
        });
}

void LabelSide::refuse() {
    Q_EMIT page_.said(tr("Labels are not counted by contrast and use: there is not enough memory."));
}

std::optional<RowId> LabelSide::currentLabel() const {
    if (!gallery_->isHidden()) return gallery_->currentLabel();
    const QModelIndex current = page_.table().currentIndex();
    return current.isValid() ? std::optional(page_.session().model()->row(current)) : std::nullopt;
}

void LabelSide::showCurrent() {
    if (page_.session().model()->table()) dock_->showLabel(page_.session().model()->table(), currentLabel(), uses_);
}

} // namespace idscope
