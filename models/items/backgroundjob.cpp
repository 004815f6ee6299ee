#include "models/items/backgroundjob.h"

#include "models/base/background.h"
#include "models/base/withinmemory.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <deque>
#include <system_error>
#include <utility>

namespace idscope {

/// Takes calls over to its own thread, each with the number of its order. With a lock of its own: nobody who looks for
/// races can see those of Qt.
class BackgroundJob::Mailbox final : public QObject {
public:
    std::uint64_t newest = 0; ///< calls of other numbers are dropped; of its own thread only

    /// On any thread.
    void put(std::uint64_t number, Call call) {
        auto event = std::make_unique<QEvent>(QEvent::User); // where memory ends, there is no letter without one
        {
            const std::lock_guard lock(mutex_);
            letters_.push_back({number, std::move(call)});
        }
        QCoreApplication::postEvent(this, event.release());
    }

protected:
    /// One for each letter: what it calls may be the end of this.
    void customEvent(QEvent* /*unused*/) override {
        const Letter letter = take();
        if (letter.number == newest) letter.call();
    }

private:
    struct Letter {
        std::uint64_t number = 0;
        Call call;
    };
    Letter take() {
        const std::lock_guard lock(mutex_);
        Letter first = std::move(letters_.front());
        letters_.pop_front();
        return first;
    }

    std::mutex mutex_;
    std::deque<Letter> letters_; ///< guarded by mutex_
};

BackgroundJob::BackgroundJob(Call failed) : failed_(std::move(failed)), mailbox_(std::make_unique<Mailbox>()) {}

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
        waiting_ = Order{.number = mailbox_->newest, .work = std::move(work), .stop = {}};
    }
    wake_.notify_one();
    if (thread_.joinable()) return;
    try {
        thread_ = std::jthread([this](const std::stop_token& end) { run(end); });
    } catch (const std::system_error&) { // no room for a stack
        waiting_.reset();
        finish(mailbox_->newest, failed_);
    }
}

void BackgroundJob::cancel() {
    ++mailbox_->newest;
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
        const auto deliver = [&](Call call) { mailbox_->put(order.number, std::move(call)); };
        finish(order.number,
               withinMemory([&] { return order.work(order.stop.get_token(), deliver); }, [this] { return failed_; }));
    }
}

void BackgroundJob::finish(std::uint64_t number, Call result) {
    mailbox_->put(number, [this, result = std::move(result)] {
        active_ = false;
        if (result) result();
    });
}

} // namespace idscope
