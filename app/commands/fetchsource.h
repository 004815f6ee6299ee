#pragma once

#include "app/commands/commandline.h"
#include "app/commands/commandtable.h"
#include "app/network/exporter.h"
#include "models/connection/connectionfault.h"

#include <QString>

#include <expected>

namespace idscope {

/// The service that is asked.
struct FetchSource {
    Connection connection; ///< without a secret: it has to come from the keychain
    QString profile;       ///< its name, or empty
    QString secretName;    ///< what the keychain knows the secret by
};

/// The service that --base-url, --profile or the profile last used names, with the key from the environment if it is
/// there. Else what the command ends with; a failure has been said by then.
std::expected<FetchSource, CommandResult> readFetchSource(const CommandLine& line);

/// What the command ends with when the keychain does not give the key: none at all is for who wrote the command line,
/// a keychain that is there but keeps it has failed, and that has been said.
CommandResult endWithoutKey(const CommandLine& line, KeychainFault fault);

} // namespace idscope
