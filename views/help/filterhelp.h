#pragma once

#include "views/help/helpsection.h"

namespace idscope {

/// The filter language by examples, each of which it can read.
std::vector<HelpSection> filterHelp();

} // namespace idscope
