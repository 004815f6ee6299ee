#include "models/filter/filterparts.h"

#include <algorithm>
#include <utility>

namespace idscope {

namespace {

void append(FilterParts& parts, const ExpressionPtr& expression) {
    if (!expression) return;
    if (const auto* all = std::get_if<And>(&expression->node)) {
        for (const ExpressionPtr& part : all->parts)
            append(parts, part);
    } else {
        parts.push_back({.expression = expression});
    }
}

/// What is demanded already needs no switch.
bool isDemanded(const FilterParts& parts, const ExpressionPtr& part) {
    return std::ranges::find(parts, FilterPart{.expression = part}) != parts.end();
}

void dropDemanded(FilterParts& parts) {
    for (std::size_t i = parts.size(); i-- > 0;)
        if (!parts[i].on && isDemanded(parts, parts[i].expression))
            parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
}

} // namespace

FilterParts partsOf(const ExpressionPtr& expression) {
    FilterParts parts;
    append(parts, expression);
    return parts;
}

ExpressionPtr expressionOf(const FilterParts& parts) {
    And all;
    for (const FilterPart& part : parts)
        if (part.on) all.parts.push_back(part.expression);
    if (all.parts.empty()) return nullptr;
    return all.parts.size() == 1 ? all.parts.front() : makeExpression(std::move(all));
}

FilterParts withExpression(const FilterParts& parts, const ExpressionPtr& expression) {
    FilterParts changed = partsOf(expression);
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!parts[i].on)
            changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(std::min(i, changed.size())), parts[i]);
    dropDemanded(changed);
    return changed;
}

FilterParts replaced(const FilterParts& parts, std::span<const std::size_t> old, const ExpressionPtr& part) {
    FilterParts changed;
    std::size_t place = parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!std::ranges::binary_search(old, i))
            changed.push_back(parts[i]);
        else if (place == parts.size())
            place = changed.size();
    }
    place = std::min(place, changed.size());
    for (const FilterPart& added : partsOf(part)) {
        if (isDemanded(changed, added.expression)) continue;
        changed.insert(changed.begin() + static_cast<std::ptrdiff_t>(place), added);
        ++place;
    }
    dropDemanded(changed);
    return changed;
}

std::vector<std::size_t> placesOf(const ExpressionPtr& expression, const FilterParts& parts) {
    std::vector<std::size_t> places;
    for (const FilterPart& wanted : partsOf(expression)) {
        const auto found = std::ranges::find(parts, wanted);
        if (found == parts.end()) return {};
        places.push_back(static_cast<std::size_t>(found - parts.begin()));
    }
    std::ranges::sort(places);
    return places;
}

FilterParts without(FilterParts parts, std::size_t index) {
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(index));
    return parts;
}

FilterParts toggled(FilterParts parts, std::size_t index) {
    parts[index].on = !parts[index].on;
    return parts;
}

FilterParts invertedAt(const FilterParts& parts, std::size_t index) {
    // The complement of a complement may be several parts: `not (a and b)`.
    FilterParts changed(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(index));
    for (FilterPart part : partsOf(inverted(parts[index].expression))) {
        part.on = parts[index].on;
        changed.push_back(std::move(part));
    }
    changed.insert(changed.end(), parts.begin() + static_cast<std::ptrdiff_t>(index) + 1, parts.end());
    return changed;
}

ExpressionPtr inverted(const ExpressionPtr& part) {
    if (const auto* no = std::get_if<Not>(&part->node)) return no->inner;
    if (const auto* compare = std::get_if<Compare>(&part->node)) {
        if (compare->op == CompareOp::Equal)
            return makeExpression(Compare{compare->operand, CompareOp::NotEqual, compare->value});
        if (compare->op == CompareOp::NotEqual)
            return makeExpression(Compare{compare->operand, CompareOp::Equal, compare->value});
    }
    if (const auto* has = std::get_if<HasState>(&part->node)) {
        if (has->state == StateOp::Empty) return makeExpression(HasState{has->operand, StateOp::NotEmpty});
        if (has->state == StateOp::NotEmpty) return makeExpression(HasState{has->operand, StateOp::Empty});
    }
    return makeExpression(Not{part});
}

} // namespace idscope
