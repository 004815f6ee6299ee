#pragma once

#include <cstddef>
#include <new>
#include <sys/mman.h>
#include <vector>

namespace idscope {

/// Allocates what is large in large pages, where the system has them: what is read here and there finds its addresses
/// without looking them up in memory first.
template <class T>
struct LargePages {
    using value_type = T;

    LargePages() = default;
    template <class Other>
    explicit(false) LargePages(const LargePages<Other>& /*unused*/) {}

    /// Throws std::bad_alloc.
    T* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        void* const memory = ::operator new(bytes, alignment(bytes));
        if (bytes >= page) ::madvise(memory, bytes, MADV_HUGEPAGE); // a wish
        return static_cast<T*>(memory);
    }
    void deallocate(T* memory, std::size_t count) noexcept { ::operator delete(memory, alignment(count * sizeof(T))); }

    friend bool operator==(const LargePages& /*unused*/, const LargePages& /*unused*/) { return true; }

private:
    static constexpr std::size_t page = std::size_t{2} << 20U;
    static constexpr std::align_val_t alignment(std::size_t bytes) {
        return std::align_val_t{bytes >= page ? page : alignof(std::max_align_t)};
    }
};

template <class T>
using LargeVector = std::vector<T, LargePages<T>>;

} // namespace idscope
