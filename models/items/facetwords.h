#pragma once

#include "models/filter/valuerange.h"
#include "models/items/facetanswer.h"

#include <QString>

namespace idscope::words {

/// A range in words: "before 2024-03-20", "from 10", "10 to 20"; empty for everything. What counts back from `now` is
/// told as a date.
QString rangeText(const ValueRange& range, Axis axis, Instant now);

/// The first and the last value of an axis, short, as its ends are labelled: "Mar 2021".
QString axisBegin(const HistogramBins& bins);
QString axisEnd(const HistogramBins& bins);

/// A bin and its rows: "2024-03-01 to 2024-04-01: 12 of 40 rows".
QString binText(const FacetBars& bars, std::uint32_t bin);

/// What lies far below or above all others, with its rows in all; empty when nothing does.
QString farText(const FacetBars& bars);

/// A share in per cent, as people read it: "81 %", "<1 %", never 100 % or 0 % of what is not.
QString shareText(std::uint64_t part, std::uint64_t whole);

} // namespace idscope::words
