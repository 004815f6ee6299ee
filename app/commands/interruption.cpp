#include "app/commands/interruption.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace idscope {

namespace {

sigset_t handled() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

Interruption::Interruption(std::function<void(int signal)> onSignal) {
    const sigset_t set = handled();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    signals_ = signalfd(-1, &set, SFD_CLOEXEC);
    end_ = eventfd(0, EFD_CLOEXEC);
    if (signals_ < 0 || end_ < 0) throw std::system_error(errno, std::generic_category());
    thread_ = std::thread([this, onSignal = std::move(onSignal)] {
        std::array<pollfd, 2> watched{pollfd{signals_, POLLIN, 0}, pollfd{end_, POLLIN, 0}};
        for (;;) {
            if (poll(watched.data(), watched.size(), -1) < 0) continue; // EINTR is all that can happen
            if (watched[1].revents != 0) return;
            signalfd_siginfo info{};
            if (read(signals_, &info, sizeof info) == ssize_t(sizeof info)) onSignal(int(info.ssi_signo));
        }
    });
}

Interruption::~Interruption() {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(end_, &one, sizeof one);
    thread_.join();
    close(signals_);
    close(end_);
    const sigset_t set = handled();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

} // namespace idscope
