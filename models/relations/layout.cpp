#include "models/relations/layout.h"

#include "models/relations/layoutroutes.h"
#include "models/relations/spread.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace idscope {

namespace {

constexpr int passes = 6;
constexpr double bend = 28;       ///< width of the bend behind a source
constexpr double labelRoom = 14;  ///< around the words of an edge, with its arrow
constexpr double leastGap = 72;   ///< between columns
constexpr double nearlyEqual = 9; ///< heights that are made equal, so that an edge is straight

using Order = std::vector<std::vector<std::uint32_t>>; ///< by column: its nodes from top to bottom

class Arranger {
public:
    explicit Arranger(const LayoutQuestion& question) : q_(question), y_(question.nodes.size(), 0) {
        left_.resize(q_.nodes.size());
        right_.resize(q_.nodes.size());
        for (const LayoutEdge& edge : q_.edges) {
            if (q_.nodes[edge.from].column == q_.nodes[edge.to].column) continue;
            const bool forwards = q_.nodes[edge.from].column < q_.nodes[edge.to].column;
            right_[forwards ? edge.from : edge.to].push_back(forwards ? edge.to : edge.from);
            left_[forwards ? edge.to : edge.from].push_back(forwards ? edge.from : edge.to);
        }
        std::uint32_t columns = static_cast<std::uint32_t>(q_.columns.size());
        for (const LayoutNode& node : q_.nodes)
            columns = std::max(columns, node.column + 1);
        order_.resize(columns);
        for (std::uint32_t i = 0; i < q_.nodes.size(); ++i)
            order_[q_.nodes[i].column].push_back(i);
    }

    void arrange() {
        const bool anew = std::ranges::none_of(q_.nodes, [](const LayoutNode& node) { return node.y.has_value(); });
        if (anew)
            arrangeAnew();
        else
            insert();
    }

    [[nodiscard]] const std::vector<double>& heights() const { return y_; }
    [[nodiscard]] const Order& order() const { return order_; }

private:
    void arrangeAnew() {
        for (auto& column : order_)
            place(column, [](std::uint32_t) { return 0.0; });
        for (std::size_t c = 1; c < order_.size(); ++c)
            sortAndPlace(order_[c], left_);
        for (std::size_t c = order_.size(); c-- > 0;)
            sortAndPlace(order_[c], right_);
        for (std::size_t c = 1; c < order_.size(); ++c)
            sortAndPlace(order_[c], left_);
        for (int pass = 0; pass < passes; ++pass) {
            for (auto& column : order_)
                place(column, [this](std::uint32_t node) { return between(node); });
            for (std::size_t c = order_.size(); c-- > 0;)
                place(order_[c], [this](std::uint32_t node) { return between(node); });
        }
        straighten();
    }

    /// The mean height of neighbours, or the node's own where there is none.
    [[nodiscard]] double mean(const std::vector<std::uint32_t>& nodes, double own) const {
        if (nodes.empty()) return own;
        double sum = 0;
        for (const std::uint32_t node : nodes)
            sum += y_[node];
        return sum / static_cast<double>(nodes.size());
    }
    [[nodiscard]] double between(std::uint32_t node) const {
        if (left_[node].empty()) return mean(right_[node], y_[node]);
        if (right_[node].empty()) return mean(left_[node], y_[node]);
        return (mean(left_[node], 0) + mean(right_[node], 0)) / 2;
    }

    template <class Wanted>
    void place(std::vector<std::uint32_t>& column, Wanted wanted) {
        std::vector<double> heights;
        heights.reserve(column.size());
        for (const std::uint32_t node : column)
            heights.push_back(wanted(node));
        heights = spread(heights, Layout::pitch);
        for (std::size_t i = 0; i < column.size(); ++i)
            y_[column[i]] = heights[i];
    }

    void sortAndPlace(std::vector<std::uint32_t>& column, const std::vector<std::vector<std::uint32_t>>& neighbours) {
        std::ranges::stable_sort(column, {}, [&](std::uint32_t node) { return mean(neighbours[node], y_[node]); });
        place(column, [&](std::uint32_t node) { return mean(neighbours[node], y_[node]); });
    }

    /// Where a node is nearly as high as one it is connected with and there is room, it becomes exactly as high.
    void straighten() {
        for (const auto& column : order_)
            for (std::size_t i = 0; i < column.size(); ++i)
                for (const std::uint32_t other : left_[column[i]]) {
                    const double wanted = y_[other];
                    if (std::abs(wanted - y_[column[i]]) > nearlyEqual) continue;
                    const bool above = i == 0 || wanted - y_[column[i - 1]] >= Layout::nodeHeight + 6;
                    const bool below = i + 1 == column.size() || y_[column[i + 1]] - wanted >= Layout::nodeHeight + 6;
                    if (above && below) y_[column[i]] = wanted;
                    break;
                }
    }

