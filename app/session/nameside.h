#pragma once

#include "app/session/resourcetables.h"
#include "models/items/backgroundjob.h"

#include <QObject>

namespace idscope {

/// Gives a page of relations the names that the newest entities beside them know, once people look at a row: until
/// then, and where there are none, BRNs are shown without. A child of the page. GUI thread.
class NameSide final : public QObject {
    Q_OBJECT
public:
    /// `tables` must outlive the page.
    NameSide(ResourcePage& page, ResourceTables& tables);

private:
    void look();

    ResourcePage& page_;
    ResourceTables& tables_;
    bool asked_ = false;
    BackgroundJob work_;
};

} // namespace idscope
