#pragma once

#include "models/quality/quality.h"

#include <QString>

namespace idscope::words {

/// What a check has found, with its exact number.
QString sentence(const QualityCheck& check, const Table& table);

} // namespace idscope::words
