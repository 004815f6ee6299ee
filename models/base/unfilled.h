#pragma once

#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace idscope {

/// Leaves values that are not given any as their memory is: for vectors that are made in their size and then written,
/// maybe by several threads. Whoever makes one writes all of it.
template <class T>
struct Unfilled : std::allocator<T> {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
    template <class Other>
    struct rebind { // NOLINT(readability-identifier-naming): the standard's name
        using other = Unfilled<Other>;
    };

    Unfilled() = default;
    template <class Other>
    explicit(false) Unfilled(const Unfilled<Other>& /*unused*/) {}

    template <class U>
    void construct(U* /*unused*/) noexcept {}
    template <class U, class... Arguments>
    void construct(U* at, Arguments&&... arguments) {
        ::new (static_cast<void*>(at)) U(std::forward<Arguments>(arguments)...);
    }
};

template <class T>
using UnfilledVector = std::vector<T, Unfilled<T>>;

} // namespace idscope
