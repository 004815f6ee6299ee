#pragma once

#include "models/transfer/transfer.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace idscope {

/// What trying a key brought: the Apps export, which every tenant has and which tells whose it is.
struct TrialResult {
    QString tenant = {}; ///< its name; empty if the export does not say
    std::uint64_t apps = 0;
    std::optional<ExportError> error = {}; ///< why it brought nothing
};

} // namespace idscope
