#pragma once

#include "models/csv/scanner.h"
#include "models/table/notice.h"

#include <algorithm>
#include <utility>

namespace idscope {

/// The notice that each mark of the scanner becomes.
inline constexpr std::pair<CsvMark, NoticeKind> markNotices[] = {
    {CsvMark::UnclosedQuote, NoticeKind::UnclosedQuote},
    {CsvMark::TextAfterQuote, NoticeKind::TextAfterQuote},
    {CsvMark::QuoteInPlainCell, NoticeKind::QuoteInPlainCell},
    {CsvMark::LoneCarriageReturn, NoticeKind::LoneCarriageReturn},
};

/// Collects notices as they come, in file order: all are counted, the first of each kind are kept.
class NoticeLog {
public:
    /// `make` gives the notice; it is asked only for those that are kept.
    template <class Make>
    void add(NoticeKind kind, Make make) {
        auto total = std::ranges::find(list_.totals, kind, &std::pair<NoticeKind, std::uint64_t>::first);
        if (total == list_.totals.end()) total = list_.totals.insert(total, {kind, 0});
        if (++total->second <= NoticeList::keptPerKind) list_.notices.push_back(make());
    }

    [[nodiscard]] const NoticeList& list() const { return list_; }

private:
    NoticeList list_;
};

} // namespace idscope
