#pragma once

#include <array>
#include <csignal>
#include <functional>
#include <thread>

namespace idscope {

/// While it lives, SIGINT, SIGTERM and SIGHUP (the terminal was closed) call `onSignal` in a thread of its own instead
/// of ending the process. A SIGHUP that was ignored before, as under nohup, stays ignored. One at a time. Throws
/// std::system_error when the system has no descriptors left.
class Interruption {
public:
    explicit Interruption(std::function<void(int signal)> onSignal);
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// What a process that a signal ended tells its caller: 130 for SIGINT.
    static constexpr int exitCode(int signal) { return 128 + signal; }

private:
    std::array<int, 2> ends_{}; ///< of a pipe: to be read, to be written
    std::array<struct sigaction, 3> before_{};
    std::thread thread_;
};

} // namespace idscope
