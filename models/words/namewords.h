#pragma once

#include "models/items/deceptivename.h"

#include <QString>

namespace idscope::words {

/// Why a name is marked, a whole sentence.
QString sentence(Deception deception);

} // namespace idscope::words
