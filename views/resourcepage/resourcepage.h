#pragma once

#include "models/items/copytext.h"
#include "models/items/emptyreason.h"
#include "models/items/tablesession.h"
#include "models/relations/graphquestion.h"
#include "views/parts/page.h"
#include "views/resourcepage/cellfiltering.h"
#include "views/table/headers.h"

namespace idscope {

class Copier;
class EmptyNote;
class FacetsPanel;
class FilterBar;
class FilterRow;
class Inspecting;
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
    /// Says above the table what is to be known about how it is looked at, until people have read it; empty: nothing.
    void showNote(const QString& lead, const QString& words);
    [[nodiscard]] QString note() const;
    /// What is said where there are no rows, and no filter either: of what is no export, before it has a table, too.
    void setWithoutRows(const QString& words);
    [[nodiscard]] PageFacts facts() const override;
    /// How the status bar says that so many cells are selected.
    [[nodiscard]] static QString cellsSelected(quint64 cells);
    [[nodiscard]] ResourcePage* tablePage() override { return this; }
    [[nodiscard]] QWidget* dock() override { return dock_; }
    [[nodiscard]] bool isDockWide() const override { return dock_ != nullptr; }
    /// What stands at the right in the inspector's place; the page owns it.
    void setDock(QWidget* dock);
    /// Another way to look at the rows, with a strip above it and the table; the page owns both. Shown instead of the
    /// table while it is asked for and there are rows.
    void setGallery(QWidget* strip, QWidget* gallery);
    void setGalleryShown(bool shown);
    [[nodiscard]] TableSession& session() const { return session_; }
    [[nodiscard]] FilterBar& filterBar() const { return *filter_; }
    [[nodiscard]] TableView& table() const { return *table_; }
    [[nodiscard]] FacetsPanel& facets() const { return *facets_; }
    [[nodiscard]] QList<QWidget*> panes() override;
    /// Whether facets are to be seen, as people want it for all pages.
    void setFacetsShown(bool shown);
    /// On this page they are seen only once people ask for them here.
    void keepFacetsAside();
    /// People ask for them here.
    void bringFacets() { facetsAside_ = false; }
    [[nodiscard]] FilterRow& filterRow() const { return *filterRow_; }
    /// The shown columns from left to right, as they are saved.
    [[nodiscard]] std::vector<Operand> shownColumns() const;

    /// Copies what is selected; a single cell as it is, whatever the format would make of it.
    void copy();
    /// Copies the selected rows or cells.
    void copyAs(CopyFormat format, bool headers);

    /// Goes to the next row with a text that the filter looks for, or to the one before, and to its first match;
    /// forwards, first to that of the current row, unless a match is current.
    void goToMatch(bool forwards);
    /// Makes a filter of the selected cells; it is always seen in the filter bar.
    void filterByCells(CellFilterUse use);
    /// Makes a filter of a value within a JSON cell.
    void filterByLeaf(const OperandName& name, const ChosenValue& value, FilterUse use);
    /// Adds a condition to the filter and applies it.
    void addFilter(const ExpressionPtr& part, FilterUse use);

    /// Shows the facet of an operand, a new one where there is none, and gives it the keyboard.
    void openFacet(const OperandName& name);
    /// The same of a column of the table; nothing when negative.
    void openColumnFacet(int column);

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
    /// Asks the graph about the BRN in the current cell, or about the last of its row; what several share, about those
    /// of the selected rows.
    void askGraph(GraphQuestionKind kind);
    [[nodiscard]] bool hasBrns() const;
    /// Asks for the relations of the selected integrations, or of the current one.
    void fetchRelations();
    /// Whether the current cell may name something of another resource.
    [[nodiscard]] bool refersToOthers() const;
    /// Asks for what the current row's cell in a column names; without a column: the current cell.
    void followReference(std::optional<int> column = {});

Q_SIGNALS:
    /// What is shown is to be saved in the way for spreadsheets.
    void spreadsheetRequested();
    /// The facets are to be seen.
    void facetsWanted();
    void graphRequested(idscope::GraphQuestionKind kind, const QStringList& brns);
    /// How the table is looked at is to be saved as a view.
    void viewSaveRequested();
    void fetchRelationsRequested(const std::vector<idscope::RowId>& rows);
    /// What the cell names in another resource is to be shown.
    void referenceRequested(idscope::RowId row, idscope::ColumnId column);

private:
    void showFilter(const FilterStatus& status);
    void connectRefusals();
    void sayNotCounted();
    void showEmptyReason();
    void switchOffEmptyingParts();
    void showProgress(quint64 rows, quint64 bytes, quint64 bytesInAll);
    void endProgress();
    void requestSort(const std::vector<SortMark>& marks);
    void showSort();
    [[nodiscard]] std::vector<Operand> operandsOf(const std::vector<int>& columns) const;
    void showMatches();
    void keepCurrent();
    void restoreCurrent();
    void setExample();
    void seek(RowId row, std::optional<ColumnId> column);
    void goToPending();
    void openValues(int column, QPoint place);
    void showGalleryOrTable();

    TableSession& session_;
    FilterBar* filter_;
    Strip* progress_;
    Strip* warning_;
    Strip* note_;
    TableView* table_;
    FacetsPanel* facets_;
    FilterRow* filterRow_;
    EmptyNote* empty_;
    EmptyReason emptyReason_;
    Copier* copier_;
    Inspecting* inspecting_;
    QWidget* dock_ = nullptr;
    QWidget* gallery_ = nullptr;
    bool galleryShown_ = false;
    bool facetsAside_ = false;
    QString source_;
    FilterStatus status_;
    QString failure_;     ///< why the table could not be loaded
    QString withoutRows_; ///< empty: that it is an export without
    std::optional<RowId> keptRow_;
    int keptColumn_ = 0;
    std::optional<CellPlace> pending_; ///< where to go once the filter is gone
};

} // namespace idscope
