#pragma once

#include "tests/gui/relationscsv.h"

namespace idscope::test {

inline QByteArray quoted(QByteArray json) {
    return '"' + json.replace('"', "\"\"") + '"';
}

/// Every way in which a secret can stand in a cell: plain, spelt with escapes, an object with keys of its own, in what
/// is no JSON, and behind more than is read for the screen.
inline QByteArray secretIntegrations() {
    const QByteArray pad(70'000, 'x');
    return "ID,Name,Status,Metadata,Provisioning Options,Extraction Options\n"
           "1,Okta,active," +
           quoted(R"([{"name":"Token","key":"t","type":"secret","value":"canary-data-hunter2"},)"
                  R"({"name":"Domain","key":"d","type":"text","value":"acme.example"}])") +
           ',' + quoted(R"({"\u0074ype":"s\u0065cret","value":{"canary-data-key":["canary-data-nested"]},"n":1})") +
           ',' + quoted(R"({"type":"secret","value":"canary-data-cut)") + "\n2,AWS,inactive," +
           quoted(R"([{"name":"Token","key":"t","type":"secret","value":"canary-data-other"}])") + ",{}," +
           quoted(R"({"pad":")" + pad + R"(","type":"secret","value":"canary-data-far"})") + '\n';
}

inline QByteArray secretRelations() {
    const auto row = [](const QByteArray& parent, const QByteArray& child, const QByteArray& metadata) -> QByteArray {
        return "okta,2024-01-01T00:00:00Z,okta/1," + parent + ',' + child + ",resource,okta,1," + quoted(metadata) +
               '\n';
    };
    return header +
           row(brn("identity", "ada"), brn("resource", "vault"),
               R"({"privilegeName":"admin","key":{"type":"secret","value":"canary-data-grant"}})") +
           row(brn("identity", "bo"), brn("resource", "vault"),
               R"({"type":"secret","privilegeName":"owner","value":"canary-data-owner"})");
}

inline QByteArray secretRules() {
    return "ID,entity_filter,name,created_at,updated_at\n1," +
           quoted(
               R"({"_and":[{"metadata":{"token":{"type":"secret","value":{"canary-data-part":"canary-data-rule"}}}}]})") +
           ",Tokens,2024-01-01,2024-01-01\n";
}

} // namespace idscope::test
