#pragma once

#include <atomic>
#include <exception>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace idscope {

/// Calls `work` on so many threads, this one among them, or on fewer when the system has no more to give, and returns
/// when all have ended. What one throws is thrown here; the others must find out by themselves that they should end.
template <class Work>
void onThreads(unsigned threads, const Work& work) {
    std::mutex mutex;
    std::exception_ptr thrown;
    const auto guarded = [&] {
        try {
            work();
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!thrown) thrown = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        try {
            for (unsigned i = 1; i < threads; ++i)
                others.emplace_back(guarded);
            // NOLINTNEXTLINE(bugprone-empty-catch): those that there are do all of the work
        } catch (const std::system_error&) { // no room for a stack
            // NOLINTNEXTLINE(bugprone-empty-catch): the same
        } catch (const std::bad_alloc&) {
        }
        guarded();
    }
    if (thrown) std::rethrow_exception(thrown);
}

/// Calls `work(part)` once for each part below `parts`, on as many threads. As onThreads().
template <class Work>
void onParts(unsigned parts, const Work& work) {
    std::atomic<unsigned> next = 0;
    onThreads(parts, [&] {
        for (unsigned part = next++; part < parts; part = next++)
            work(part);
    });
}

} // namespace idscope
