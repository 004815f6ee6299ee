#include "models/query/operandvalues.h"

#include "models/base/randomhash.h"
#include "models/json/secrets.h"
#include "models/query/decimal.h"
#include "models/query/jsontests.h"
#include "models/query/operandvalue.h"
#include "models/schema/values.h"

#include <array>
#include <string>
#include <unordered_map>
#include <utility>

namespace idscope {

namespace {

constexpr std::size_t kinds = 5;

/// Numbers that are equal have the same.
std::string numberKey(std::string_view text) {
    const Decimal number = *parseDecimal(text);
    return (number.negative ? '-' : '+') + std::to_string(number.exponent) + ' ' + number.digits;
}

std::string instantKey(Instant instant) {
    return std::to_string(instant.seconds) + ' ' + std::to_string(instant.nanos);
}

} // namespace

/// Numbers values in order of first appearance.
class OperandValuesMaker {
public:
    OperandValuesMaker(const Operand& operand, const Table& table)
        : operand_(operand), table_(table), type_(table.column(operand.column).type),
          made_(std::make_shared<OperandValues>()) {}

    std::shared_ptr<const OperandValues> run(const std::stop_token& stop) {
        const std::uint32_t codes = table_.distinct(operand_.column);
        if (operand_.kind == Operand::Kind::Cell && type_ != ColumnType::Json && type_ != ColumnType::Instant)
            return cells(codes, stop);
        made_->byCode_.reserve(codes);
        for (std::uint32_t code = 0; code < codes; ++code) {
            if (stop.stop_requested()) return nullptr;
            firstOf_.clear();
            cell_ = std::uint64_t{code} + 1;
            add(table_.value(operand_.column, Code{code}), stop);
            made_->byCode_.push_back(firstOf_.empty() ? nothing : firstOf_.front());
            for (std::size_t i = 1; i < firstOf_.size(); ++i)
                made_->further_.emplace_back(code, firstOf_[i]);
            if (invalid_) made_->further_.emplace_back(code, broken);
        }
        if (stop.stop_requested()) return nullptr; // the last cell may not be read whole
        made_->size_ = static_cast<std::uint32_t>(made_->values_.size());
        for (std::uint32_t& value : made_->byCode_)
            if (value == nothing) value = made_->empty();
        for (auto& [code, value] : made_->further_) {
            if (value == broken) value = made_->invalid();
        }
        return made_;
    }

private:
    // until their numbers are known
    static constexpr std::uint32_t nothing = 0xFFFFFFFF;
    static constexpr std::uint32_t broken = 0xFFFFFFFE;

    static constexpr std::uint32_t codesPerLook = 4096; ///< cheap ones, between two looks at whether to stop

    std::shared_ptr<const OperandValues> cells(std::uint32_t codes, const std::stop_token& stop) {
        made_->dictionary_ = &table_.dictionary(operand_.column);
        made_->size_ = made_->emptyCode_ = codes;
        for (std::uint32_t code = 0; code < codes; ++code) {
            if (code % codesPerLook == 0 && stop.stop_requested()) return nullptr;
            if (!made_->dictionary_->at(Code{code}).empty()) continue;
            made_->emptyCode_ = code;
            break;
        }
        return made_;
    }

    void add(std::string_view cell, const std::stop_token& stop) {
        invalid_ = false;
        if (cell.empty()) return;
        switch (operand_.kind) {
        case Operand::Kind::Cell:
            return type_ == ColumnType::Json ? addJsonCell(cell, stop) : addInstant(cell);
        case Operand::Kind::Path:
            return addPath(cell, stop);
        default:
            if (const std::string_view part = brnPart(cell, operand_.kind); !part.empty())
                addValue(ValueKind::Text, part, part);
        }
    }

    void addJsonCell(std::string_view cell, const std::stop_token& stop) {
        if (isJsonNull(cell)) return;
        const std::vector<TextSpan> secrets = secretSpans(cell, stop);
        if (secrets.empty()) return addValue(ValueKind::Text, cell, cell);
        addOwn(ValueKind::Secret, masked(cell, secrets));
    }

    void addInstant(std::string_view cell) {
        const auto instant = parseInstant(cell);
        if (!instant) return addValue(ValueKind::Text, cell, cell);
        addKeyed(ValueKind::Number, ValueKind::Text, instantKey(*instant), cell);
    }

