#include "models/schema/entityrelations.h"
#include "models/schema/recognise.h"
#include "models/words/phrase.h"
#include "models/words/words.h"

namespace idscope::words {

QString resourceTitle(const Schema& schema) {
    return QCoreApplication::translate("Resource", schema.title);
}

QString targetTitle(const ExportTarget& target, SchemaList schemas) {
    const auto* const schema = schemaByKey(target.resource, schemas);
    auto title = schema ? resourceTitle(*schema) : quoted(target.resource);
    const auto& integration = target.integrationName.empty() ? target.integration : target.integrationName;
    if (integration.empty()) return title;
    if (schema && schema->key == schemas::entityRelations.key)
        return Words::tr("Relations, %1", "integration").arg(quoted(integration));
    return Words::tr("%1, %2", "resource, integration").arg(title, quoted(integration));
}

} // namespace idscope::words
