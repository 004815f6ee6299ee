#pragma once

#include "models/schema/schema.h"
#include "models/table/dictionary.h"
#include "models/table/notice.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace idscope {

/// Something odd about a value, wherever it stands; `byte` is the place within it.
struct Oddity {
    NoticeKind kind{};
    std::uint64_t byte = 0;
};

/// Whether a notice of this kind quotes the value. Broken JSON is not: it may hold secrets.
constexpr bool quotesValue(NoticeKind kind) {
    return kind == NoticeKind::OddBrn || kind == NoticeKind::OddValue;
}

/// What the values of a pool are held against.
struct ValueRules {
    ColumnType type = ColumnType::Text;
    bool requiresId = false; ///< an empty value is a missing ID
};

/// Whether the bytes hold a NUL or are no UTF-8; nothing else. O(bytes).
std::vector<Oddity> textOddities(std::string_view value);

/// That a value is not what its column needs it to be: a missing ID, broken JSON, an odd BRN or other value. O(bytes).
std::optional<Oddity> typeOddity(const ValueRules& rules, std::string_view value);

/// All that is odd about a value. An empty one is only ever a missing ID. O(bytes).
std::vector<Oddity> oddities(const ValueRules& rules, std::string_view value);

/// The dictionary of one or more columns while it grows, with what is odd about its values: each is judged once, when
/// it first appears. One thread.
class ValuePool {
public:
    ValuePool(ValueRules rules, std::uint64_t seed) : rules_(rules), dictionary_(std::make_shared<Dictionary>(seed)) {}

    Code intern(std::string_view value) { return intern(value, dictionary_->hash(value)); }
    Code intern(std::string_view value, std::uint32_t hash) {
        const Code code = dictionary_->intern(value, hash);
        if (code.value == isOdd_.size()) judge(code, value);
        return code;
    }
    [[nodiscard]] std::string_view at(Code code) const { return dictionary_->at(code); }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(dictionary_->size()); }
    [[nodiscard]] const std::shared_ptr<Dictionary>& dictionary() const { return dictionary_; }

    /// What is odd about an interned value, mostly nothing. O(1).
    [[nodiscard]] bool isOdd(Code code) const { return isOdd_[code.value]; }
    [[nodiscard]] std::span<const Oddity> odditiesOf(Code code) const {
        if (!isOdd(code)) return {};
        return odd_.at(code);
    }

private:
    void judge(Code code, std::string_view value);

    ValueRules rules_;
    std::shared_ptr<Dictionary> dictionary_;
    std::vector<bool> isOdd_; ///< by code
    std::unordered_map<Code, std::vector<Oddity>> odd_;
};

} // namespace idscope
