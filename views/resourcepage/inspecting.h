#pragma once

#include "models/base/ids.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QModelIndex;

namespace idscope {

class Inspector;
class ResourcePage;

/// What a page shows in the inspector: the JSON of the current row, or of the chosen ones side by side. GUI thread.
class Inspecting final : public QObject {
    Q_OBJECT
public:
    /// The page becomes the parent.
    explicit Inspecting(ResourcePage& page);

    /// Null: in none.
    void setInspector(Inspector* inspector);
    /// To be called when the current cell, the chosen rows or the columns have changed.
    void show();

private:
    [[nodiscard]] std::optional<ColumnId> jsonColumn(const QModelIndex& current);
    void showCell(const QModelIndex& current, ColumnId json);
    void compare(ColumnId json, int chosen);

    ResourcePage& page_;
    QPointer<Inspector> inspector_;
    std::optional<ColumnId> lastJson_; ///< looked at last
};

} // namespace idscope
