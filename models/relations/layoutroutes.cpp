#include "models/relations/layoutroutes.h"

#include "models/relations/spread.h"

#include <algorithm>
#include <cmath>

namespace idscope {

namespace {

constexpr double bend = 28;      ///< width of a bend into the next column
constexpr double wideBend = 64;  ///< into a lane
constexpr double corner = 10;    ///< radius of edges backwards
constexpr double laneGap = 6;    ///< between lanes
constexpr double clearance = 8;  ///< between a lane and a node
constexpr double mostLift = 14;  ///< how far roots and heads may stand from the middle of a node
constexpr double labelInset = 3; ///< between the words and the arrow
constexpr double labelGap = 8;   ///< between words beside each other

/// A stretch of a long edge between columns.
struct Lane {
    double left = 0, right = 0, y = 0;
};

class Router {
public:
    Router(const LayoutQuestion& question, const std::vector<std::vector<std::uint32_t>>& order, Layout& layout)
        : q_(question), order_(order), l_(layout) {}

    void run() {
        l_.edges.resize(q_.edges.size());
        root_.resize(q_.edges.size());
        head_.resize(q_.edges.size());
        placeRoots();
        placeHeads();
        for (std::uint32_t i = 0; i < q_.edges.size(); ++i)
            draw(i);
        placeWords();
    }

private:
    [[nodiscard]] std::uint32_t column(std::uint32_t node) const { return q_.nodes[node].column; }
    [[nodiscard]] double rightOf(std::uint32_t node) const { return l_.nodes[node].x + l_.columns[column(node)].width; }

    void placeRoots() {
        std::vector<std::vector<std::uint32_t>> leaving(q_.nodes.size());
        for (std::uint32_t i = 0; i < q_.edges.size(); ++i)
            leaving[q_.edges[i].from].push_back(i);
        for (std::uint32_t node = 0; node < leaving.size(); ++node) {
            auto& edges = leaving[node];
            const double own = l_.nodes[node].y;
            std::ranges::stable_sort(edges, {}, [this](std::uint32_t e) { return l_.nodes[q_.edges[e].to].y; });
            // What runs straight ahead leaves from the middle, the others on their sides of it.
            std::ptrdiff_t middle = static_cast<std::ptrdiff_t>(edges.size() - 1) / 2;
            for (std::size_t i = 0; i < edges.size(); ++i)
                if (l_.nodes[q_.edges[edges[i]].to].y == own) middle = static_cast<std::ptrdiff_t>(i);
            const double gap =
                std::min(Layout::rootGap, mostLift / std::max(1.0, static_cast<double>(edges.size()) / 2));
            for (std::size_t i = 0; i < edges.size(); ++i) {
                const double lift = static_cast<double>(static_cast<std::ptrdiff_t>(i) - middle) * gap;
                root_[edges[i]] = own + std::clamp(lift, -mostLift, mostLift);
            }
        }
    }

    void placeHeads() {
        std::vector<std::vector<std::uint32_t>> coming(q_.nodes.size());
        for (std::uint32_t i = 0; i < q_.edges.size(); ++i)
            coming[q_.edges[i].to].push_back(i);
        for (std::uint32_t node = 0; node < coming.size(); ++node) {
            auto& edges = coming[node];
            std::ranges::stable_sort(edges, {}, [this](std::uint32_t e) {
                const bool backwards = column(q_.edges[e].from) >= column(q_.edges[e].to);
                return std::pair(backwards, l_.nodes[q_.edges[e].from].y);
            });
            const double count = static_cast<double>(edges.size());
            const double gap = count < 2 ? 0 : std::min(Layout::headGap, 2 * mostLift / (count - 1));
            for (std::size_t i = 0; i < edges.size(); ++i)
                head_[edges[i]] = l_.nodes[node].y + (static_cast<double>(i) - (count - 1) / 2) * gap;
        }
    }

    /// Words stand on the straight ends of their edges, those of a node's edges below each other at its arrows and, as
    /// far as the straight ends reach, beside each other. Where heads are too near they are lifted from their lines.
    void placeWords() {
        std::vector<std::vector<std::uint32_t>> worded(q_.nodes.size()); ///< by node: edges from top to bottom
        for (std::uint32_t i = 0; i < q_.edges.size(); ++i)
            if (q_.edges[i].labelWidth > 0) worded[q_.edges[i].to].push_back(i);
        for (auto& edges : worded)
            std::ranges::stable_sort(edges, {}, [this](std::uint32_t e) { return head_[e]; });
        for (const auto& column : order_)
            for (std::size_t i = 0; i < column.size(); ++i) {
                const double y = l_.nodes[column[i]].y;
                const double above = i == 0 ? Layout::pitch : y - l_.nodes[column[i - 1]].y;
                const double below = i + 1 == column.size() ? Layout::pitch : l_.nodes[column[i + 1]].y - y;
                placeWords(worded[column[i]], y - std::min(above, Layout::pitch) / 2,
                           y + std::min(below, Layout::pitch) / 2);
            }
    }

