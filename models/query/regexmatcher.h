#pragma once

#include <cstddef>
#include <expected>
#include <memory>
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
    static std::expected<RegexMatcher, RegexError> compile(std::string_view pattern, bool ignoreCase);

    enum class Answer : unsigned char { No, Yes, TooManySteps };
    /// Whether the pattern is found anywhere in the text; gives up after a fixed number of steps.
    Answer search(std::string_view text);

private:
    struct Body;
    struct Free {
        void operator()(Body* body) const;
    };
    explicit RegexMatcher(std::unique_ptr<Body, Free> body);

    std::unique_ptr<Body, Free> body_;
};

} // namespace idscope
