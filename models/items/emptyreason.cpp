#include "models/items/emptyreason.h"

#include "models/query/selection.h"

#include <algorithm>
#include <utility>

namespace idscope {

namespace {

bool selectsAny(const Table& table, const FilterParts& parts, Instant now, const std::stop_token& stop) {
    const auto selection = selectSet(table, expressionOf(parts), {.now = now}, nullptr, stop);
    return selection && std::ranges::any_of(selection->rows->words(), [](std::uint64_t word) { return word != 0; });
}

} // namespace

std::vector<std::size_t> emptyingParts(const Table& table, const FilterParts& parts, Instant now,
                                       const std::stop_token& stop) {
    if (std::ranges::count(parts, true, &FilterPart::on) < 2) return {};
    for (std::size_t i = parts.size(); i-- > 0;)
        if (parts[i].on && selectsAny(table, toggled(parts, i), now, stop)) return {i};
    // One after the other is added to those that select something together.
    FilterParts kept;
    std::vector<std::size_t> emptying;
    for (std::size_t i = 0; i < parts.size() && !stop.stop_requested(); ++i) {
        if (!parts[i].on) continue;
        kept.push_back(parts[i]);
        if (selectsAny(table, kept, now, stop)) continue;
        kept.pop_back();
        emptying.push_back(i);
    }
    return kept.empty() ? std::vector<std::size_t>() : emptying;
}

void EmptyReason::look(const TablePtr& table, const FilterParts& parts, Instant now) {
    if (table == table_ && parts == parts_ && now == now_) return;
    table_ = table;
    parts_ = parts;
    now_ = now;
    places_.clear();
    job_.start([this, table, parts, now](const std::stop_token& stop, const BackgroundJob::Deliver&) {
        return BackgroundJob::Call([this, places = emptyingParts(*table, parts, now, stop)]() mutable {
            places_ = std::move(places);
            if (!places_.empty()) Q_EMIT found();
        });
    });
}

void EmptyReason::clear() {
    job_.cancel();
    table_ = nullptr;
    parts_.clear();
    places_.clear();
}

} // namespace idscope
