#include "models/csv/bytemasks.h"

#include "models/base/bytesearch.h"

#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace idscope {

namespace {

/// Every bit becomes the exclusive or of itself and all below.
constexpr std::uint64_t prefixXor(std::uint64_t bits) {
    for (unsigned shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

constexpr std::uint64_t spread(std::uint64_t mask) {
    return 0 - (mask >> 63U); // the top bit everywhere
}

/// A bit per byte out of one top bit per byte.
constexpr std::uint64_t gathered(bytesearch::Word marks) {
    constexpr std::uint64_t gather = 0x0002040810204081;
    return (marks * gather) >> 56U;
}

std::uint64_t find(const char* bytes, char target) {
    std::uint64_t mask = 0;
    for (unsigned i = 0; i < ByteMasks::width / bytesearch::wordBytes; ++i)
        mask |= gathered(bytesearch::equalBytes(bytesearch::load(bytes + i * bytesearch::wordBytes), target))
                << (i * bytesearch::wordBytes);
    return mask;
}

} // namespace

std::uint64_t findMasksPortably(const char* bytes, std::span<ByteMasks> masks, std::uint64_t quoted) {
    static_assert(std::endian::native == std::endian::little, "the lowest bit is the first byte");
    for (ByteMasks& mask : masks) {
        mask = {.quotes = find(bytes, '"'),
                .commas = find(bytes, ','),
                .lineFeeds = find(bytes, '\n'),
                .returns = find(bytes, '\r')};
        mask.quoted = prefixXor(mask.quotes) ^ quoted;
        quoted = spread(mask.quoted);
        bytes += ByteMasks::width;
    }
    return quoted;
}

#if defined(__x86_64__)

namespace {

/// AVX2 compares 32 bytes at once; multiplying without carry by all ones is prefixXor().
[[gnu::target("avx2,pclmul")]] std::uint64_t findMasksByVectors(const char* bytes, std::span<ByteMasks> masks,
                                                                std::uint64_t quoted) {
    const __m256i quote = _mm256_set1_epi8('"');
    const __m256i comma = _mm256_set1_epi8(',');
    const __m256i lineFeed = _mm256_set1_epi8('\n');
    const __m256i carriageReturn = _mm256_set1_epi8('\r');
    const __m128i ones = _mm_set1_epi8('\xFF');
    for (ByteMasks& mask : masks) {
        __m256i low;
        __m256i high;
        std::memcpy(&low, bytes, sizeof low);
        std::memcpy(&high, bytes + sizeof low, sizeof high);
#define IDSCOPE_EQUAL(target)                                                                                          \
    (static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, target))) |                                \
     static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, target))))     \
         << 32U)
        mask.quotes = IDSCOPE_EQUAL(quote);
        mask.commas = IDSCOPE_EQUAL(comma);
        mask.lineFeeds = IDSCOPE_EQUAL(lineFeed);
        mask.returns = IDSCOPE_EQUAL(carriageReturn);
#undef IDSCOPE_EQUAL
        const __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128(static_cast<long long>(mask.quotes)), ones, 0);
        mask.quoted = static_cast<std::uint64_t>(_mm_cvtsi128_si64(product)) ^ quoted;
        quoted = spread(mask.quoted);
        bytes += ByteMasks::width;
    }
    return quoted;
}

} // namespace

MaskFinder fastestMaskFinder() {
    const bool hasVectors = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("pclmul") != 0;
    return hasVectors ? findMasksByVectors : findMasksPortably;
}

#else

MaskFinder fastestMaskFinder() {
    return findMasksPortably;
}

#endif

} // namespace idscope
