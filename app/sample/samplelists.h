#pragma once

#include <QByteArray>

namespace idscope {

/// The exports that are short lists, as CSV.
QByteArray sampleApps();
QByteArray sampleIntegrations();
QByteArray sampleLabels();
QByteArray sampleInsights();
QByteArray sampleEntities();

} // namespace idscope
