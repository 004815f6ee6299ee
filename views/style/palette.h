#pragma once

#include "views/style/tokens.h"

#include <QPalette>

namespace idscope {

/// The application's palette of a theme, with its inactive and disabled groups.
QPalette makePalette(const Tokens& tokens);

} // namespace idscope
