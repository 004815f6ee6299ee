#pragma once

#include "models/items/copytext.h"
#include "models/items/tablesession.h"
#include "views/parts/page.h"
#include "views/resourcepage/cellfiltering.h"
#include "views/table/headers.h"

namespace idscope {

class Copier;
class EmptyNote;
class FilterBar;
class FilterRow;
class Inspector;
class Strip;
class TableView;

/// A row, and perhaps a column of it.
using CellPlace = std::pair<RowId, std::optional<ColumnId>>;

/// A tab: filter bar, table, and what there is to say between them, over one TableSession.
class ResourcePage final : public Page {
    Q_OBJECT
public:
    /// `session` must outlive the page.
    explicit ResourcePage(TableSession& session, QWidget* parent = nullptr);

    /// What the rows come from, for the status bar.
    void setSource(const QString& source);
    /// Says above the table that something is wrong with where it comes from.
    void setWarning(const QString& lead, const QString& words);
    [[nodiscard]] QString warning() const;
    [[nodiscard]] PageFacts facts() const override;
    [[nodiscard]] ResourcePage* tablePage() override { return this; }
    [[nodiscard]] TableSession& session() const { return session_; }
    [[nodiscard]] FilterBar& filterBar() const { return *filter_; }
    [[nodiscard]] TableView& table() const { return *table_; }
    [[nodiscard]] FilterRow& filterRow() const { return *filterRow_; }
    /// The shown columns from left to right, as they are saved.
    [[nodiscard]] std::vector<ColumnId> shownColumns() const;

    /// Copies what is selected; a single cell as it is, whatever the format would make of it.
    void copy();
    /// Copies the selected rows or cells.
    void copyAs(CopyFormat format, bool headers);

    /// Goes to the next row with a text that the filter looks for, or to the one before, and to its first match.
    void goToMatch(bool forwards);
    /// Makes a filter of the selected cells; it is always seen in the filter bar.
    void filterByCells(CellFilterUse use);
    /// Adds a condition to the filter and applies it.
    void addFilter(const ExpressionPtr& part, FilterUse use);

    /// Shows the current cell in the inspector, now and whenever it changes. Null: in none.
    void setInspector(Inspector* inspector);
    /// Makes a cell current and scrolls to it; when the filter hides its row, the filter is cleared first.
    void goTo(RowId row, std::optional<ColumnId> column);
    /// The current cell.
    [[nodiscard]] QVariant place() const override;
    void goToPlace(const QVariant& place) override;

    /// Whether the rows are integrations, whose relations can be fetched.
    [[nodiscard]] bool listsIntegrations() const;
    /// The selected rows, or the current one.
    [[nodiscard]] std::vector<RowId> chosenRows() const;
    /// Asks for the relations of the selected integrations, or of the current one.
    void fetchRelations();

Q_SIGNALS:
    /// What is shown is to be saved in the way for spreadsheets.
    void spreadsheetRequested();
    void fetchRelationsRequested(const std::vector<idscope::RowId>& rows);

private:
    void showFilter(const FilterStatus& status);
    void showProgress(quint64 rows, quint64 bytes, quint64 bytesInAll);
    void endProgress();
    void requestSort(const std::vector<SortMark>& marks);
    void showMatches();
    void keepCurrent();
    void restoreCurrent();
    void setExample();
    void inspect();
    void seek(RowId row, std::optional<ColumnId> column);
    void goToPending();
    [[nodiscard]] std::optional<ColumnId> inspectedColumn(const QModelIndex& current);

    TableSession& session_;
    FilterBar* filter_;
    Strip* progress_;
    Strip* warning_;
    TableView* table_;
    FilterRow* filterRow_;
    EmptyNote* empty_;
    Copier* copier_;
    Inspector* inspector_ = nullptr;
    QString source_;
    FilterStatus status_;
    std::optional<RowId> keptRow_;
    int keptColumn_ = 0;
    std::optional<ColumnId> lastJson_; ///< the JSON column looked at last
    std::optional<CellPlace> pending_; ///< where to go once the filter is gone
};

} // namespace idscope
