#pragma once

#include "models/query/query.h"
#include "models/query/rowbits.h"

#include <expected>
#include <memory>
#include <stop_token>

namespace idscope {

/// The rows that an expression selected, as a set.
struct Selection {
    ExpressionPtr expression; ///< null: all rows
    Instant now;
    std::shared_ptr<const RowBits> rows;
};

/// select(), as a set. `last`: a selection made of the same load, of this snapshot or an earlier one, or null. Rows it
/// was asked about are looked at again only where it chose them and the expression may differ, so that typing on costs
/// what is left; the answer is the same without it.
std::expected<Selection, QueryError> selectSet(const Table& table, const ExpressionPtr& expression,
                                               const QueryContext& context, const Selection* last = nullptr,
                                               const std::stop_token& stop = {});

/// The same, within what it answered last for this snapshot, where that helps: for a filter that is typed on and on.
/// Any thread.
std::expected<Selection, QueryError> selectNext(const Table& table, const ExpressionPtr& expression,
                                                const QueryContext& context, const std::stop_token& stop = {});

/// Whether the answer for a row may change with others: what is reached becomes more with every row.
bool asksAboutOtherRows(const ExpressionPtr& expression);

/// Whether all rows that `narrower` selects (null: all) are among those of `wider`, as far as their form tells: a text
/// typed further, one more part of an `and`, one part less of an `or`. `sameNow`: both count back from one instant.
bool narrows(const ExpressionPtr& narrower, const ExpressionPtr& wider, bool sameNow);

} // namespace idscope
