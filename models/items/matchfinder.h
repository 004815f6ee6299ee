#pragma once

#include "models/items/backgroundjob.h"
#include "models/items/shownrows.h"
#include "models/query/query.h"

#include <QObject>

#include <cstdint>
#include <optional>
#include <vector>

namespace idscope {

/// Counts the rows shown that hold a text the filter looks for, and finds the next one. Where the filter could show no
/// other rows the answer is there at once; otherwise it is worked out on a thread. Positions are those in the rows
/// shown. GUI thread.
class MatchFinder final : public QObject {
    Q_OBJECT
public:
    explicit MatchFinder(QObject* parent = nullptr) : QObject(parent) {}

    /// Begins anew for these rows, selected by this expression.
    void look(const TablePtr& table, const ShownRows& rows, const ExpressionPtr& expression, Instant now);

    /// Whether the filter looks for text, and there was the memory to look for it.
    [[nodiscard]] bool looksForText() const { return looksForText_; }
    /// How many rows match; nothing while that is not known. O(1).
    [[nodiscard]] std::optional<std::uint32_t> count() const;
    /// The position of the next match behind `from`, or before it, and round the end. O(log matches).
    [[nodiscard]] std::optional<std::uint32_t> next(std::uint32_t from, bool forwards) const;
    /// Which match, from 1, stands at a position; nothing when none does. O(log matches).
    [[nodiscard]] std::optional<std::uint32_t> numberAt(std::uint32_t position) const;

Q_SIGNALS:
    void changed();
    /// There was not enough memory.
    void refused();

private:
    void refuse();

    bool looksForText_ = false;
    std::optional<std::uint32_t> every_;                  ///< so many rows, each with a match
    std::optional<std::vector<std::uint32_t>> positions_; ///< ascending
    BackgroundJob job_{[this] { refuse(); }};
};

} // namespace idscope
