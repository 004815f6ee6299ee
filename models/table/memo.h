#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
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

private:
    struct Entry {
        std::shared_ptr<const void> value;
        std::size_t bytes = 0;
        std::size_t used = 0;
    };
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
};

} // namespace idscope
