#pragma once

#include "app/sample/generator.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <stdexcept>

namespace idscope::test {

/// An export of the sample tenant as the program reads it.
inline TablePtr sampleTable(const QString& resource, const QString& integration = {}) {
    const QByteArray csv = SampleTenant().csv(resource, integration);
    const auto table = loadTableFromMemory(std::string_view(csv.constData(), std::size_t(csv.size())),
                                           resource.toStdString(), {.schemas = resources()});
    if (!table) throw std::runtime_error("the sample's " + resource.toStdString() + " can't be read");
    return *table;
}

} // namespace idscope::test
