#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>

namespace idscope {

/// Bytes per second, smoothed: what happened two seconds ago counts for a third.
class RateMeter {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// Forgets all; `bytes` is where counting goes on.
    void restart(std::uint64_t bytes, Time now) { *this = RateMeter{bytes, now}; }
    /// Tells how many bytes there are in all by now.
    void update(std::uint64_t bytes, Time now) {
        const double seconds = std::chrono::duration<double>(now - at_).count();
        if (seconds <= 0) return;
        const double rate = bytes < bytes_ ? 0 : static_cast<double>(bytes - bytes_) / seconds;
        const double weight = primed_ ? 1 - std::exp(-seconds / 2) : 1;
        rate_ += weight * (rate - rate_);
        primed_ = true;
        bytes_ = bytes;
        at_ = now;
    }
    [[nodiscard]] double bytesPerSecond() const { return rate_; }

    RateMeter() = default;

private:
    RateMeter(std::uint64_t bytes, Time now) : bytes_(bytes), at_(now) {}

    std::uint64_t bytes_ = 0;
    Time at_;
    double rate_ = 0;
    bool primed_ = false;
};

} // namespace idscope
