#pragma once

#include "app/commands/commandline.h"

namespace idscope {

/// `idscope reach`: what a BRN reaches, who reaches it, or the shortest paths between two.
CommandResult runReach(const CommandLine& line);

} // namespace idscope
