#pragma once

#include "models/items/jsontreemodel.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace idscope {

class JsonView;
class PanelHead;
class PathLabel;
class RecordPane;
class Strip;

/// A JSON cell of the current row.
struct InspectedCell {
    QString title;   ///< the column's name
    QString operand; ///< the column as the filter language writes it
    QString row;     ///< the row's number in its file, for people
    std::string cell;
    QString masked;          ///< the whole text for the raw view
    std::size_t tooLong = 0; ///< bytes of a cell that is too long to be shown; the texts are empty then
};

/// The current cell in depth: its JSON as a tree or as raw text with the place where it breaks, and the record it is
/// in.
class Inspector final : public QWidget {
    Q_OBJECT
public:
    /// Bytes of the longest cell that is shown: parsing and laying out more would take longer than a frame.
    static constexpr std::size_t longestCell = std::size_t{1} << 20U;

    explicit Inspector(QWidget* parent = nullptr);

    /// Shows a cell; what was revealed is hidden. Broken JSON opens as raw text.
    void showCell(InspectedCell cell);
    /// There is no JSON in the table: only the record is shown.
    void hideCell();
    [[nodiscard]] RecordPane& record() const { return *record_; }
    [[nodiscard]] JsonView& tree() const { return *tree_; }

private:
    void showRaw(bool raw);
    void turnTo(bool raw);
    void fillRaw();
    void sayTooLong();

    JsonTreeModel model_;
    InspectedCell cell_;
    QWidget* cellPart_;
    PanelHead* head_;
    QPushButton* asTree_;
    QPushButton* asRaw_;
    PathLabel* path_;
    QToolButton* copyPath_;
    Strip* broken_;
    QStackedWidget* pages_;
    JsonView* tree_;
    QPlainTextEdit* raw_;
    RecordPane* record_;
    bool wantsRaw_ = false; ///< chosen by hand; broken JSON is raw anyway
};

} // namespace idscope
