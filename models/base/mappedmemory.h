#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace idscope {

/// Memory in pages of its own, which a file may be mapped over; in large pages, where the system has them. Move-only.
class MappedMemory {
public:
    static constexpr std::size_t unit = std::size_t{2} << 20U; ///< bytes of a large page

    /// Throws std::bad_alloc.
    explicit MappedMemory(std::size_t size) : bytes_(map(size)) {}
    MappedMemory(MappedMemory&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}
    MappedMemory& operator=(MappedMemory&&) = delete;
    ~MappedMemory() {
        if (!bytes_.empty()) ::munmap(bytes_.data(), bytes_.size());
    }

    /// Up to whole pages.
    [[nodiscard]] std::span<char> bytes() const { return bytes_; }

private:
    /// At a multiple of the unit: where more was mapped than asked for, what is before and behind goes back.
    static std::span<char> map(std::size_t size) {
        const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        const std::size_t wanted = (size + page - 1) / page * page;
        void* const memory = ::mmap(nullptr, wanted + unit, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) throw std::bad_alloc();
        char* const begin = static_cast<char*>(memory);
        const std::size_t before = (unit - reinterpret_cast<std::uintptr_t>(begin) % unit) % unit; // NOLINT: an address
        if (before > 0) ::munmap(begin, before);
        ::munmap(begin + before + wanted, unit - before);
        ::madvise(begin + before, wanted, MADV_HUGEPAGE); // a wish
        return {begin + before, wanted};
    }

    std::span<char> bytes_;
};

} // namespace idscope
