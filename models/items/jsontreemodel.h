#pragma once

#include "models/json/json.h"

#include <QAbstractItemModel>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace idscope {

/// What views may ask the JsonTreeModel beyond Qt::DisplayRole and MarksRole (see cellroles.h).
enum JsonRole : int {
    JsonKindRole = Qt::UserRole + 101, ///< int of a JsonKind
    JsonPathRole,   ///< QString: the value as operand of the filter language; empty where that would show a masked key
    JsonRawRole,    ///< QString: the value as written, secrets in it masked whether revealed or not; for copies
    JsonSecretRole, ///< bool: the value is to be masked
    JsonRevealedRole,   ///< bool: it is, but shown at present
    JsonChildCountRole, ///< int: members or elements; 0 for scalars and for what is masked
};

/// One cell as a tree: the value itself is the only row at the top, under the column's name. Broken JSON shows the tree
/// up to the break. Of a secret value neither the text nor anything within it can be asked for until it is revealed;
/// one at a time is. In broken text everything from the first `value` on is secret, its keys too. GUI thread.
class JsonTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column : int { KeyColumn, ValueColumn, columns };

    explicit JsonTreeModel(QObject* parent = nullptr);
    ~JsonTreeModel() override;

    /// Shows a cell; `column` is its column as the filter language writes it. Hides what was revealed. O(bytes).
    void setCell(std::string cell, const QString& column);
    void clear();

    /// Where the cell stops being JSON, or nothing. An empty cell is nothing broken.
    [[nodiscard]] std::optional<JsonError> brokenAt() const;

    /// Shows or hides one secret value; showing one hides the one shown before. Of no effect on other values.
    void setRevealed(const QModelIndex& index, bool revealed);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Cell;

    [[nodiscard]] QModelIndex indexOf(std::uint32_t node, int column) const;
    [[nodiscard]] bool isHidden(std::uint32_t node) const;
    [[nodiscard]] bool isKeyHidden(std::uint32_t node) const;
    [[nodiscard]] int shownChildren(std::uint32_t node) const;
    [[nodiscard]] std::string keyText(std::uint32_t node) const;
    [[nodiscard]] std::string valueText(std::uint32_t node) const;
    [[nodiscard]] std::string maskedRaw(std::uint32_t node) const;
    void hideRevealed();

    std::unique_ptr<const Cell> cell_; ///< null: no cell, or an empty one
    QString column_;
    std::uint32_t revealed_; ///< a node, or none
};

} // namespace idscope
