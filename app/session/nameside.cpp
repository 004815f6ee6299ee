#include "app/session/nameside.h"

#include "models/relations/entitynames.h"
#include "models/schema/resources.h"
#include "models/words/words.h"
#include "views/resourcepage/resourcepage.h"
#include "views/table/tableview.h"

namespace idscope {

NameSide::NameSide(ResourcePage& page, ResourceTables& tables)
    : QObject(&page), page_(page), tables_(tables), work_([this] { Q_EMIT page_.said(words::noMemory()); }) {
    connect(&page.table(), &TableView::currentCellChanged, this, &NameSide::look);
    look();
}

void NameSide::look() {
    if (asked_ || !page_.table().currentIndex().isValid()) return;
    const std::vector<Snapshot> entities = tables_.beside(page_, schemas::entities.key);
    if (entities.empty()) return; // they may be fetched yet
    asked_ = true;
    tables_.get(entities.front(), this, [this](const TablePtr& table) {
        if (!table) return;
        work_.start([this, table](const std::stop_token& stop, const BackgroundJob::Deliver&) -> BackgroundJob::Call {
            return [this, names = EntityNames::make(table, stop)] { page_.session().model()->setNames(names); };
        });
    });
}

} // namespace idscope
