#pragma once

#include <QByteArray>
#include <QList>

namespace idscope::test {

/// Of relations as every export of them has it.
inline constexpr auto header = "App,Timestamp,Integration,Parent Entity BRN,Entity BRN,Entity Type,Source "
                               "System,Metadata Version,Metadata\n";

inline QByteArray brn(const QByteArray& type, const QByteArray& name) {
    return "brn:bid:balkanid:::T:" + type + ':' + name;
}

/// A row whose Entity Type is that of the child's BRN.
inline QByteArray relation(const QByteArray& parent, const QByteArray& child, const QByteArray& privilege = "member") {
    return "okta,2024-01-01T00:00:00Z,okta," + parent + ',' + child + ',' + child.split(':').value(6) +
           ",okta,1,\"{\"\"privilegeName\"\":\"\"" + privilege + "\"\"}\"\n";
}

} // namespace idscope::test
