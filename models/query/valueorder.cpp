#include "models/query/valueorder.h"

#include "models/query/decimal.h"
#include "models/query/naturalorder.h"
#include "models/query/textorder.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace idscope {

namespace {

std::string nameOf(const char* what, const Operand& operand) {
    return what + std::to_string(operand.column.value) + " " + std::to_string(static_cast<int>(operand.kind)) +
           pathText(operand.path);
}

std::shared_ptr<const ValueList> kept(const Table& table, const std::string& name, ValueList list) {
    const std::size_t bytes = list.size() * sizeof(std::uint32_t);
    auto shared = std::make_shared<const ValueList>(std::move(list));
    table.memo().keep(name, shared, bytes);
    return shared;
}

/// What comes first in each of these groups, and how texts are read there.
enum class Group : std::uint8_t { Instants, Numbers, Naturally, Bytes, Containers, Secrets };

/// Sorts values into groups, each by its own key; values of one key stay as they were, by bytes.
class Orderer {
public:
    Orderer(const Operand& operand, ColumnType type, const OperandValues& values)
        : operand_(operand), type_(type), values_(values) {}

    void add(std::uint32_t value) {
        const std::string_view text = values_.text(value);
        switch (groupOf(values_.kind(value))) {
        case Group::Instants:
            if (const auto instant = parseInstant(text)) return instants_.emplace_back(*instant, value), void();
            return bytes_.push_back(value);
        case Group::Numbers:
            if (auto number = parseDecimal(text)) return numbers_.emplace_back(std::move(*number), value), void();
            return bytes_.push_back(value);
        case Group::Naturally:
            return texts_.emplace_back(naturalKey(text), value), void();
        case Group::Bytes:
            return bytes_.push_back(value);
        case Group::Containers:
            return containers_.push_back(value);
        case Group::Secrets:
            return secrets_.push_back(value);
        }
    }

    ValueList take() {
        ValueList all;
        all.reserve(values_.size());
        place(instants_, all);
        place(numbers_, all);
        place(texts_, all);
        for (const ValueList& list : {bytes_, containers_, secrets_})
            all.insert(all.end(), list.begin(), list.end());
        return all;
    }

private:
    [[nodiscard]] Group groupOf(ValueKind kind) const {
        switch (kind) {
        case ValueKind::Number:
            return Group::Numbers;
        case ValueKind::Constant:
            return Group::Bytes;
        case ValueKind::Container:
            return Group::Containers;
        case ValueKind::Secret:
            return Group::Secrets;
        case ValueKind::Text:
            break;
        }
        if (operand_.kind == Operand::Kind::Path) return Group::Naturally;
        if (operand_.kind != Operand::Kind::Cell) return Group::Bytes;
        switch (type_) {
        case ColumnType::Instant:
            return Group::Instants;
        case ColumnType::Number:
            return Group::Numbers;
        case ColumnType::Text:
        case ColumnType::Url:
            return Group::Naturally;
        default:
            return Group::Bytes;
        }
    }

    template <class Key>
    static void place(std::vector<std::pair<Key, std::uint32_t>>& group, ValueList& all) {
        std::ranges::stable_sort(group, {}, &std::pair<Key, std::uint32_t>::first);
        for (const auto& [key, value] : group)
            all.push_back(value);
    }

    const Operand& operand_;
    ColumnType type_;
    const OperandValues& values_;
    std::vector<std::pair<Instant, std::uint32_t>> instants_;
    std::vector<std::pair<Decimal, std::uint32_t>> numbers_;
    std::vector<std::pair<std::string, std::uint32_t>> texts_;
    ValueList bytes_;
    ValueList containers_;
    ValueList secrets_;
};

} // namespace

std::shared_ptr<const ValueList> valuesByBytes(const Operand& operand, const Table& table,
                                               const std::stop_token& stop) {
    const std::string name = nameOf("values by bytes ", operand);
    if (auto known = table.memo().find<ValueList>(name)) return known;
    const auto values = OperandValues::of(operand, table, stop);
    if (!values) return nullptr;
    std::vector<TextEntry> entries;
    entries.reserve(values->size());
    for (std::uint32_t value = 0; value < values->size(); ++value)
        entries.push_back({values->text(value), value});
    sortByBytes(entries, stop);
    if (stop.stop_requested()) return nullptr;
    ValueList list(entries.size());
    std::ranges::transform(entries, list.begin(), &TextEntry::what);
    // Equal texts of different kinds stand in any order so far.
    for (std::size_t i = 0, first = 0; i < list.size(); ++i) {
        if (!entries[i].repeats) first = i;
        for (std::size_t at = i; at > first && list[at] < list[at - 1]; --at)
            std::swap(list[at], list[at - 1]);
    }
    return kept(table, name, std::move(list));
}

std::shared_ptr<const ValueList> valuesInOrder(const Operand& operand, const Table& table,
                                               const std::stop_token& stop) {
    const std::string name = nameOf("values in order ", operand);
    if (auto known = table.memo().find<ValueList>(name)) return known;
    const auto values = OperandValues::of(operand, table, stop);
    const auto byBytes = values ? valuesByBytes(operand, table, stop) : nullptr;
    if (!byBytes) return nullptr;
    Orderer orderer(operand, table.column(operand.column).type, *values);
    for (const std::uint32_t value : *byBytes) {
        if (stop.stop_requested()) return nullptr;
        orderer.add(value);
    }
    return kept(table, name, orderer.take());
}

} // namespace idscope
