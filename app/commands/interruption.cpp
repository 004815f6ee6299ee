#include "app/commands/interruption.h"

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace idscope {

namespace {

constexpr std::array handled{SIGINT, SIGTERM, SIGHUP};

/// The writing end of the pipe, or -1. The one variable of the program that stands outside of everything: a signal
/// handler is told a number and nothing else.
constinit std::atomic<int> wakeUp = -1;
static_assert(std::atomic<int>::is_always_lock_free);

void note(int signal) {
    const int before = errno;
    const auto byte = static_cast<char>(signal);
    [[maybe_unused]] const auto written = ::write(wakeUp, &byte, 1);
    errno = before;
}

} // namespace

Interruption::Interruption(std::function<void(int signal)> onSignal) {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category());
    wakeUp = ends_[1];
    thread_ = std::thread([this, onSignal = std::move(onSignal)] {
        for (char byte = 0;;) {
            if (::read(ends_[0], &byte, 1) != 1) continue; // EINTR is all that can happen
            if (byte == 0) return;
            onSignal(byte);
        }
    });
    struct sigaction action{};
    action.sa_handler = note;
    action.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < handled.size(); ++i) {
        ::sigaction(handled[i], nullptr, &before_[i]);
        const bool isUnderNohup = handled[i] == SIGHUP && before_[i].sa_handler == SIG_IGN;
        if (!isUnderNohup) ::sigaction(handled[i], &action, nullptr);
    }
}

Interruption::~Interruption() {
    for (std::size_t i = 0; i < handled.size(); ++i)
        ::sigaction(handled[i], &before_[i], nullptr);
    wakeUp = -1;
    const char end = 0;
    [[maybe_unused]] const auto written = ::write(ends_[1], &end, 1);
    thread_.join();
    for (const int descriptor : ends_)
        ::close(descriptor);
}

} // namespace idscope
