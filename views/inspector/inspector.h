#pragma once

#include "models/items/comparisonmodel.h"
#include "models/items/jsoninspection.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QStackedWidget;
class QToolButton;

namespace idscope {

class ComparisonPane;
class FieldsView;
class JsonView;
class LeafActions;
class PanelHead;
class PathLabel;
class RawView;
class RecordPane;
class SearchLine;
class Strip;

/// A JSON cell of the current row.
struct InspectedCell {
    QString title;   ///< the column's name
    QString operand; ///< the column as the filter language writes it
    QString row;     ///< the row's number in its file, for people
    KeptText cell;
};

/// The current cell in depth: its JSON as a tree, as a table where it is a list of settings, or as raw text with the
/// place where it breaks; and the record it is in. Find looks for a text within the cell.
class Inspector final : public QWidget {
    Q_OBJECT
public:
    explicit Inspector(QWidget* parent = nullptr);

    /// Shows a cell; what was revealed in another is hidden. Broken JSON opens as raw text, settings as a table.
    void showCell(InspectedCell cell);
    /// Shows cells of several chosen rows side by side in its place; `chosen` may be more than there are cells.
    void compare(const QString& title, std::vector<ComparedCell> cells, int chosen);
    /// There is no JSON in the table: only the record is shown.
    void hideCell();
    [[nodiscard]] ComparisonPane& comparison() const { return *comparison_; }
    [[nodiscard]] RecordPane& record() const { return *record_; }
    [[nodiscard]] JsonView& tree() const { return *tree_; }
    [[nodiscard]] FieldsView& fields() const { return *fields_; }
    [[nodiscard]] RawView& raw() const { return *raw_; }
    [[nodiscard]] SearchLine& search() const { return *search_; }
    /// What can be done with the chosen value.
    [[nodiscard]] LeafActions& actions() const { return *actions_; }

Q_SIGNALS:
    /// A sentence for the status bar.
    void said(const QString& sentence);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    enum class Page { Tree, Fields, Raw };

    void build();
    void connectParts();
    void cellReady();
    void sayWhatIsOdd(const JsonCell& cell);
    void choose(Page page);
    void turnTo(Page page);
    void valueChosen(const QModelIndex& value);
    void copyPath();
    void showHits(const JsonHits& hits);
    void step(int by);
    [[nodiscard]] qsizetype hitCount() const;

    JsonInspection inspection_;
    InspectedCell cell_;
    QWidget* cellPart_;
    ComparisonPane* comparison_;
    PanelHead* head_;
    QPushButton* asFields_;
    QPushButton* asTree_;
    QPushButton* asRaw_;
    QToolButton* find_;
    PathLabel* path_;
    QToolButton* copyPath_;
    SearchLine* search_;
    Strip* broken_;
    Strip* note_;
    QStackedWidget* pages_;
    JsonView* tree_;
    FieldsView* fields_;
    RawView* raw_;
    LeafActions* actions_;
    RecordPane* record_;
    std::optional<Page> chosen_; ///< by hand; a cell that has no such page opens as it would without
    Page page_ = Page::Tree;
    bool rawFilled_ = false;
    JsonHits hits_;
    qsizetype hit_ = -1;
};

} // namespace idscope
