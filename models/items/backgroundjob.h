#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace idscope {

/// Runs work on a thread of its own and hands results over to the thread it was made on: the one place where models hop
/// between threads. The newest work wins: it stops the one before, and whatever that had still to hand over is dropped,
/// never shown. A member of whoever gets the results, on whose thread it is used.
class BackgroundJob {
public:
    /// To be called on the thread of the job.
    using Call = std::function<void()>;
    /// Hands a call over while the work goes on. From the worker's thread, or any it started.
    using Deliver = std::function<void(Call)>;
    /// Works until done or until `stop` asks it to end; the call it returns is its result.
    using Work = std::function<Call(std::stop_token stop, const Deliver& deliver)>;

    /// `failed`: called in place of a result when there was not enough memory for the work, or no thread. It says so to
    /// people: nothing they wait for ends in silence.
    explicit BackgroundJob(Call failed);
    /// Stops the work and waits for it to notice. Nothing is handed over any more.
    ~BackgroundJob();
    BackgroundJob(const BackgroundJob&) = delete;
    BackgroundJob& operator=(const BackgroundJob&) = delete;

    /// Starts `work` in place of whatever runs. Returns at once.
    void start(Work work);
    /// Asks the work to stop and drops its results. Returns at once.
    void cancel();
    /// Asks the work to stop; its result, whatever it is by then, is still handed over. Returns at once.
    void stop();
    /// From start() until cancel(), or until the result is handed over (not any more within that call).
    [[nodiscard]] bool isActive() const { return active_; }

private:
    struct Order {
        std::uint64_t number = 0;
        Work work;
        std::stop_source stop;
    };
    class Mailbox;

    void run(const std::stop_token& end);
    void finish(std::uint64_t number, Call result);

    Call failed_;
    std::unique_ptr<Mailbox> mailbox_;
    bool active_ = false;

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::optional<Order> waiting_;               ///< guarded by mutex_
    std::stop_source current_{std::nostopstate}; ///< guarded by mutex_
    std::jthread thread_;                        ///< last: it uses all of the above
};

} // namespace idscope
