#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace idscope {

/// A number of any length as written in decimal: sign × 0.digits × 10^exponent. `digits` begins and ends with no zero;
/// empty is zero. Exact, but for exponents beyond ±10^18, which count as that.
struct Decimal {
    bool negative = false;
    std::int64_t exponent = 0;
    std::string digits;

    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
};

/// The nearest floating-point number; 0 or infinity beyond what there is. Whatever the locale. O(digits).
long double nearest(const Decimal& number);

/// Reads `[+-]?(digits[.digits*]|.digits)([eE][+-]?digits)?`, no blanks; nothing for anything else. O(length).
std::optional<Decimal> parseDecimal(std::string_view text);

} // namespace idscope
