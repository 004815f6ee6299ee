#include "app/commands/corefiles.h"

#include <algorithm>
#include <sys/resource.h>

namespace idscope {

bool forbidCoreFiles() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_CORE, &limit) != 0) return false;
    // A byte holds no core file, and is the one limit at which the kernel hands none to a program either; 0 does not
    // keep it from that.
    constexpr rlim_t none = 1;
    limit.rlim_max = std::min(limit.rlim_max, none);
    limit.rlim_cur = limit.rlim_max;
    return ::setrlimit(RLIMIT_CORE, &limit) == 0;
}

} // namespace idscope
