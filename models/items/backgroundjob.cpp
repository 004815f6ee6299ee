#include "models/items/backgroundjob.h"

#include "models/base/background.h"
#include "models/base/withinmemory.h"

#include <QMetaObject>

#include <system_error>
#include <utility>

namespace idscope {

BackgroundJob::BackgroundJob(QObject* receiver, Call failed) : receiver_(receiver), failed_(std::move(failed)) {}

BackgroundJob::~BackgroundJob() {
    cancel();
    if (thread_.joinable()) {
        thread_.request_stop();
        thread_.join();
    }
}

void BackgroundJob::start(Work work) {
    cancel();
    active_ = true;
    {
        const std::lock_guard lock(mutex_);
        waiting_ = Order{.number = *newest_, .work = std::move(work), .stop = {}};
    }
    wake_.notify_one();
    if (thread_.joinable()) return;
    try {
        thread_ = std::jthread([this](const std::stop_token& end) { run(end); });
    } catch (const std::system_error&) { // no room for a stack
        waiting_.reset();
        finish(*newest_, failed_);
    }
}

void BackgroundJob::cancel() {
    ++*newest_;
    active_ = false;
    const std::lock_guard lock(mutex_);
    waiting_.reset();
    current_.request_stop();
}

void BackgroundJob::stop() {
    const std::lock_guard lock(mutex_);
    if (waiting_)
        waiting_->stop.request_stop();
    else
        current_.request_stop();
}

void BackgroundJob::run(const std::stop_token& end) {
    standBack();
    while (true) {
        Order order;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, end, [this] { return waiting_.has_value(); });
            if (!waiting_) return;
            order = *std::move(waiting_);
            waiting_.reset();
            current_ = order.stop;
        }
        const auto deliver = [&](Call call) { handOver(order.number, std::move(call)); };
        finish(order.number,
               withinMemory([&] { return order.work(order.stop.get_token(), deliver); }, [this] { return failed_; }));
    }
}

void BackgroundJob::finish(std::uint64_t number, Call result) {
    handOver(number, [this, result = std::move(result)] {
        active_ = false;
        if (result) result();
    });
}

void BackgroundJob::handOver(std::uint64_t number, Call call) const {
    // The receiver can't die meanwhile: its destructor waits for this thread, and takes queued calls along.
    QMetaObject::invokeMethod(
        receiver_,
        [newest = newest_, number, call = std::move(call)] {
            if (*newest == number) call();
        },
        Qt::QueuedConnection);
}

} // namespace idscope
