#pragma once

#include "app/session/resourcetables.h"
#include "models/insights/translation.h"
#include "models/items/backgroundjob.h"
#include "models/references/resolve.h"

#include <QObject>

#include <memory>
#include <optional>
#include <string>
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
    /// The labels that the current row names by this text.
    void showNamed(const std::string& text);
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
    TablePtr labelTable_;                              ///< of labels_; null: not there yet
    std::shared_ptr<const ReferenceIndex> labelIndex_; ///< of labelTable_; null: not made yet
    std::vector<RowId> named_;                         ///< of the labels: those that the insight names
    BackgroundJob work_;
    BackgroundJob naming_; ///< finds the labels of the row
};

} // namespace idscope
