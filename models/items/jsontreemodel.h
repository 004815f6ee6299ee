#pragma once

#include "models/items/jsoncell.h"

#include <QAbstractItemModel>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>

namespace idscope {

/// What views may ask the JsonTreeModel beyond Qt::DisplayRole, Qt::AccessibleTextRole and MarksRole (see cellroles.h).
/// Of a group of children (see JsonCell) only the kind, its parent's, and the count.
enum JsonRole : int {
    JsonKindRole = Qt::UserRole + 101, ///< int of a JsonKind
    JsonPathRole,   ///< QString: the value as operand of the filter language; empty where that would show a masked key
    JsonRawRole,    ///< QString: the value as written, secrets in it masked whether revealed or not; for copies
    JsonTextRole,   ///< QString: a scalar as text, strings decoded; masked as JsonRawRole is
    JsonSecretRole, ///< bool: the value is to be masked
    JsonRevealedRole,   ///< bool: it is, but shown at present
    JsonChildCountRole, ///< int: members or elements; 0 for scalars and for what is masked
    JsonFieldsRole,     ///< bool: an array of settings, see JsonCell::isFieldList()
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

    /// Shows a cell, or nothing; `column` is its column as the filter language writes it. Hides what was revealed.
    /// O(1).
    void setCell(JsonCellPtr cell, const QString& column);
    [[nodiscard]] const JsonCellPtr& cell() const { return cell_; }

    /// The row of a node of the cell's document, revealed or not; invalid while it is hidden in a secret.
    [[nodiscard]] QModelIndex find(std::uint32_t node) const;
    /// The node of a row; nothing for a group.
    [[nodiscard]] std::optional<std::uint32_t> node(const QModelIndex& index) const;

    /// Shows or hides one secret value; showing one hides the one shown before. Of no effect on other values.
    void setRevealed(const QModelIndex& index, bool revealed);
    void hideRevealed();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    [[nodiscard]] const std::vector<JsonNode>& nodes() const { return cell_->document().nodes(); }
    [[nodiscard]] std::uint32_t groupId(std::uint32_t group) const;
    [[nodiscard]] const JsonCell::Group* groupOf(std::uint32_t id) const;
    [[nodiscard]] QModelIndex indexOf(std::uint32_t node, int column) const;
    [[nodiscard]] bool isHidden(std::uint32_t node) const;
    [[nodiscard]] bool isKeyHidden(std::uint32_t node) const;
    [[nodiscard]] int rowsOf(std::uint32_t node) const;
    [[nodiscard]] QVariant groupData(const JsonCell::Group& group, int column, int role) const;
    [[nodiscard]] std::string shownText(std::uint32_t node, int column) const;
    [[nodiscard]] std::string keyText(std::uint32_t node) const;
    [[nodiscard]] std::string valueText(std::uint32_t node) const;
    [[nodiscard]] QString accessibleText(std::uint32_t node) const;

    JsonCellPtr cell_; ///< null: no cell
    QString column_;
    std::uint32_t revealed_; ///< a node, or none
};

} // namespace idscope
