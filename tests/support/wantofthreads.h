#pragma once

#include <QtGlobal>

#include <cstddef>
#include <pthread.h>

namespace idscope::test {

/// While it lives, no thread can be started: each would get a stack larger than there are addresses.
class WantOfThreads {
public:
    WantOfThreads() {
        pthread_attr_t vast{};
        if (::pthread_getattr_default_np(&before_) != 0 || ::pthread_getattr_default_np(&vast) != 0 ||
            ::pthread_attr_setstacksize(&vast, std::size_t{1} << 47U) != 0 || ::pthread_setattr_default_np(&vast) != 0)
            qFatal("the stack of threads can't be set");
    }
    ~WantOfThreads() { ::pthread_setattr_default_np(&before_); }
    Q_DISABLE_COPY_MOVE(WantOfThreads)

private:
    pthread_attr_t before_{};
};

} // namespace idscope::test
