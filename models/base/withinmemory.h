#pragma once

#include <new>
#include <stdexcept>
#include <system_error>
#include <type_traits>

namespace idscope {

/// What `work` gives; where there is not enough memory for that, or no thread to be had, which is the same want, what
/// `otherwise` does.
template <class Work, class Otherwise>
auto withinMemory(const Work& work, const Otherwise& otherwise) -> std::invoke_result_t<const Work&> {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        return otherwise();
    } catch (const std::length_error&) { // of something larger than any memory
        return otherwise();
    } catch (const std::system_error& error) { // no room for a stack
        if (error.code() != std::errc::resource_unavailable_try_again) throw;
        return otherwise();
    }
}

} // namespace idscope
