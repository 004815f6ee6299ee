#pragma once

#include "app/session/resourcetables.h"
#include "models/insights/labelfacts.h"
#include "models/items/backgroundjob.h"
#include "models/items/labelgallerymodel.h"

#include <QObject>

#include <memory>

namespace idscope {

class InsightSide;
class LabelDock;
class LabelGallery;
class LabelStrip;

/// What a page of labels has beside its table: the gallery, what is worth a look, and the dock with the insights that
/// use a label. A child of the page. GUI thread.
class LabelSide final : public QObject {
    Q_OBJECT
public:
    /// The page's table must be one of labels; `tables` must outlive it.
    LabelSide(ResourcePage& page, ResourceTables& tables);

private:
    void findUses();
    void showFacts();
    void showCurrent();
    void refuse();
    [[nodiscard]] std::optional<RowId> currentLabel() const;

    ResourcePage& page_;
    ResourceTables& tables_;
    LabelGalleryModel model_;
    LabelStrip* strip_;
    LabelGallery* gallery_;
    LabelDock* dock_;
    InsightSide* insight_;
    std::shared_ptr<const LabelUses> uses_;
    BackgroundJob work_{[this] { refuse(); }};
    BackgroundJob facts_{[this] { refuse(); }}; ///< until uses are known
};

} // namespace idscope
