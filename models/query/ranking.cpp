#include "models/query/ranking.h"

#include "models/base/parallel.h"
#include "models/query/decimal.h"
#include "models/query/instant.h"
#include "models/query/naturalorder.h"
#include "models/query/operandvalue.h"
#include "models/query/textorder.h"

#include <algorithm>
#include <iterator>
#include <list>
#include <string>
#include <string_view>
#include <utility>

namespace idscope {

namespace {

template <class Key>
struct Entry {
    Key key;
    std::uint32_t code = 0;
};

/// A text in natural order.
struct NaturalText {
    std::string key;
    std::string_view text;
    std::uint32_t code = 0;
};

/// Sorts distinct values into groups by what they are, each group by its own order.
class Ranker {
public:
    Ranker(const Operand& operand, const Table& table) : operand_(operand), type_(table.column(operand.column).type) {}

    void add(std::string_view cell, std::uint32_t code) {
        if (cell.empty()) return empty_.push_back(code);
        switch (operand_.kind) {
        case Operand::Kind::Cell:
            return addCell(cell, code);
        case Operand::Kind::Path:
            return addJsonValue(cell, code);
        default:
            const std::string_view part = brnPart(cell, operand_.kind);
            return part.empty() ? empty_.push_back(code) : bytes_.push_back({part, code});
        }
    }

    /// To be called when all values are added.
    void sortKeys() {
        std::ranges::sort(instants_, {}, &Entry<Instant>::key);
        std::ranges::sort(numbers_, {}, &Entry<Decimal>::key);
    }

    /// Takes over what another has; the keys of both are sorted.
    void merge(Ranker&& other) {
        mergeKeys(instants_, other.instants_);
        mergeKeys(numbers_, other.numbers_);
        append(texts_, other.texts_);
        append(bytes_, other.bytes_);
        append(containers_, other.containers_);
        append(unreadable_, other.unreadable_);
        append(empty_, other.empty_);
        own_.splice(own_.end(), other.own_);
    }

    /// When stopped, the ranks are any.
    Ranking finish(std::uint32_t codes, const std::stop_token& stop) {
        ranking_.byCode.resize(codes);
        place(instants_);
        place(numbers_);
        placeTexts(stop);
        placeBytes(bytes_, stop);
        placeBytes(containers_, stop);
        for (const std::uint32_t code : unreadable_)
            ranking_.byCode[code] = ranking_.values;
        for (const std::uint32_t code : empty_)
            ranking_.byCode[code] = ranking_.values + 1;
        return std::move(ranking_);
    }

private:
    void addCell(std::string_view cell, std::uint32_t code) {
        switch (type_) {
        case ColumnType::Instant: {
            const auto instant = parseInstant(cell);
            return instant ? instants_.push_back({*instant, code}) : unreadable_.push_back(code);
        }
        case ColumnType::Number: {
            auto number = parseDecimal(cell);
            return number ? numbers_.push_back({std::move(*number), code}) : unreadable_.push_back(code);
        }
        case ColumnType::Text:
        case ColumnType::Url:
            return addText(cell, code);
        case ColumnType::Id:
        case ColumnType::Json:
        case ColumnType::Brn:
        case ColumnType::Color:
            return bytes_.push_back({cell, code});
        }
    }

    /// Numbers, then strings, then true and false, then objects and arrays.
    void addJsonValue(std::string_view cell, std::uint32_t code) {
        auto value = firstJsonValue(cell, operand_.path, false);
        if (!value || value->kind == JsonKind::Null) return empty_.push_back(code);
        if (value->kind == JsonKind::Number) return numbers_.push_back({*parseDecimal(value->text), code});
        const std::string& text = own_.emplace_back(std::move(value->text));
        if (value->kind == JsonKind::String) return addText(text, code);
        const bool container = value->kind == JsonKind::Object || value->kind == JsonKind::Array;
        (container ? containers_ : bytes_).push_back({text, code});
    }

    void addText(std::string_view text, std::uint32_t code) { texts_.push_back({naturalKey(text), text, code}); }

    template <class T>
    static void append(std::vector<T>& all, std::vector<T>& more) {
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }

    template <class Key>
    static void mergeKeys(std::vector<Entry<Key>>& all, std::vector<Entry<Key>>& more) {
        const auto middle = static_cast<std::ptrdiff_t>(all.size());
        append(all, more);
        std::ranges::inplace_merge(all, all.begin() + middle, {}, &Entry<Key>::key);
    }

