#include "app/credentials/apikey.h"

using namespace Qt::StringLiterals;

namespace idscope {

std::optional<ApiKey> apiKeyFromEnvironment(const QProcessEnvironment& environment) {
    const QString id = environment.value(u"IDSCOPE_API_KEY_ID"_s).trimmed();
    const QString secret = environment.value(u"IDSCOPE_API_KEY_SECRET"_s).trimmed();
    if (id.isEmpty() || secret.isEmpty()) return std::nullopt;
    return ApiKey{id, Secret(secret.toUtf8())};
}

} // namespace idscope