    void addPath(std::string_view cell, const std::stop_token& stop) {
        const JsonDocument document(cell, stop);
        invalid_ = !document.valid();
        const std::vector<TextSpan> secrets = secretSpans(document);
        for (const std::uint32_t index : resolve(document, operand_.path)) {
            const JsonNode& node = document.nodes()[index];
            if (isSecret(secrets, node))
                addValue(ValueKind::Secret, secretDots, secretDots);
            else
                addNode(document, node);
        }
    }

    void addNode(const JsonDocument& document, const JsonNode& node) {
        const std::string_view raw = document.raw(node);
        switch (node.kind) {
        case JsonKind::Null:
            return;
        case JsonKind::Object:
        case JsonKind::Array:
            return addOwn(ValueKind::Container, masked(raw));
        case JsonKind::Number:
            return addKeyed(ValueKind::Number, ValueKind::Number, numberKey(raw), raw);
        case JsonKind::True:
        case JsonKind::False:
            return addValue(ValueKind::Constant, raw, raw);
        case JsonKind::String:
            return addOwn(ValueKind::Text, document.scalar(node));
        }
    }

    /// A text that only lives as long as this call.
    void addOwn(ValueKind kind, const std::string& text) { addKeyed(kind, kind, text, text); }

    /// `group`: values of other groups may have the same key.
    void addKeyed(ValueKind group, ValueKind kind, const std::string& key, std::string_view text) {
        auto& known = known_[static_cast<std::size_t>(group)];
        if (const auto found = known.find(key); found != known.end()) return take(found->second);
        const std::string_view kept = key == text ? made_->texts_.copy(text) : text;
        known.emplace(key == text ? kept : made_->texts_.copy(key), number(kind, kept));
    }

    /// Key and text live as long as the table.
    void addValue(ValueKind kind, std::string_view key, std::string_view text) {
        auto& known = known_[static_cast<std::size_t>(kind)];
        const auto found = known.find(key);
        if (found != known.end()) return take(found->second);
        known.emplace(key, number(kind, text));
    }

    std::uint32_t number(ValueKind kind, std::string_view text) {
        const auto value = static_cast<std::uint32_t>(made_->values_.size());
        made_->values_.emplace_back(text, kind);
        lastCellOf_.push_back(0);
        take(value);
        return value;
    }

    /// The cell has the value, if it was not known to.
    void take(std::uint32_t value) {
        if (std::exchange(lastCellOf_[value], cell_) == cell_) return;
        firstOf_.push_back(value);
        made_->hasSeveral_ = made_->hasSeveral_ || firstOf_.size() > 1;
    }

    const Operand& operand_;
    const Table& table_;
    ColumnType type_;
    std::shared_ptr<OperandValues> made_;
    std::array<std::unordered_map<std::string_view, std::uint32_t, RandomHash>, kinds> known_;
    std::vector<std::uint32_t> firstOf_;    ///< the values of the cell at hand
    std::uint64_t cell_ = 0;                ///< its code + 1
    std::vector<std::uint64_t> lastCellOf_; ///< by value: the last cell that had it
    bool invalid_ = false;                  ///< it is not JSON
};

std::shared_ptr<const OperandValues> OperandValues::of(const Operand& operand, const Table& table,
                                                       const std::stop_token& stop) {
    const std::string name = "values " + std::to_string(operand.column.value) + " " +
                             std::to_string(static_cast<int>(operand.kind)) + pathText(operand.path);
    if (auto known = table.memo().find<OperandValues>(name)) return known;
    auto values = OperandValuesMaker(operand, table).run(stop);
    if (values)
        table.memo().keep(name, values,
                          values->byCode_.size() * sizeof(std::uint32_t) + values->further_.size() * 8 +
                              values->values_.size() * sizeof(values->values_.front()) + values->texts_.bytes());
    return values;
}

std::string_view OperandValues::text(std::uint32_t value) const {
    return dictionary_ != nullptr ? dictionary_->at(Code{value}) : values_[value].first;
}

ValueKind OperandValues::kind(std::uint32_t value) const {
    return dictionary_ != nullptr ? ValueKind::Text : values_[value].second;
}

std::vector<std::uint32_t> OperandValues::perValue(std::span<const std::uint32_t> perCode) const {
    std::vector<std::uint32_t> counts(std::size_t{size_} + 2);
    if (dictionary_ != nullptr) {
        std::copy(perCode.begin(), perCode.end(), counts.begin());
        if (emptyCode_ < size_) std::swap(counts[emptyCode_], counts[empty()]);
        return counts;
    }
    for (std::size_t code = 0; code < perCode.size(); ++code)
        counts[byCode_[code]] += perCode[code];
    for (const auto& [code, value] : further_)
        counts[value] += perCode[code];
    return counts;
}

} // namespace idscope
