#pragma once

#include "models/base/span.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace idscope {

/// Why a pattern can't be used: PCRE2's words, and the byte of the pattern where it noticed.
struct RegexError {
    std::string message;
    std::size_t at = 0;
};

/// A regular expression ready to be asked: PCRE2 with UTF and UCP, compiled to machine code where possible. Bytes that
/// are no UTF-8 match nothing. One thread at a time.
class RegexMatcher {
public:
    /// PCRE2's own limit, stated so that no build of it changes what is an error.
    static constexpr std::uint32_t mostSteps = 10'000'000;
    static std::expected<RegexMatcher, RegexError> compile(std::string_view pattern, bool ignoreCase,
                                                           std::uint32_t steps = mostSteps);

    enum class Answer : unsigned char { No, Yes, TooManySteps };
    /// Whether the pattern is found anywhere in the text; gives up after a fixed number of steps.
    Answer search(std::string_view text);
    /// The first match at or behind `from`; nothing too when it takes too many steps.
    std::optional<TextSpan> find(std::string_view text, std::size_t from);

private:
    struct Body;
    struct Free {
        void operator()(Body* body) const;
    };
    int match(std::string_view text, std::size_t from);
    explicit RegexMatcher(std::unique_ptr<Body, Free> body);

    std::unique_ptr<Body, Free> body_;
};

} // namespace idscope
