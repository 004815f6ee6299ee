#pragma once

#include "tests/architecture/sourcefile.h"

namespace idscope::architecture {

/// What the files of a folder may include: project headers by the beginning of their path, Qt headers by module. The
/// first layer whose folder a path begins with is the one that holds.
struct Layer {
    QString folder;
    QStringList projectFolders;
    QStringList qtModules;
};

const std::vector<Layer>& layers();

/// One line per include that runs against the layers, or that names a project header other than from the root.
QStringList brokenIncludes(const SourceFile& file, const QString& root);

} // namespace idscope::architecture
