#include "models/query/fewcodes.h"

#include <algorithm>
#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace idscope {

namespace {

constexpr std::size_t wordBits = 64;

} // namespace

std::optional<FewCodes> FewCodes::of(std::span<const std::uint8_t> answers, bool negated) {
    const auto asked = answers.first(std::min<std::size_t>(answers.size(), 256)); // a byte can't tell more
    const auto yes = static_cast<std::size_t>(std::ranges::count(asked, 1));
    const std::size_t no = asked.size() - yes;
    if (std::min(yes, no) > most) return std::nullopt;
    FewCodes few;
    const bool listsYes = yes <= no;
    for (std::size_t code = 0; code < asked.size(); ++code)
        if ((asked[code] == 1) == listsYes) few.codes_[few.count_++] = static_cast<std::uint8_t>(code);
    few.excluded_ = listsYes == negated;
    return few;
}

void FewCodes::keep(const std::uint8_t* codes, std::uint32_t rows, std::span<std::uint64_t> open) const {
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (open[i] == 0) continue;
        const std::uint8_t* const first = codes + i * wordBits;
        std::uint64_t found = 0;
        if ((i + 1) * wordBits <= rows)
            found = among(first);
        else
            for (std::uint64_t left = open[i]; left != 0; left &= left - 1)
                found |= std::uint64_t{isAmong(first[std::countr_zero(left)])} << std::countr_zero(left);
        open[i] &= excluded_ ? ~found : found;
    }
}

bool FewCodes::isAmong(std::uint8_t code) const {
    return std::find(codes_.begin(), codes_.begin() + static_cast<std::ptrdiff_t>(count_), code) !=
           codes_.begin() + static_cast<std::ptrdiff_t>(count_);
}

#if defined(__SSE2__)

std::uint64_t FewCodes::among(const std::uint8_t* codes) const {
    std::uint64_t found = 0;
    for (unsigned part = 0; part < wordBits / sizeof(__m128i); ++part) {
        const __m128i some = _mm_loadu_si128(reinterpret_cast<const __m128i*>(codes) + part); // NOLINT: bytes
        __m128i equal = _mm_setzero_si128();
        for (std::size_t i = 0; i < count_; ++i)
            equal = _mm_or_si128(equal, _mm_cmpeq_epi8(some, _mm_set1_epi8(static_cast<char>(codes_[i]))));
        found |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(equal)))
                 << (part * sizeof(__m128i));
    }
    return found;
}

#else

std::uint64_t FewCodes::among(const std::uint8_t* codes) const {
    std::uint64_t found = 0;
    for (std::size_t i = 0; i < wordBits; ++i)
        found |= std::uint64_t{isAmong(codes[i])} << i;
    return found;
}

#endif

} // namespace idscope
