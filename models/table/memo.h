#pragma once

#include <condition_variable>
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>
#include <utility>

namespace idscope {

/// What was found out about a table and may be asked again, by name, within a budget: what was used longest ago goes
/// first. Names must tell their types apart. Any thread.
class Memo {
public:
    static constexpr std::size_t mostBytes = std::size_t{64} << 20U;

    template <class T>
    [[nodiscard]] std::shared_ptr<const T> find(const std::string& name) {
        const std::lock_guard lock(mutex_);
        const auto found = entries_.find(name);
        if (found == entries_.end()) return nullptr;
        found->second.used = ++uses_;
        return std::static_pointer_cast<const T>(found->second.value);
    }

    template <class T>
    void keep(const std::string& name, std::shared_ptr<const T> value, std::size_t bytes) {
        const std::lock_guard lock(mutex_);
        if (bytes > mostBytes || !entries_.try_emplace(name, Entry{std::move(value), bytes, ++uses_}).second) return;
        bytes_ += bytes;
        while (bytes_ > mostBytes)
            dropOldest();
    }

    /// What is kept as long as the memo, outside its budget, and never made by two at once: found, waited for while
    /// another thread makes it, or made here by `make()`. Null when stopped, or when `make` gives null; whoever asks
    /// next then tries again.
    template <class T, class Make>
    [[nodiscard]] std::shared_ptr<const T> once(const std::string& name, const std::stop_token& stop, Make make) {
        std::unique_lock lock(mutex_);
        Once& once = once_[name];
        if (!made_.wait(lock, stop, [&] { return !once.isBeingMade; })) return nullptr;
        if (once.value) return std::static_pointer_cast<const T>(once.value);
        once.isBeingMade = true;
        lock.unlock();
        std::shared_ptr<const T> made;
        try {
            made = make();
        } catch (...) {
            finish(once, nullptr);
            throw;
        }
        finish(once, made);
        return made;
    }

private:
    struct Once {
        bool isBeingMade = false;
        std::shared_ptr<const void> value;
    };
    struct Entry {
        std::shared_ptr<const void> value;
        std::size_t bytes = 0;
        std::size_t used = 0;
    };
    void finish(Once& once, std::shared_ptr<const void> made) {
        const std::lock_guard lock(mutex_);
        once.value = std::move(made);
        once.isBeingMade = false;
        made_.notify_all();
    }
    void dropOldest() {
        auto oldest = entries_.begin();
        for (auto at = entries_.begin(); at != entries_.end(); ++at)
            if (at->second.used < oldest->second.used) oldest = at;
        bytes_ -= oldest->second.bytes;
        entries_.erase(oldest);
    }

    std::mutex mutex_;
    std::map<std::string, Entry> entries_;
    std::size_t bytes_ = 0;
    std::size_t uses_ = 0;
    std::map<std::string, Once> once_;
    std::condition_variable_any made_;
};

} // namespace idscope
