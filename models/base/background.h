#pragma once

#include <sys/resource.h>

namespace idscope {

/// This thread, and those it starts, stand back from now on where there is not a processor for each: the window, which
/// people wait for, comes first. For threads that never do anything else.
inline void standBack() {
    constexpr int nicer = 5;
    ::setpriority(PRIO_PROCESS, 0, nicer); // of Linux: this thread alone
}

} // namespace idscope
