#pragma once

#include <QFile>

namespace idscope::test {

/// Memory of this process that no file backs, in bytes.
inline qint64 anonymousMemory() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) return -1;
    const auto lines = status.readAll().split('\n');
    for (const QByteArray& line : lines)
        if (line.startsWith("RssAnon:")) return line.mid(8).trimmed().split(' ')[0].toLongLong() * 1024;
    return -1;
}

} // namespace idscope::test
