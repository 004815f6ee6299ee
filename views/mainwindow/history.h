#pragma once

#include <QVariant>

#include <cstddef>
#include <vector>

namespace idscope {

class Page;

/// Where people have been, page and place, as browsers keep it: what lies ahead is forgotten with the next step.
/// Pages must be taken out before they go.
class History {
public:
    static constexpr std::size_t most = 200;

    /// A step to another page, or to another place of the same one.
    void arrive(Page* page);
    /// Keeps where people are on the page now, before they leave that place.
    void remember();
    /// One step; null when there is none in that direction. The caller shows the page, then goes to its place.
    struct Stop {
        Page* page = nullptr;
        QVariant place;
    };
    const Stop* back();
    const Stop* forward();
    [[nodiscard]] bool canGoBack() const { return at_ > 0; }
    [[nodiscard]] bool canGoForward() const { return at_ + 1 < stops_.size(); }

    void forget(const Page* page);

private:
    std::vector<Stop> stops_;
    std::size_t at_ = 0; ///< where people are, if there are stops
};

} // namespace idscope
