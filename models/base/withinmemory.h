#pragma once

#include <new>
#include <stdexcept>
#include <type_traits>

namespace idscope {

/// What `work` gives; where there is not enough memory for that, what `otherwise` does.
template <class Work, class Otherwise>
auto withinMemory(const Work& work, const Otherwise& otherwise) -> std::invoke_result_t<const Work&> {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return otherwise();
    } catch (const std::length_error&) { // of something larger than any memory
        return otherwise();
    }
}

} // namespace idscope
