#include "models/query/decimal.h"

#include <algorithm>
#include <cstdlib>

namespace idscope {

namespace {

constexpr std::int64_t largestExponent = 1'000'000'000'000'000'000;

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    std::optional<Decimal> run() {
        Decimal number;
        number.negative = takeSign();
        number.digits = takeDigits();
        number.exponent = static_cast<std::int64_t>(number.digits.size());
        if (take('.')) number.digits += takeDigits();
        if (number.digits.empty()) return std::nullopt;
        if (take('e') || take('E')) {
            const bool negative = takeSign();
            const std::string_view power = takeDigits();
            if (power.empty()) return std::nullopt;
            number.exponent += negative ? -bounded(power) : bounded(power);
        }
        if (!rest_.empty()) return std::nullopt;
        normalise(number);
        return number;
    }

private:
    bool take(char byte) {
        const bool there = rest_.starts_with(byte);
        if (there) rest_.remove_prefix(1);
        return there;
    }

    /// Whether there was a minus.
    bool takeSign() {
        const bool negative = take('-');
        if (!negative) take('+');
        return negative;
    }

    std::string_view takeDigits() {
        const auto end = std::ranges::find_if_not(rest_, isDigit);
        const std::string_view digits = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
        rest_.remove_prefix(digits.size());
        return digits;
    }

    static std::int64_t bounded(std::string_view digits) {
        std::int64_t value = 0;
        for (const char digit : digits)
            value = value < largestExponent / 10 ? value * 10 + (digit - '0') : largestExponent;
        return value;
    }

    static void normalise(Decimal& number) {
        const std::size_t zeros = number.digits.find_first_not_of('0');
        if (zeros == std::string::npos) {
            number = {};
            return;
        }
        number.digits.erase(number.digits.find_last_not_of('0') + 1);
        number.digits.erase(0, zeros);
        number.exponent -= static_cast<std::int64_t>(zeros);
    }

    std::string_view rest_;
};

} // namespace

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const auto sign = [](const Decimal& number) { return number.digits.empty() ? 0 : number.negative ? -1 : 1; };
    if (sign(a) != sign(b)) return sign(a) <=> sign(b);
    // The digits begin with no zero: the larger exponent wins, and digits compare from the left as text does.
    const Decimal& left = a.negative ? b : a;
    const Decimal& right = a.negative ? a : b;
    if (left.exponent != right.exponent) return left.exponent <=> right.exponent;
    return left.digits <=> right.digits;
}

long double nearest(const Decimal& number) {
    if (number.digits.empty()) return 0;
    // Without a point: what stands for one is a matter of the locale.
    const std::string text =
        number.digits + "e" + std::to_string(number.exponent - static_cast<std::int64_t>(number.digits.size()));
    const long double positive = std::strtold(text.c_str(), nullptr);
    return number.negative ? -positive : positive;
}

std::optional<Decimal> parseDecimal(std::string_view text) {
    return Reader(text).run();
}

} // namespace idscope
