#pragma once

#include "models/filter/valuechoice.h"
#include "models/items/facetanswer.h"

#include <QAbstractListModel>

#include <optional>

namespace idscope {

enum class FacetState : std::uint8_t { Off, Included, Excluded };

/// What views may ask about a value of a facet beyond
/// - Qt::DisplayRole: QString, one line fit for the screen; of a BRN its key
/// - Qt::ToolTipRole: QString, the whole value and its counts in words, escaped markup
/// - Qt::CheckStateRole: included
/// - Qt::AccessibleTextRole: QString, all there is to know in words
/// and RawTextRole, MarksRole and BrnTypeRole, as of cells.
enum FacetRole : int {
    FacetCountRole = Qt::UserRole + 101, ///< quint64: rows within the filter
    FacetAllRole,                        ///< quint64: rows in all
    FacetShareRole,                      ///< double: of the rows within the filter, 0 to 1
    FacetShareTextRole,                  ///< QString: "81 %", "<1 %"; empty for a part of another value
    FacetStateRole,                      ///< int of a FacetState
    FacetIsWordRole,                     ///< bool: no value of the data, but "no value", "not a number" and the like
    FacetIsPartRole,                     ///< bool: its rows are among those of the value before it
};

/// The values of one operand with their counts and whether the filter includes or excludes them: a list of any length,
/// each decoded when it is asked for. data() costs O(values chosen). Values that no filter can be made of are not
/// checkable. GUI thread.
class FacetModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit FacetModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    /// Null: nothing is known yet. A reset when other values are listed, or in another order. O(values) to compare.
    void setAnswer(FacetAnswerPtr answer);
    [[nodiscard]] const FacetAnswerPtr& answer() const { return answer_; }
    void setChoice(const ValueChoice& choice);
    [[nodiscard]] const ValueChoice& choice() const { return choice_; }

    /// The value at a valid index as filters have it; nothing for those that equal nothing.
    [[nodiscard]] std::optional<ChosenValue> chosen(const QModelIndex& index) const;
    /// Where a value is listed, or an invalid index. O(values).
    [[nodiscard]] QModelIndex find(std::uint32_t value) const;
    [[nodiscard]] std::uint32_t value(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] bool isValue(std::uint32_t value) const { return value < answer_->counts->values->size(); }
    [[nodiscard]] bool isPart(std::uint32_t value) const;
    [[nodiscard]] std::string_view text(std::uint32_t value) const;
    [[nodiscard]] QString shown(std::uint32_t value) const;
    [[nodiscard]] FacetState state(const QModelIndex& index) const;
    [[nodiscard]] double share(std::uint32_t value) const;
    [[nodiscard]] QString toolTip(const QModelIndex& index) const;
    [[nodiscard]] QString accessibleText(const QModelIndex& index) const;
    [[nodiscard]] QString countsText(std::uint32_t value) const;
    [[nodiscard]] QString invalidText() const;

    FacetAnswerPtr answer_;
    ValueChoice choice_;
};

} // namespace idscope
