#include "views/mainwindow/history.h"

#include "views/parts/page.h"

namespace idscope {

void History::arrive(Page* page) {
    if (!stops_.empty()) stops_.resize(at_ + 1);
    if (stops_.size() == most) stops_.erase(stops_.begin());
    stops_.push_back({.page = page, .place = page->place()});
    at_ = stops_.size() - 1;
}

void History::remember() {
    if (!stops_.empty()) stops_[at_].place = stops_[at_].page->place();
}

const History::Stop* History::back() {
    if (!canGoBack()) return nullptr;
    remember();
    return &stops_[--at_];
}

const History::Stop* History::forward() {
    if (!canGoForward()) return nullptr;
    remember();
    return &stops_[++at_];
}

void History::forget(const Page* page) {
    std::vector<Stop> kept;
    std::size_t at = 0;
    for (std::size_t i = 0; i < stops_.size(); ++i) {
        if (stops_[i].page == page) continue;
        if (i <= at_) at = kept.size();
        kept.push_back(stops_[i]);
    }
    stops_ = std::move(kept);
    at_ = at;
}

} // namespace idscope
