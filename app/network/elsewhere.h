#pragma once

#include <QFutureWatcher>
#include <QPromise>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace idscope {

/// Does `work`, which must not throw, in a thread of its own, and drops it there; the application waits for it before
/// it ends. False where no thread can be had. GUI thread.
[[nodiscard]] bool startElsewhere(std::function<void()> work);

/// Does `work`, which may take its time, in another thread, and then `done` with its result in the event loop of
/// `context`: unless that is gone by then, for nobody waits. Where there is no thread for it, or it throws (for want of
/// memory, say), the result is `instead`. GUI thread.
template <class Work, class Done>
void doElsewhere(QObject* context, Work work, std::invoke_result_t<const Work&> instead, Done done) {
    using Result = std::invoke_result_t<const Work&>;
    auto promise = std::make_shared<QPromise<Result>>();
    auto* const watcher = new QFutureWatcher<Result>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(promise->future());
    const auto end = [promise](const Result& result) {
        promise->start();
        promise->addResult(result);
        promise->finish();
    };
    const bool started = startElsewhere([end, work = std::move(work), instead] {
        const auto result = [&]() -> Result {
            try {
                return work();
            } catch (...) {
                return instead;
            }
        };
        end(result());
    });
    if (!started) end(instead);
}

} // namespace idscope
