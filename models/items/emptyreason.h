#pragma once

#include "models/filter/filterparts.h"
#include "models/items/backgroundjob.h"
#include "models/query/query.h"

#include <QObject>

#include <cstddef>
#include <stop_token>
#include <vector>

namespace idscope {

/// Of a filter that selects no row of a table, the parts without which it would select some, ascending: one, if one
/// will do, the last such; else as many as it takes. None when that is all that are on. O(parts) selections.
std::vector<std::size_t> emptyingParts(const Table& table, const FilterParts& parts, Instant now,
                                       const std::stop_token& stop = {});

/// Finds on a thread which parts of a filter empty a table. GUI thread.
class EmptyReason final : public QObject {
    Q_OBJECT
public:
    explicit EmptyReason(QObject* parent = nullptr) : QObject(parent) {}

    /// Begins anew, unless this was asked last. Ends with found(), when there are any.
    void look(const TablePtr& table, const FilterParts& parts, Instant now);
    void clear();
    /// Those found last, as places in what was asked; none while they are not known.
    [[nodiscard]] const std::vector<std::size_t>& places() const { return places_; }
    /// What was asked about.
    [[nodiscard]] const FilterParts& parts() const { return parts_; }

Q_SIGNALS:
    void found();
    /// There was not enough memory to find them.
    void refused();

private:
    TablePtr table_;
    FilterParts parts_;
    Instant now_;
    std::vector<std::size_t> places_;
    BackgroundJob job_{[this] { Q_EMIT refused(); }};
};

} // namespace idscope
