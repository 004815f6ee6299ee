#pragma once

#include "models/insights/labeluses.h"
#include "models/items/tablemodel.h"

#include <QAbstractItemModel>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace idscope {

/// WCAG 2.1's bound for text of ordinary size (AA).
inline constexpr double readableContrast = 4.5;

/// How a label's chip looks on one ground.
struct ChipLook {
    std::optional<std::uint32_t> text;   ///< ARGB; nothing where the cell is no hex colour
    std::optional<std::uint32_t> ground; ///< ARGB
    QString contrast;                    ///< "3.8" by locale; empty: unknown
    bool low = false;                    ///< below readableContrast
};

enum LabelRole : int {
    ChipLookRole = Qt::UserRole + 1, ///< ChipLook, of the columns OnLight and OnDark
    LabelDetailRole,                 ///< the second line: the ID, or that there is none
    LabelFlaggedRole,                ///< bool: what LabelDetailRole says is odd
    LabelUsesRole,                   ///< int: insights that use it; invalid while unknown
    LabelCountRole,                  ///< int: labels of a group; invalid for labels
};

/// The labels that a table shows, as they are to look: grouped by type in order of first appearance, within a group in
/// the table's order. Two levels: groups, labels. Beyond `most` labels none are drawn. GUI thread.
class LabelGalleryModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column : int { NameColumn, OnLightColumn, OnDarkColumn, UsesColumn, columns };
    static constexpr std::uint32_t most = 20'000;

    /// `rows` must outlive this.
    explicit LabelGalleryModel(TableModel& rows, QObject* parent = nullptr);

    /// Null: not known (yet).
    void setUses(std::shared_ptr<const LabelUses> uses);

    /// The label at an index; nothing for groups.
    [[nodiscard]] std::optional<RowId> label(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex find(RowId label) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Group {
        std::string_view type; ///< a cell of the table
        std::vector<RowId> labels;
    };
    void rebuild();
    [[nodiscard]] QVariant groupData(const Group& group, int column, int role) const;
    [[nodiscard]] QVariant usesData(RowId label, int role) const;

    TableModel& rows_;
    TablePtr table_;
    std::vector<Group> groups_;
    std::shared_ptr<const LabelUses> uses_;
};

/// The text of a label's cell in the column of this name; empty where there is none. Odd characters as code points.
QString labelText(const Table& labels, RowId label, std::string_view column);
/// How the label looks on light or dark ground.
ChipLook chipLook(const Table& labels, RowId label, bool onDark);

} // namespace idscope

Q_DECLARE_METATYPE(idscope::ChipLook)
