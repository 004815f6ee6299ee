#pragma once

#include "models/connection/connectionfault.h"

#include <QList>
#include <QSslCertificate>
#include <QString>

#include <expected>

namespace idscope {

/// The certificates in a PEM file, of at most 1 MiB; an empty path holds none, and well. Blocks for a small file.
std::expected<QList<QSslCertificate>, AuthorityFault> readAuthorities(const QString& file);

} // namespace idscope
