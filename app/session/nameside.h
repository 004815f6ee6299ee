#pragma once

#include "app/session/resourcetables.h"
#include "models/items/backgroundjob.h"
#include "models/relations/entitynames.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>

namespace idscope {

/// Names of entities that some page has, by snapshot: the pages of a tenant share them.
using SharedNames = std::map<QString, std::weak_ptr<const EntityNames>>;

/// Gives a page of relations the names that the newest entities beside them know, as soon as it has a row to show:
/// until then, and where there are none, BRNs are shown without. A child of the page. GUI thread.
class NameSide final : public QObject {
    Q_OBJECT
public:
    /// `tables` and `shared` must outlive the page.
    NameSide(ResourcePage& page, ResourceTables& tables, SharedNames& shared);

private:
    void look();
    void take(const QString& id, const EntityNamesPtr& names);

    ResourcePage& page_;
    ResourceTables& tables_;
    SharedNames& shared_;
    QString asked_; ///< the snapshot of the names there are, or of those that could not be read
    bool named_ = false;
    BackgroundJob work_;
};

} // namespace idscope
