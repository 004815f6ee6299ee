#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace idscope {

/// What `--timing` prints. Milliseconds; phases that did not run are 0.
struct Timing {
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;
    unsigned threads = 1;
    double scan = 0; ///< until every row could be shown
    double load = 0; ///< until every column was indexed, scan included
    double filter = 0;
    double sort = 0;
    double facet = 0;
    double write = 0;

    /// One JSON object on one line, with the memory used by the process so far.
    [[nodiscard]] std::string json() const;
};

/// Adds the time between its making and its end to a phase.
class PhaseTimer {
public:
    explicit PhaseTimer(double& milliseconds) : milliseconds_(milliseconds) {}
    ~PhaseTimer() {
        milliseconds_ += std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin_).count();
    }
    PhaseTimer(const PhaseTimer&) = delete;
    PhaseTimer& operator=(const PhaseTimer&) = delete;

private:
    double& milliseconds_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

} // namespace idscope
