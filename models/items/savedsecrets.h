#pragma once

#include "models/items/shownrows.h"

#include <optional>
#include <span>
#include <stop_token>

namespace idscope {

/// Whether these rows hold a secret in these columns, to ask people before they are saved. Each distinct value is
/// looked at once: O(rows + bytes of distinct JSON). Nothing when stopped.
std::optional<bool> holdSecrets(const Table& table, const ShownRows& rows, std::span<const Operand> columns,
                                const std::stop_token& stop = {});

} // namespace idscope
