#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <utility>

namespace idscope::test {

/// How long this thread has waited for a processor that others kept, in ns: no fault of the program. 0 where the kernel
/// does not tell.
inline qint64 waitedForProcessor() {
    QFile file(QStringLiteral("/proc/thread-self/schedstat")); // time run, time waited, turns
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').value(1).toLongLong();
}

/// The promise, in ms, for the whole window. Without optimisation the same work takes several times as long, and the
/// machine may be anybody's: there only what does its whole work in one turn is found.
#ifdef __OPTIMIZE__
inline constexpr double longestGapOfWindow = 50;
#else
inline constexpr double longestGapOfWindow = 250;
#endif

/// The same for models alone, which keep it without optimisation too, but not where every access is checked.
#ifdef __SANITIZE_THREAD__
inline constexpr double longestGapOfModels = 500;
#else
inline constexpr double longestGapOfModels = 50;
#endif

/// Lets the event loop come round until something is so; it is looked at after each event.
inline void comeRoundUntil(const std::function<bool()>& isSo) {
    while (!isSo()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

/// What came of an action, in ms.
struct Course {
    double milliseconds = 0; ///< until all was done
    double longestGap = 0;   ///< of the event loop, until a little later
};

/// The longest time in which the event loop did not come round although it could have.
class GapMeter {
public:
    GapMeter() {
        QObject::connect(&timer_, &QTimer::timeout, &timer_, [this] { tick(); });
        timer_.setTimerType(Qt::PreciseTimer);
        timer_.start(everyMs);
        restart();
    }
    /// In ms; begins anew.
    double restart() {
        tick();
        return std::exchange(longest_, 0.0);
    }
    /// Acts and waits until all is done; what is painted within `restMs` after that counts as a gap too.
    Course watch(const std::function<void()>& act, const std::function<bool()>& isDone, qint64 restMs = 0) {
        restart();
        QElapsedTimer time;
        time.start();
        act();
        comeRoundUntil(isDone);
        const double milliseconds = static_cast<double>(time.nsecsElapsed()) / 1e6;
        QCoreApplication::processEvents();
        comeRoundUntil([&time, end = static_cast<qint64>(milliseconds) + restMs] { return time.elapsed() >= end; });
        return {.milliseconds = milliseconds, .longestGap = restart()};
    }

private:
    void tick() {
        const qint64 waited = waitedForProcessor();
        const qint64 gap = since_.isValid() ? since_.nsecsElapsed() - (waited - waited_) : 0;
        longest_ = std::max(longest_, static_cast<double>(gap) / 1e6);
        waited_ = waited;
        since_.start();
    }
    static constexpr int everyMs = 2; ///< without a pause it would keep a processor from what it watches

    QTimer timer_;
    QElapsedTimer since_;
    qint64 waited_ = 0;
    double longest_ = 0;
};

} // namespace idscope::test
