#pragma once

#include "app/commands/commandline.h"

namespace idscope {

/// `idscope query`: filters, sorts, counts and prints exports, as `command-line.md` says.
CommandResult runQuery(const CommandLine& line);

} // namespace idscope
