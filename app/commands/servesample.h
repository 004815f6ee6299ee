#pragma once

#include "app/commands/commandline.h"

namespace idscope {

/// `idscope serve-sample`: the sample service alone, until it is interrupted.
CommandResult runServeSample(const CommandLine& line);

} // namespace idscope
