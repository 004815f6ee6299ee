#include "models/relations/nodesearch.h"

#include "models/query/fold.h"
#include "models/relations/brn.h"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace idscope {

namespace {

/// How well a text is met; less is better.
enum class Fit : std::uint8_t { Whole, NameBegins, KeyBegins, WordBegins, Within, None };

struct Found {
    Fit fit = Fit::None;
    std::size_t fewer = 0; ///< the more relations, the less
    NodeId node;
    friend auto operator<=>(const Found&, const Found&) = default;
};

constexpr bool isWordByte(char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x80 || (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z');
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

class Search {
public:
    Search(const RelationGraph& graph, const EntityNames* names, std::string_view text) : graph_(graph), names_(names) {
        foldInto(sought_, trimmed(text));
    }

    [[nodiscard]] bool isBlank() const { return sought_.empty(); }

    Fit fit(NodeId node) {
        const std::string_view whole = graph_.name(node);
        if (!parseBrn(whole)) return nameFit(whole);
        const auto entity = names_ != nullptr ? names_->find(whole) : std::nullopt;
        const Fit byName = entity ? nameFit(entity->name) : Fit::None;
        return std::min(byName, keyFit(whole));
    }

private:
    Fit nameFit(std::string_view name) {
        foldInto(folded_, name);
        std::size_t at = folded_.find(sought_);
        if (at == std::string::npos) return Fit::None;
        if (at == 0) return folded_.size() == sought_.size() ? Fit::Whole : Fit::NameBegins;
        for (; at != std::string::npos; at = folded_.find(sought_, at + 1))
            if (!isWordByte(folded_[at - 1])) return Fit::WordBegins;
        return Fit::Within;
    }

    Fit keyFit(std::string_view brn) {
        foldInto(folded_, brn);
        const std::string_view key = std::string_view(folded_).substr(folded_.rfind(':') + 1);
        const std::string_view whole = sought_.starts_with("brn:") ? std::string_view(folded_) : key;
        if (whole.starts_with(sought_)) return whole.size() == sought_.size() ? Fit::Whole : Fit::KeyBegins;
        return key.contains(sought_) ? Fit::Within : Fit::None;
    }

    const RelationGraph& graph_;
    const EntityNames* names_;
    std::string sought_;
    std::string folded_;
};

} // namespace

std::expected<FoundNodes, RelationError> searchNodes(const RelationGraph& graph, const EntityNames* names,
                                                     std::string_view text, std::size_t limit,
                                                     const std::stop_token& stop) {
    Search search(graph, names, text);
    if (search.isBlank()) return FoundNodes{};
    std::vector<Found> found;
    for (std::uint32_t value = 0; value < graph.nodeLimit(); ++value) {
        if (value % 1024 == 0 && stop.stop_requested())
            return std::unexpected(RelationError{RelationErrorKind::Cancelled});
        const NodeId node{value};
        if (!graph.isNode(node)) continue;
        const Fit fit = search.fit(node);
        if (fit == Fit::None) continue;
        const std::size_t relations = graph.degree(node, Direction::Down) + graph.degree(node, Direction::Up);
        found.push_back({.fit = fit, .fewer = SIZE_MAX - relations, .node = node});
    }
    FoundNodes best{.best{}, .total = found.size()};
    const std::size_t count = std::min(limit, found.size());
    std::ranges::partial_sort(found, found.begin() + std::ptrdiff_t(count));
    for (std::size_t i = 0; i < count; ++i)
        best.best.push_back(found[i].node);
    return best;
}

} // namespace idscope
