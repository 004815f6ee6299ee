#pragma once

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace idscope {

/// Hands what one thread makes to another that uses it, so that both work at once: `make(item)` fills an item on a
/// thread of its own and returns false when there is no more; `use(item)` gets each on this thread, in order, and
/// returns false to end before. Items come back to be filled again. What either throws is thrown here. Where no thread
/// can be had, this one does both by turns.
template <class Item, class Make, class Use>
void handOver(Make make, Use use) {
    std::mutex mutex;
    std::condition_variable changed;
    std::optional<Item> made;
    std::optional<Item> used(std::in_place);
    bool ended = false; // by either side
    std::exception_ptr thrown;
    const auto end = [&] {
        const std::lock_guard lock(mutex);
        ended = true;
        changed.notify_all();
    };
    const auto makeAll = [&] {
        try {
            for (Item item; make(item);) {
                std::unique_lock lock(mutex);
                changed.wait(lock, [&] { return ended || !made; });
                if (ended) return;
                made = std::exchange(item, used ? *std::exchange(used, std::nullopt) : Item());
                changed.notify_all();
            }
        } catch (...) {
            thrown = std::current_exception();
        }
        end();
    };
    std::jthread maker;
    try {
        maker = std::jthread(makeAll);
    } catch (const std::system_error&) { // nothing is made yet
        for (Item item; make(item) && use(item);) {
        }
        return;
    }
    while (true) {
        Item item;
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return ended || made; });
            if (!made) break;
            item = *std::exchange(made, std::nullopt);
            changed.notify_all();
        }
        try {
            if (!use(item)) {
                end();
                break;
            }
        } catch (...) {
            end(); // the maker waits for room
            throw;
        }
        const std::lock_guard lock(mutex);
        used = std::move(item);
    }
    maker.join();
    if (thrown) std::rethrow_exception(thrown);
}

} // namespace idscope
