#include "models/query/regexmatcher.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <algorithm>
#include <array>
#include <cstdint>
#include <new>
#include <pcre2.h>

namespace idscope {

namespace {

constexpr std::uint32_t heapLimitKiB = 20'000;
constexpr std::size_t jitStackStart = std::size_t{32} * 1024;
constexpr std::size_t jitStackMost = std::size_t{16} * 1024 * 1024;

template <auto release>
struct Release {
    template <class T>
    void operator()(T* held) const {
        release(held);
    }
};

PCRE2_SPTR8 units(std::string_view text) {
    return reinterpret_cast<PCRE2_SPTR8>(text.data()); // NOLINT: PCRE2's name for bytes
}

std::string messageOf(int code) {
    std::array<PCRE2_UCHAR8, 256> buffer{};
    pcre2_get_error_message(code, buffer.data(), buffer.size());
    return reinterpret_cast<const char*>(buffer.data()); // NOLINT
}

} // namespace

struct RegexMatcher::Body {
    std::unique_ptr<pcre2_code, Release<pcre2_code_free>> code;
    std::unique_ptr<pcre2_match_data, Release<pcre2_match_data_free>> data;
    std::unique_ptr<pcre2_match_context, Release<pcre2_match_context_free>> context;
    std::unique_ptr<pcre2_jit_stack, Release<pcre2_jit_stack_free>> stack;
};

void RegexMatcher::Free::operator()(Body* body) const {
    delete body; // NOLINT: what unique_ptr itself would do if Body were known in the header
}

RegexMatcher::RegexMatcher(std::unique_ptr<Body, Free> body) : body_(std::move(body)) {}

std::expected<RegexMatcher, RegexError> RegexMatcher::compile(std::string_view pattern, bool ignoreCase,
                                                              std::uint32_t steps) {
    // Without NO_DOTSTAR_ANCHOR, `.*x` would be tried at line starts alone and miss what stands behind a bad byte.
    const std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NO_DOTSTAR_ANCHOR |
                                  PCRE2_NEVER_BACKSLASH_C | (ignoreCase ? PCRE2_CASELESS : 0);
    int problem = 0;
    PCRE2_SIZE at = 0;
    std::unique_ptr<Body, Free> body(new Body);
    body->code.reset(pcre2_compile(units(pattern), pattern.size(), options, &problem, &at, nullptr));
    if (!body->code) return std::unexpected(RegexError{messageOf(problem), at});
    body->data.reset(pcre2_match_data_create_from_pattern(body->code.get(), nullptr));
    body->context.reset(pcre2_match_context_create(nullptr));
    if (!body->data || !body->context) throw std::bad_alloc();
    pcre2_set_match_limit(body->context.get(), steps);
    pcre2_set_heap_limit(body->context.get(), heapLimitKiB);
    if (pcre2_jit_compile(body->code.get(), PCRE2_JIT_COMPLETE) == 0) {
        // Without a stack of its own, machine code gives up on long texts after 32 KiB.
        body->stack.reset(pcre2_jit_stack_create(jitStackStart, jitStackMost, nullptr));
        pcre2_jit_stack_assign(body->context.get(), nullptr, body->stack.get());
    }
    return RegexMatcher(std::move(body));
}

int RegexMatcher::match(std::string_view text, std::size_t from) {
    const auto run = [&](std::uint32_t options) {
        return pcre2_match(body_->code.get(), units(text), text.size(), from, options, body_->data.get(),
                           body_->context.get());
    };
    const int found = run(0);
    // The interpreter takes its memory from the heap, up to the limit set above.
    return found == PCRE2_ERROR_JIT_STACKLIMIT ? run(PCRE2_NO_JIT) : found;
}

RegexMatcher::Answer RegexMatcher::search(std::string_view text) {
    const int found = match(text, 0);
    if (found >= 0) return Answer::Yes;
    return found == PCRE2_ERROR_NOMATCH ? Answer::No : Answer::TooManySteps;
}

std::optional<TextSpan> RegexMatcher::find(std::string_view text, std::size_t from) {
    if (match(text, from) < 0) return std::nullopt;
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(body_->data.get());
    // With \K a match may begin behind its end.
    return TextSpan{std::min(ends[0], ends[1]), ends[1] - std::min(ends[0], ends[1])};
}

} // namespace idscope
