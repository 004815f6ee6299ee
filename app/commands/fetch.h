#pragma once

#include "app/commands/commandline.h"

namespace idscope {

/// `idscope fetch`: exports into files, with a manifest. Runs the application's event loop.
CommandResult runFetch(const CommandLine& line);

} // namespace idscope
