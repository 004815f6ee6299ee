#pragma once

#include "models/insights/translation.h"

#include <QAbstractItemModel>
#include <QString>

#include <vector>

namespace idscope {

enum class ConditionState : std::uint8_t { Head, Carried, LeftOut, Reason };

enum ConditionRole : int {
    ConditionFieldRole = Qt::UserRole + 1, ///< "metadata.project"; empty for heads and reasons
    ConditionVerbRole,                     ///< "is one of"
    ConditionValuesRole,                   ///< list of texts, quoted where they are strings; the first 50, then "…"
    ConditionStateRole,                    ///< ConditionState
};

/// The conditions of an insight as a tree: heads ("All of", "Any of", "Not") with their parts, tests, and below what is
/// not carried over the reason. GUI thread.
class ConditionModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

    void show(InsightTranslation translation);
    /// Nothing.
    void clear();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    /// A line of the tree; nodes_[0] is the root that nobody sees.
    struct Line {
        const InsightCondition* condition = nullptr;
        bool isReason = false;
        std::size_t parent = 0;
        int row = 0;
        std::vector<std::size_t> children;
    };
    void add(const InsightCondition& condition, std::size_t parent);
    std::size_t append(const InsightCondition& condition, bool isReason, std::size_t parent);
    [[nodiscard]] const Line& line(const QModelIndex& index) const;
    [[nodiscard]] static QString textOf(const Line& line);

    InsightTranslation translation_;
    std::vector<Line> lines_{Line{}};
};

} // namespace idscope
