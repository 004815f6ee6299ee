#pragma once

#include "app/credentials/secret.h"

#include <QProcessEnvironment>
#include <QString>

#include <optional>

namespace idscope {

/// What the API asks for: an ID, which may be shown, and a secret.
struct ApiKey {
    QString id;
    Secret secret;
};

/// The key in IDSCOPE_API_KEY_ID and IDSCOPE_API_KEY_SECRET; nothing unless both are there and not empty.
std::optional<ApiKey>
apiKeyFromEnvironment(const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment());

} // namespace idscope
