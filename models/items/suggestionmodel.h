#pragma once

#include "models/filter/suggestions.h"

#include <QAbstractListModel>

namespace idscope {

/// What an expression could go on with, one a row: fit for a screen, and for a screen reader with its count.
class SuggestionModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        TextRole = Qt::UserRole, ///< what is written into the expression
        MatchRole,               ///< QPoint: begin and length of what is typed already, in the display text
        CountRole,               ///< QString; empty where nothing is counted
        NoteRole                 ///< QString: what else is to be known
    };
    using QAbstractListModel::QAbstractListModel;

    void show(Suggestions suggestions);
    [[nodiscard]] const Suggestions& suggestions() const { return suggestions_; }
    /// "Values of metadata.privilegeName"; empty where there is nothing to say.
    [[nodiscard]] QString title() const;
    /// "4 of 23 values, counted over all rows".
    [[nodiscard]] QString foot() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    Suggestions suggestions_;
};

} // namespace idscope