    /// Keeps what was there, and puts new nodes between.
    void insert() {
        for (auto& column : order_) {
            std::vector<std::uint32_t> kept, fresh;
            for (const std::uint32_t node : column)
                (q_.nodes[node].y ? kept : fresh).push_back(node);
            for (const std::uint32_t node : kept)
                y_[node] = *q_.nodes[node].y;
            std::ranges::stable_sort(kept, {}, [this](std::uint32_t node) { return y_[node]; });
            column = kept;
            for (const std::uint32_t node : fresh)
                insertOne(column, node);
        }
    }

    void insertOne(std::vector<std::uint32_t>& column, std::uint32_t node) {
        // Beside what it hangs on, below its siblings that came before.
        const std::uint32_t own = q_.nodes[node].column;
        double wanted = 0;
        bool found = false;
        for (const auto* sides : {&left_, &right_})
            for (const std::uint32_t other : (*sides)[node])
                if (!found && (q_.nodes[other].y || q_.nodes[other].column < own)) {
                    wanted = y_[other];
                    found = true;
                }
        auto at = std::ranges::find_if(column, [&](std::uint32_t other) { return y_[other] > wanted; });
        while (at != column.end() && !q_.nodes[*at].y)
            ++at;
        const auto index = static_cast<std::size_t>(at - column.begin());
        const double lowest = index == 0 ? wanted : std::max(wanted, y_[column[index - 1]] + Layout::pitch);
        y_[node] = lowest;
        column.insert(at, node);
        // The fewer of the nodes that were there are pushed aside.
        const auto keptIn = [this, &column](std::size_t first, std::size_t end) {
            return std::ranges::count_if(std::span(column).subspan(first, end - first),
                                         [this](std::uint32_t other) { return q_.nodes[other].y.has_value(); });
        };
        const auto keptBefore = keptIn(0, index);
        const auto keptAfter = keptIn(index + 1, column.size());
        if (keptAfter <= keptBefore) {
            for (std::size_t i = index + 1; i < column.size(); ++i)
                y_[column[i]] = std::max(y_[column[i]], y_[column[i - 1]] + Layout::pitch);
        } else {
            if (index + 1 < column.size()) y_[node] = std::min(y_[node], y_[column[index + 1]] - Layout::pitch);
            for (std::size_t i = index; i-- > 0;)
                y_[column[i]] = std::min(y_[column[i]], y_[column[i + 1]] - Layout::pitch);
        }
    }

    const LayoutQuestion& q_;
    std::vector<double> y_;
    std::vector<std::vector<std::uint32_t>> left_, right_; ///< by node: its neighbours in columns before and behind
    Order order_;
};

/// As wide as their nodes, as far from each other as the words of edges and heads need, and never nearer than before.
std::vector<LayoutColumn> columnsOf(const LayoutQuestion& question, std::size_t count) {
    std::vector<LayoutColumn> columns(count);
    std::vector<double> labels(count, 0);
    for (const LayoutEdge& edge : question.edges) {
        double& label = labels[question.nodes[edge.to].column];
        label = std::max(label, edge.labelWidth);
    }
    const auto before = [&](std::size_t c) { return c < question.columns.size() ? question.columns[c] : std::nullopt; };
    for (const LayoutNode& node : question.nodes)
        columns[node.column].width = std::max(columns[node.column].width, node.width);
    for (std::size_t c = 0; c < count; ++c)
        if (before(c)) columns[c].width = std::max(columns[c].width, before(c)->width);
    for (std::size_t c = 1; c < count; ++c) {
        double pitch = columns[c - 1].width + std::max(leastGap, bend + labels[c] + labelRoom);
        if (c <= question.heads.size()) pitch = std::max(pitch, question.heads[c - 1]);
        if (before(c - 1) && before(c)) pitch = std::max(pitch, before(c)->x - before(c - 1)->x);
        columns[c].x = columns[c - 1].x + pitch;
    }
    // Back to where most of the nodes were.
    std::vector<double> moves;
    for (const LayoutNode& node : question.nodes)
        if (node.y && before(node.column)) moves.push_back(before(node.column)->x - columns[node.column].x);
    if (moves.empty()) return columns;
    std::ranges::sort(moves);
    const double median = std::round((moves[(moves.size() - 1) / 2] + moves[moves.size() / 2]) / 2);
    for (LayoutColumn& column : columns)
        column.x += median;
    return columns;
}

} // namespace

Layout layOut(const LayoutQuestion& question) {
    Arranger arranger(question);
    arranger.arrange();
    Layout layout;
    layout.columns = columnsOf(question, arranger.order().size());
    for (std::uint32_t i = 0; i < question.nodes.size(); ++i)
        layout.nodes.push_back({layout.columns[question.nodes[i].column].x, arranger.heights()[i]});
    route(question, arranger.order(), layout);
    return layout;
}

} // namespace idscope
