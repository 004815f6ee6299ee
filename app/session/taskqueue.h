#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace idscope {

/// Does tasks, which must not throw, one after the other in the order they were asked for, on a thread of its own.
/// Where no thread can be had, add() itself does its task. Used from one thread.
class TaskQueue {
public:
    using Task = std::function<void()>;

    TaskQueue() = default;
    /// Waits until all is done.
    ~TaskQueue() = default;
    TaskQueue(const TaskQueue&) = delete;
    TaskQueue& operator=(const TaskQueue&) = delete;

    void add(Task task);
    /// Drops the tasks that have not begun.
    void clear();

private:
    void run(const std::stop_token& end);

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<Task> waiting_; ///< guarded by mutex_
    std::jthread thread_;      ///< last: it uses all of the above
};

} // namespace idscope
