#include "app/session/taskqueue.h"

#include "models/base/background.h"

#include <system_error>
#include <utility>

namespace idscope {

void TaskQueue::add(Task task) {
    if (!thread_.joinable()) {
        try {
            thread_ = std::jthread([this](const std::stop_token& end) { run(end); });
        } catch (const std::system_error&) { // no room for a stack
            task();
            return;
        }
    }
    {
        const std::lock_guard lock(mutex_);
        waiting_.push_back(std::move(task));
    }
    wake_.notify_one();
}

void TaskQueue::clear() {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
}

void TaskQueue::run(const std::stop_token& end) {
    standBack();
    while (true) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            // True as long as there is a task, asked to end or not.
            if (!wake_.wait(lock, end, [this] { return !waiting_.empty(); })) return;
            task = std::move(waiting_.front());
            waiting_.pop_front();
        }
        task();
    }
}

} // namespace idscope
