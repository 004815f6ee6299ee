#pragma once

#include "app/session/resourcetables.h"
#include "models/insights/translation.h"
#include "models/items/backgroundjob.h"

#include <QObject>

#include <optional>
#include <vector>

namespace idscope {

class InsightPanel;

/// Keeps an insight panel true: reads the conditions of the insight it is to show, says them in the filter language of
/// the relations that people have chosen, and opens these with the filter. A child of the panel. GUI thread.
class InsightSide final : public QObject {
    Q_OBJECT
public:
    /// `page`: where the insights, or the labels that use them, are shown; all must outlive this.
    InsightSide(InsightPanel& panel, ResourcePage& page, ResourceTables& tables);

    /// No row: none.
    void show(const TablePtr& insights, std::optional<RowId> row);

private:
    void chooseTarget(int index);
    void translate();
    void nameLabels();
    void showLabels();
    void apply(const QString& filter);

    InsightPanel& panel_;
    ResourcePage& page_;
    ResourceTables& tables_;
    TablePtr insights_;
    std::optional<RowId> row_;
    std::vector<Snapshot> targets_;
    std::size_t target_ = 0;
    TablePtr relations_; ///< of the target; null: not there yet
    std::optional<Snapshot> labels_;
    TablePtr labelTable_;      ///< of labels_; null: not there yet
    std::vector<RowId> named_; ///< of the labels: those that the insight names
    BackgroundJob work_{this};
};

} // namespace idscope
