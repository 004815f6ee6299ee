#pragma once

#include <functional>
#include <thread>

namespace idscope {

/// While it lives, SIGINT and SIGTERM call `onSignal` in a thread of its own instead of ending the process. To be made
/// in the main thread before any other thread, which would take the signal otherwise. Throws std::system_error when the
/// system has no descriptors left.
class Interruption {
public:
    explicit Interruption(std::function<void(int signal)> onSignal);
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// What a process that a signal ended tells its caller: 130 for SIGINT.
    static constexpr int exitCode(int signal) { return 128 + signal; }

private:
    int signals_ = -1;
    int end_ = -1;
    std::thread thread_;
};

} // namespace idscope
