#include "models/items/matchfinder.h"

#include "models/base/stoppablesort.h"
#include "models/query/textmatches.h"

#include <algorithm>
#include <span>
#include <utility>

namespace idscope {

namespace {

/// Where the rows that a second expression selects stand among those shown.
std::vector<std::uint32_t> positionsOf(const Table& table, const ShownRows& shown, const ExpressionPtr& expression,
                                       Instant now, const std::stop_token& stop) {
    const auto matching = select(table, expression, {.now = now}, stop);
    if (!matching) return {};
    std::vector<std::uint32_t> positions;
    for (const RowId row : *matching) {
        if (stop.stop_requested()) return {};
        if (const auto position = shown.find(row)) positions.push_back(*position);
    }
    sortUntilStopped(std::span(positions), stop);
    return positions;
}

} // namespace

void MatchFinder::look(const TablePtr& table, const ShownRows& rows, const ExpressionPtr& expression, Instant now) {
    job_.cancel();
    const TextMatches matches(expression, *table);
    looksForText_ = !matches.isEmpty();
    every_.reset();
    positions_.reset();
    if (looksForText_ && matches.inEveryRow()) {
        every_ = rows.size();
    } else if (looksForText_) {
        job_.start([this, table, rows, wanted = matches.rows(), now](const std::stop_token& stop,
                                                                     const BackgroundJob::Deliver&) {
            return BackgroundJob::Call([this, positions = positionsOf(*table, rows, wanted, now, stop)]() mutable {
                positions_ = std::move(positions);
                Q_EMIT changed();
            });
        });
    }
    Q_EMIT changed();
}

void MatchFinder::refuse() {
    looksForText_ = false;
    Q_EMIT changed();
    Q_EMIT refused();
}

std::optional<std::uint32_t> MatchFinder::count() const {
    if (every_) return every_;
    if (!positions_) return std::nullopt;
    return static_cast<std::uint32_t>(positions_->size());
}

std::optional<std::uint32_t> MatchFinder::next(std::uint32_t from, bool forwards) const {
    const std::uint32_t all = count().value_or(0);
    if (all == 0) return std::nullopt;
    if (every_) return static_cast<std::uint32_t>((std::uint64_t{from} + (forwards ? 1 : all - 1)) % all);
    if (forwards) {
        const auto behind = std::ranges::upper_bound(*positions_, from);
        return behind == positions_->end() ? positions_->front() : *behind;
    }
    const auto here = std::ranges::lower_bound(*positions_, from);
    return here == positions_->begin() ? positions_->back() : *(here - 1);
}

std::optional<std::uint32_t> MatchFinder::numberAt(std::uint32_t position) const {
    if (every_) return position < *every_ ? std::optional(position + 1) : std::nullopt;
    if (!positions_) return std::nullopt;
    const auto here = std::ranges::lower_bound(*positions_, position);
    if (here == positions_->end() || *here != position) return std::nullopt;
    return static_cast<std::uint32_t>(here - positions_->begin()) + 1;
}

} // namespace idscope
