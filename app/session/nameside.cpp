#include "app/session/nameside.h"

#include "models/schema/resources.h"
#include "models/words/words.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

#include <utility>

namespace idscope {

NameSide::NameSide(ResourcePage& page, ResourceTables& tables, SharedNames& shared)
    : QObject(&page), page_(page), tables_(tables), shared_(shared),
      work_([this] { Q_EMIT page_.said(words::noMemory()); }) {
    connect(&page.table(), &TableView::currentCellChanged, this, &NameSide::look);
    look();
}

void NameSide::look() {
    if (named_ || !page_.table().currentIndex().isValid()) return;
    const std::vector<Snapshot> entities = tables_.beside(page_, schemas::entities.key);
    if (entities.empty() || entities.front().id == asked_) return; // they may be fetched yet, or again
    asked_ = entities.front().id;
    if (const auto known = shared_[asked_].lock()) return take(asked_, known);
    tables_.get(entities.front(), this, [this, id = asked_](const TablePtr& table) {
        if (!table) return;
        work_.start(
            [this, id, table](const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
                return [this, id, names = EntityNames::make(table, stop)] { take(id, names); };
            });
    });
}

void NameSide::take(const QString& id, const EntityNamesPtr& names) {
    EntityNamesPtr known = shared_[id].lock(); // of a page that was faster
    if (!known) shared_[id] = known = names;
    named_ = known != nullptr;
    page_.session().model()->setNames(std::move(known));
}

} // namespace idscope