    /// Of the edges into a node, between two heights.
    void placeWords(const std::vector<std::uint32_t>& edges, double top, double bottom) {
        if (edges.empty()) return;
        double widest = 0, room = straightEnd(edges[0]);
        for (const std::uint32_t e : edges) {
            widest = std::max(widest, q_.edges[e].labelWidth);
            room = std::min(room, straightEnd(e));
        }
        const auto rows = static_cast<std::size_t>((bottom - top) / Layout::wordsHeight);
        const auto beside = 1 + static_cast<std::size_t>(std::max(0.0, room - widest) / (widest + labelGap));
        const std::size_t stacks = std::min(beside, (edges.size() + rows - 1) / rows);
        const std::size_t shown = std::min(edges.size(), stacks * rows);
        std::vector<std::vector<std::uint32_t>> stacked(stacks);
        for (const std::uint32_t e : edges)
            l_.edges[e].crowded = true;
        for (std::size_t k = 0; k < shown; ++k) { // evenly among them, from the first to the last
            const std::uint32_t e = edges[k * (edges.size() - 1) / std::max<std::size_t>(1, shown - 1)];
            l_.edges[e].crowded = false;
            stacked[k % stacks].push_back(e);
        }
        for (std::size_t s = 0; s < stacks; ++s)
            stack(stacked[s], static_cast<double>(s) * (widest + labelGap), top, bottom);
    }

    /// Places words below each other, so far from their arrows.
    void stack(const std::vector<std::uint32_t>& edges, double away, double top, double bottom) {
        std::vector<double> wanted;
        wanted.reserve(edges.size());
        for (const std::uint32_t e : edges)
            wanted.push_back(head_[e]);
        const std::vector<double> places = spread(wanted, Layout::wordsHeight);
        for (std::size_t i = 0; i < edges.size(); ++i) {
            const double before = (static_cast<double>(i) + 0.5) * Layout::wordsHeight;
            const double behind = (static_cast<double>(edges.size() - i) - 0.5) * Layout::wordsHeight;
            const double right = l_.nodes[q_.edges[edges[i]].to].x - Layout::arrow - labelInset - away;
            l_.edges[edges[i]].label = {right - q_.edges[edges[i]].labelWidth / 2,
                                        std::clamp(places[i], top + before, bottom - behind)};
        }
    }

    /// How far the straight end of an edge reaches from its arrow.
    [[nodiscard]] double straightEnd(std::uint32_t edge) const {
        const auto& points = l_.edges[edge].points;
        return points.back().x - Layout::arrow - labelInset - points[points.size() - 4].x;
    }

    void draw(std::uint32_t i) {
        const LayoutEdge& edge = q_.edges[i];
        const LayoutPoint from{rightOf(edge.from), root_[i]};
        const LayoutPoint to{l_.nodes[edge.to].x, head_[i]};
        LayoutRoute& route = l_.edges[i];
        route.points = {from};
        const std::uint32_t a = column(edge.from), b = column(edge.to);
        if (b <= a)
            backwards(route, from, to, edge);
        else if (b == a + 1)
            bendTo(route, {std::min(from.x + bend, to.x - Layout::arrow), to.y});
        else
            throughLane(route, from, to, a, b);
        straightTo(route, to);
        route.label = {to.x - Layout::arrow - labelInset - edge.labelWidth / 2, to.y};
    }

    static void bendTo(LayoutRoute& route, LayoutPoint to) {
        const LayoutPoint from = route.points.back();
        const double reach = (to.x - from.x) * 0.62;
        route.points.insert(route.points.end(), {{from.x + reach, from.y}, {to.x - reach, to.y}, to});
    }
    static void straightTo(LayoutRoute& route, LayoutPoint to) {
        const LayoutPoint from = route.points.back();
        route.points.insert(route.points.end(), {from, to, to});
    }
    /// A quarter of a circle, nearly.
    static void turnTo(LayoutRoute& route, LayoutPoint edge, LayoutPoint to) {
        const LayoutPoint from = route.points.back();
        constexpr double k = 0.55;
        route.points.insert(route.points.end(), {{from.x + (edge.x - from.x) * k, from.y + (edge.y - from.y) * k},
                                                 {to.x + (edge.x - to.x) * k, to.y + (edge.y - to.y) * k},
                                                 to});
    }

