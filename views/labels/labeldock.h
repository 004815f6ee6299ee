#pragma once

#include "models/insights/labeluses.h"
#include "models/items/labelgallerymodel.h"

#include <QWidget>

#include <memory>
#include <optional>

class QListWidget;

namespace idscope {

class InsightPanel;
class PanelHead;
class PlainLabel;

/// Beside labels: the current one on both grounds with what its contrast means, the insights that use it, and the one
/// of these that is chosen.
class LabelDock final : public QWidget {
    Q_OBJECT
public:
    explicit LabelDock(QWidget* parent = nullptr);

    [[nodiscard]] InsightPanel& insight() const { return *insight_; }
    /// No row: none. `uses` null: not known.
    void showLabel(const TablePtr& labels, std::optional<RowId> row, const std::shared_ptr<const LabelUses>& uses);

Q_SIGNALS:
    void insightChosen(std::optional<idscope::RowId> insight);

private:
    class Swatches;

    void build();
    void listUses();

    PanelHead* head_;
    Swatches* swatches_;
    PlainLabel* meaning_;
    PanelHead* usesHead_;
    QListWidget* list_;
    InsightPanel* insight_;
    QWidget* rest_; ///< the room below, when there is no insight to show
    std::shared_ptr<const LabelUses> uses_;
    std::optional<RowId> label_;
};

} // namespace idscope
