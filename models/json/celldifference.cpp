#include "models/json/celldifference.h"

#include "models/json/path.h"
#include "models/json/secrets.h"

#include <algorithm>
#include <map>
#include <utility>

namespace idscope {

namespace {

/// What two cells have in common: the same path, and of several equal keys the same one.
struct Place {
    std::string path;
    std::size_t occurrence = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

class Comparer {
public:
    explicit Comparer(std::size_t cells) : cells_(cells) { result_.unreadable.resize(cells); }

    void add(std::size_t cell, std::string_view text) {
        if (text.empty()) return; // nothing there, and nothing wrong
        if (text.size() > CellDifference::longestCell) return refuse(cell);
        const JsonDocument document(text);
        if (!document.valid()) return refuse(cell);
        const std::vector<TextSpan> secrets = secretSpans(document);
        std::map<std::string, std::size_t> seen;
        std::size_t hidden = 0; // what lies in a secret stands before this byte
        for (std::uint32_t i = 0; i < document.nodes().size(); ++i) {
            const JsonNode& node = document.nodes()[i];
            const bool secret = isSecret(secrets, node);
            if (node.value.begin < hidden || (node.children > 0 && !secret)) continue;
            if (secret) hidden = node.value.end();
            Place place{pathText(pathTo(document, i)), 0};
            place.occurrence = seen[place.path]++;
            CellDifference::Value value{node.kind, {}, secret};
            value.text = secret ? std::string(secretDots) : std::string(document.raw(node));
            put(cell, std::move(place), std::move(value));
        }
    }

    CellDifference take() {
        for (CellDifference::Line& line : result_.lines)
            line.differs = differs(line);
        return std::move(result_);
    }

private:
    void refuse(std::size_t cell) { result_.unreadable[cell] = true; }

    void put(std::size_t cell, Place place, CellDifference::Value value) {
        const auto [known, isNew] = lines_.try_emplace(std::move(place), result_.lines.size());
        if (isNew && result_.lines.size() == CellDifference::mostLines) {
            lines_.erase(known);
            ++result_.left;
            return;
        }
        if (isNew) {
            result_.lines.push_back({.path = known->first.path, .values = {}});
            result_.lines.back().values.resize(cells_);
        }
        result_.lines[known->second].values[cell] = std::move(value);
    }

    static bool same(const CellDifference::Value& a, const CellDifference::Value& b) {
        if (a.secret || b.secret) return a.secret == b.secret;
        if (a.kind != b.kind) return false;
        return a.text == b.text || (a.kind == JsonKind::String && decodeJsonString(a.text) == decodeJsonString(b.text));
    }

    [[nodiscard]] bool differs(const CellDifference::Line& line) const {
        const std::optional<CellDifference::Value>* first = nullptr;
        for (std::size_t cell = 0; cell < cells_; ++cell) {
            if (result_.unreadable[cell]) continue;
            const auto& value = line.values[cell];
            if (first == nullptr) first = &value;
            if (value.has_value() != first->has_value() || (value && !same(*value, **first))) return true;
        }
        return false;
    }

    std::size_t cells_;
    CellDifference result_;
    std::map<Place, std::size_t> lines_;
};

} // namespace

std::optional<CellDifference> compareCells(std::span<const std::string_view> cells, const std::stop_token& stop) {
    Comparer comparer(cells.size());
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        if (stop.stop_requested()) return std::nullopt;
        comparer.add(cell, cells[cell]);
    }
    return comparer.take();
}

} // namespace idscope
