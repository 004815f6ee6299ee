#pragma once

#include "app/commands/commandline.h"
#include "app/network/exportsettings.h"

#include <QString>

#include <expected>
#include <string>
#include <vector>

namespace idscope {

/// What `idscope fetch` shall do, as far as the command line alone tells.
struct FetchPlan {
    std::vector<std::string> resources;    ///< keys, each once, in the order given
    std::vector<std::string> integrations; ///< IDs whose relations are wanted, each once
    bool allIntegrations = false;          ///< the relations of every one that the Integrations export lists
    QString out;                           ///< folder
    ExportSettings settings;
};

/// `all` stands for every resource, and for every integration unless some are named.
std::expected<FetchPlan, UsageError> readFetchPlan(const CommandLine& line);

} // namespace idscope
