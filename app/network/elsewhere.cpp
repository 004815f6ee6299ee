#include "app/network/elsewhere.h"

#include <QCoreApplication>

#include <chrono>
#include <future>
#include <system_error>
#include <utility>
#include <vector>

namespace idscope {

namespace {

using Workers = std::vector<std::future<void>>; // each waits for its thread when it dies

/// Those under way, and some that have ended. The application waits for them before it ends: what they use goes with
/// it.
Workers& workers() {
    static Workers all = [] {
        qAddPostRoutine([] { workers().clear(); });
        return Workers();
    }();
    return all;
}

} // namespace

bool startElsewhere(std::function<void()> work) {
    std::erase_if(workers(), [](const std::future<void>& worker) {
        return worker.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    });
    try {
        // A future keeps its function as long as it lives: what that has captured goes with the work instead.
        workers().push_back(
            std::async(std::launch::async, [work = std::move(work)]() mutable { std::exchange(work, nullptr)(); }));
    } catch (const std::system_error&) { // no room for a stack
        return false;
    }
    return true;
}

} // namespace idscope