    void throughLane(LayoutRoute& route, LayoutPoint from, LayoutPoint to, std::uint32_t a, std::uint32_t b) {
        const double left = l_.columns[a + 1].x - clearance;
        const double right = l_.columns[b - 1].x + l_.columns[b - 1].width + clearance;
        const double y = freeLane(from.y, to.y, left, right, a + 1, b - 1);
        lanes_.push_back({left, right, y});
        const double into = std::min(from.x + wideBend, left);
        if (y != from.y) bendTo(route, {into, y});
        straightTo(route, {right, y});
        const double last = l_.columns[b].x;
        if (y != to.y) bendTo(route, {std::min(right + bend, last - Layout::arrow), to.y});
    }

    /// The height nearest to both ends at which nothing stands in the columns between and no other lane runs.
    double freeLane(double from, double to, double left, double right, std::uint32_t first, std::uint32_t last) {
        std::vector<double> candidates{from, to};
        double top = std::min(from, to), bottom = std::max(from, to);
        for (std::uint32_t c = first; c <= last; ++c)
            for (const std::uint32_t node : order_[c]) {
                const double y = l_.nodes[node].y;
                top = std::min(top, y);
                bottom = std::max(bottom, y);
                for (const double lift : {Layout::nodeHeight / 2 + clearance, Layout::nodeHeight / 2 + clearance + 5})
                    candidates.insert(candidates.end(), {y - lift, y + lift});
            }
        for (int i = 0; i < 40; ++i) {
            candidates.push_back(top - Layout::nodeHeight / 2 - clearance - i * laneGap);
            candidates.push_back(bottom + Layout::nodeHeight / 2 + clearance + 6 + i * laneGap);
        }
        const auto cost = [&](double y) { return std::abs(y - from) + std::abs(y - to) + std::abs(y - to) * 0.01; };
        std::ranges::stable_sort(candidates, {}, cost);
        for (const double y : candidates)
            if (isFree(y, left, right, first, last)) return y;
        return candidates.back();
    }

    [[nodiscard]] bool isFree(double y, double left, double right, std::uint32_t first, std::uint32_t last) const {
        for (std::uint32_t c = first; c <= last; ++c)
            for (const std::uint32_t node : order_[c])
                if (std::abs(l_.nodes[node].y - y) < Layout::nodeHeight / 2 + clearance - 0.5) return false;
        return std::ranges::none_of(lanes_, [&](const Lane& lane) {
            return lane.left < right && left < lane.right && std::abs(lane.y - y) < laneGap - 1.5;
        });
    }

    /// Out to the right, down below what lies between, back, and up into the target from the left.
    void backwards(LayoutRoute& route, LayoutPoint from, LayoutPoint to, const LayoutEdge& edge) {
        const double out = from.x + 2 * corner;
        const double in = to.x - Layout::arrow - edge.labelWidth - 2 * corner;
        double y = std::max(l_.nodes[edge.from].y, l_.nodes[edge.to].y) + Layout::nodeHeight / 2 + 2 * clearance;
        while (!isFree(y, in, out, column(edge.to), column(edge.from)))
            y += laneGap;
        lanes_.push_back({in, out, y});
        straightTo(route, {out - corner, from.y});
        turnTo(route, {out, from.y}, {out, from.y + corner});
        straightTo(route, {out, y - corner});
        turnTo(route, {out, y}, {out - corner, y});
        straightTo(route, {in + corner, y});
        turnTo(route, {in, y}, {in, y - corner});
        straightTo(route, {in, to.y + corner});
        turnTo(route, {in, to.y}, {in + corner, to.y});
    }

    const LayoutQuestion& q_;
    const std::vector<std::vector<std::uint32_t>>& order_;
    Layout& l_;
    std::vector<double> root_, head_; ///< by edge
    std::vector<Lane> lanes_;
};

} // namespace

void route(const LayoutQuestion& question, const std::vector<std::vector<std::uint32_t>>& order, Layout& layout) {
    Router(question, order, layout).run();
}

} // namespace idscope
