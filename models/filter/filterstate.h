#pragma once

#include "models/filter/filterparts.h"
#include "models/query/query.h"

#include <QObject>
#include <QString>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace idscope {

/// A filter that can be evaluated: `now` is read when it is set, so that it selects the same as more rows arrive.
struct ReadableFilter {
    QString text;
    ExpressionPtr expression; ///< null: every row
    Instant now;
    [[nodiscard]] bool selectsAs(const ReadableFilter& other) const {
        return expression == other.expression && now == other.now;
    }
};

/// The filter of one table, and the only place where it is kept: its text, what that text could last be read as, the
/// parts people have switched off, and the steps that led here. Everything that shows or changes the filter (bar,
/// chips, filter row, checklists, facets) reads it here and writes it here. GUI thread.
class FilterState final : public QObject {
    Q_OBJECT
public:
    explicit FilterState(QObject* parent = nullptr) : QObject(parent) {}

    /// As typed or made last.
    [[nodiscard]] const QString& text() const { return text_; }
    /// Why text() can't be used; spans count in its UTF-8. Until that is mended, the last filter that could be read
    /// stays in force.
    [[nodiscard]] const std::optional<QueryError>& error() const { return error_; }
    /// What text() says, or the last text that could be read and bound to the table.
    [[nodiscard]] const ReadableFilter& readable() const { return readable_; }
    /// The parts of readable(), and those that are switched off.
    [[nodiscard]] const FilterParts& parts() const { return parts_; }

    /// How a text came about: what is typed letter by letter is one step.
    enum class Origin : unsigned char { Made, Typed };
    void setText(const QString& text, Origin origin = Origin::Made);
    /// Changes what else belongs to a step: back to what it was before (true), or forth to what came with it.
    using Beside = std::function<void(bool back)>;
    /// A text with the parts that are switched off beside it, as one step; `beside` is done already, and called when
    /// the step is undone and done again.
    void setText(const QString& text, const FilterParts& off, Beside beside);
    /// The text becomes the canonical one of the parts that are on. Too long a text is refused like one typed.
    void setParts(const FilterParts& parts, Origin origin = Origin::Made);

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const { return at_ + 1 < steps_.size(); }
    /// Back to the filter before this one; from a text that can't be read, to the one in force.
    void undo();
    void redo();
    /// What is typed from now on is a step of its own.
    void endStep() { typing_ = false; }

    /// Forgets everything: another table is about to come.
    void clear();
    /// The table that filters are bound to from now on. The first one may show that a text can't be used.
    void setTable(const TablePtr& table);
    /// The newest one, or null.
    [[nodiscard]] const TablePtr& table() const { return table_; }
    /// Evaluating readable() led to an error: `inForce` takes its place.
    void refuse(const QueryError& error, const ReadableFilter& inForce);

Q_SIGNALS:
    /// Text, error, parts or steps have changed. Also when the same text is set again: it counts from a new now.
    void changed();

private:
    struct Step {
        QString text;
        FilterParts parts;
        Beside beside = {};
    };
    static constexpr std::size_t mostSteps = 500;

    [[nodiscard]] std::optional<ExpressionPtr> read(const QString& text);
    void use(const QString& text, const ExpressionPtr& expression, FilterParts parts);
    void addStep(Origin origin, bool continues);
    void goTo(std::size_t step);

    TablePtr table_;
    QString text_;
    std::optional<QueryError> error_;
    ReadableFilter readable_;
    FilterParts parts_;
    std::vector<Step> steps_{1}; ///< of filters that could be read; at first, none
    std::size_t at_ = 0;
    bool typing_ = false; ///< the step at_ may still grow
};

} // namespace idscope
