#pragma once

#include "models/base/ids.h"
#include "models/items/copytext.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

class QModelIndex;

namespace idscope {

class Inspector;
class ResourcePage;
class Table;

/// What a page shows in the inspector: the JSON of the current row, or of the chosen ones side by side. GUI thread.
class Inspecting final : public QObject {
    Q_OBJECT
public:
    /// The page becomes the parent.
    explicit Inspecting(ResourcePage& page);

    /// Null: in none.
    void setInspector(Inspector* inspector);
    /// To be called when the current cell, the chosen rows or the columns have changed. What is shown already is not
    /// shown anew: a key that goes to another row changes first the chosen rows, then the current cell.
    void show();

private:
    struct Shown {
        std::optional<RowId> row;
        std::optional<ColumnId> json;
        std::vector<int> columns;
        std::vector<RowRange> compared; ///< empty: only the one row
        friend bool operator==(const Shown&, const Shown&) = default;
    };

    [[nodiscard]] std::optional<ColumnId> jsonColumn(const QModelIndex& current);
    void showCell(const QModelIndex& current, ColumnId json);
    void compare(ColumnId json, int chosen);

    ResourcePage& page_;
    QPointer<Inspector> inspector_;
    std::optional<ColumnId> lastJson_; ///< looked at last
    std::optional<Shown> shown_;
    std::weak_ptr<const Table> shownOf_;
};

} // namespace idscope
