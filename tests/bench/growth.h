#pragma once

#include <QString>

namespace idscope::bench {

/// Times the gaps of the event loop while the relations in a file are downloaded, each row shown as it comes.
void measureGrowth(const QString& file);

} // namespace idscope::bench