    /// Gives the next ranks to a group.
    template <class Key>
    void place(const std::vector<Entry<Key>>& group) {
        const Entry<Key>* before = nullptr;
        for (const Entry<Key>& entry : group) {
            if (before == nullptr || before->key != entry.key) ++ranking_.values;
            ranking_.byCode[entry.code] = ranking_.values - 1;
            before = &entry;
        }
    }

    void placeBytes(std::vector<TextEntry>& group, const std::stop_token& stop) {
        sortByBytes(group, stop);
        for (const TextEntry& entry : group) {
            if (!entry.repeats) ++ranking_.values;
            ranking_.byCode[entry.what] = ranking_.values - 1;
        }
    }

    /// By their keys; those of equal keys by bytes.
    void placeTexts(const std::stop_token& stop) {
        std::vector<TextEntry> byKey;
        byKey.reserve(texts_.size());
        for (const NaturalText& text : texts_)
            byKey.push_back({text.key, static_cast<std::uint32_t>(byKey.size())});
        sortByBytes(byKey, stop);
        std::vector<TextEntry> equal;
        for (std::size_t i = 0; i < byKey.size() && !stop.stop_requested(); ++i) {
            const NaturalText& text = texts_[byKey[i].what];
            equal.push_back({text.text, text.code});
            if (i + 1 < byKey.size() && byKey[i + 1].repeats) continue;
            placeBytes(equal, stop);
            equal.clear();
        }
    }

    const Operand& operand_;
    ColumnType type_;
    std::vector<Entry<Instant>> instants_;
    std::vector<Entry<Decimal>> numbers_;
    std::vector<NaturalText> texts_;
    std::vector<TextEntry> bytes_;
    std::vector<TextEntry> containers_; ///< of JSON
    std::vector<std::uint32_t> unreadable_;
    std::vector<std::uint32_t> empty_;
    std::list<std::string> own_; ///< texts that no dictionary holds
    Ranking ranking_;
};

/// Groups all values; many are shared by two threads.
Ranker rankerOf(const Operand& operand, const Table& table, std::uint32_t codes, const std::stop_token& stop) {
    constexpr std::uint32_t manyCodes = 10'000; // for fewer, a thread would cost more than it brings
    std::vector<Ranker> rankers(codes < manyCodes ? 1 : 2, Ranker(operand, table));
    const auto parts = static_cast<unsigned>(rankers.size());
    const auto beginOf = [&](unsigned part) { return static_cast<std::uint32_t>(std::uint64_t{codes} * part / parts); };
    onParts(parts, [&](unsigned part) {
        for (std::uint32_t code = beginOf(part); code < beginOf(part + 1); ++code) {
            if (stop.stop_requested()) return;
            rankers[part].add(table.value(operand.column, Code{code}), code);
        }
        rankers[part].sortKeys();
    });
    for (unsigned part = 1; part < parts && !stop.stop_requested(); ++part)
        rankers.front().merge(std::move(rankers[part]));
    return std::move(rankers.front());
}

/// What a ranking depends on, beside the table: columns of one dictionary and type share it.
std::string nameOf(const Operand& operand, const Table& table) {
    std::uint32_t first = 0;
    while (&table.dictionary(ColumnId{first}) != &table.dictionary(operand.column) ||
           table.column(ColumnId{first}).type != table.column(operand.column).type ||
           table.distinct(ColumnId{first}) != table.distinct(operand.column))
        ++first;
    return "ranking " + std::to_string(first) + " " + std::to_string(static_cast<int>(operand.kind)) +
           pathText(operand.path);
}

} // namespace

std::shared_ptr<const Ranking> rank(const Operand& operand, const Table& table, const std::stop_token& stop) {
    const std::string name = nameOf(operand, table);
    if (auto known = table.memo().find<Ranking>(name)) return known;
    const std::uint32_t codes = table.distinct(operand.column);
    auto ranking = std::make_shared<const Ranking>(rankerOf(operand, table, codes, stop).finish(codes, stop));
    if (stop.stop_requested()) return nullptr;
    table.memo().keep(name, ranking, codes * sizeof(std::uint32_t));
    return ranking;
}

} // namespace idscope
