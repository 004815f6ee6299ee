#pragma once

#include "models/filter/valuerange.h"
#include "models/items/facetmodel.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace idscope {

/// One facet of a table: an operand, what is asked about it, the newest answer, and what the filter says of it. Only
/// its FacetBoard changes it. GUI thread.
class Facet final : public QObject {
    Q_OBJECT
public:
    Facet(OperandName name, QObject* parent) : QObject(parent), name_(std::move(name)) {}

    /// How the filter language writes the operand: what a facet is remembered by.
    [[nodiscard]] const OperandName& name() const { return name_; }
    /// What people read above it: a column's label, the last key of a path, a column and the part of its BRN.
    [[nodiscard]] const QString& title() const { return title_; }
    /// Whether it looks into JSON.
    [[nodiscard]] bool isPath() const { return operand_ && operand_->kind == Operand::Kind::Path; }
    /// Nothing while the table has no such column.
    [[nodiscard]] const std::optional<Operand>& operand() const { return operand_; }

    [[nodiscard]] const FacetQuestion& question() const { return question_; }
    [[nodiscard]] FacetModel& model() { return model_; }
    /// Null until something is known.
    [[nodiscard]] const FacetAnswerPtr& answer() const { return model_.answer(); }
    /// The filter's range of the operand.
    [[nodiscard]] const ValueRange& range() const { return range_; }
    /// Whether the filter says anything of the operand that this facet could take back.
    [[nodiscard]] bool isActive() const {
        return !model_.choice().values.empty() || (!range_.isEverything() && answer() && answer()->bars);
    }

Q_SIGNALS:
    /// There is a newer answer.
    void answered();
    /// The filter says something else of the operand.
    void filterChanged();

private:
    friend class FacetBoard;

    void bind(const Table& table);
    void readFilter(const FilterParts& parts, const Table& table);
    void take(const FacetAnswerPtr& answer);

    OperandName name_;
    QString title_;
    bool isFirst_ = false; ///< one that the schema brings along
    std::optional<Operand> operand_;
    FacetQuestion question_;
    FacetModel model_;
    ValueRange range_;
};

} // namespace idscope
