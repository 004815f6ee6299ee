#include "views/filter/filterhistory.h"

namespace idscope {

void FilterHistory::add(const QString& text) {
    if (text.trimmed().isEmpty() || (shown_ >= 0 && entries_.value(shown_) == text)) return;
    shown_ = -1;
    // What was on its way to this one, letter by letter, is no filter of its own.
    if (!entries_.isEmpty() && text.startsWith(entries_.front())) entries_.removeFirst();
    entries_.removeAll(text);
    entries_.prepend(text);
    if (entries_.size() > most) entries_.removeLast();
}

QString FilterHistory::older(const QString& current) {
    if (shown_ < 0 || entries_.value(shown_) != current) {
        typed_ = current;
        shown_ = -1;
    }
    qsizetype next = shown_ + 1;
    if (next < entries_.size() && entries_[next] == current) ++next;
    if (next >= entries_.size()) return {};
    shown_ = next;
    return entries_[shown_];
}

QString FilterHistory::newer(const QString& current) {
    if (shown_ < 0 || entries_.value(shown_) != current) return {};
    --shown_;
    return shown_ < 0 ? typed_ : entries_[shown_];
}

} // namespace idscope
