#pragma once

#include "models/query/query.h"
#include "models/schema/resources.h"
#include "models/table/loader.h"

#include <QtGlobal>

#include <span>
#include <string>
#include <vector>

namespace idscope::test {

using Cells = std::vector<std::string>;

/// Records as CSV, every cell in quotes.
inline std::string csv(const std::vector<Cells>& records) {
    std::string out;
    for (const Cells& cells : records) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out += i == 0 ? "\"" : ",\"";
            for (const char byte : cells[i])
                out.append(byte == '"' ? 2 : 1, byte);
            out += '"';
        }
        out += '\n';
    }
    return out;
}

inline TablePtr tableOf(const std::vector<Cells>& records) {
    auto table = loadTableFromMemory(csv(records), "sample", {.schemas = resources()});
    if (!table) qFatal("no table");
    return *table;
}

/// Five integrations with odd cells of every kind; IDs count from 1.
inline TablePtr integrations() {
    return tableOf({
        {"ID", "Name", "Last Run", "Status", "Primary Owner", "Message", "Metadata", "Reviewer Count", "Extra"},
        {"1", "Okta Prod", "2024-06-01T00:00:00Z", "active", "jason.bond@balkan.id", "",
         "{\"privilegeName\":\"admin\",\"privilegeValue\":true,\"n\":3,\"odd name\":\"x\","
         "\"list\":[{\"key\":\"client_id\"},{\"key\":\"b\"}],\"at\":\"2024-06-01\"}",
         "2", "10"},
        {"2", "AWS", "2024-05-01 00:00:00", "inactive", "J\xC3\x9CRGEN@x", "1 error occured",
         "{\"privilegeName\":\"Admin\",\"privilegeValue\":\"true\",\"n\":\"3\",\"e\":\"\",\"nul\":null,\"d\":1,\"d\":"
         "2}",
         "10", "2024-06-01"},
        {"3", "jason", "yesterday", "Active", "", "null",
         "[{\"name\":\"s\",\"type\":\"secret\",\"value\":\"hunter2\"},{\"key\":\"client_id\",\"n\":3.0}]", "x", "9"},
        {"4", "STRASSE \xE1\xBA\x9E", "", "active", "#FFFFFF", "a/b (c)", "{broken", "", "abc"},
        {"5", "say \"hi\"", "2024-06-01T05:30:00+05:30", "pending", "and", "\xFF bad", "null", "3.0", "a2"},
    });
}

/// Four relations: real BRNs and an opaque name.
inline TablePtr relations() {
    const std::string brn = "brn:bid:balkanid:::01T:";
    return tableOf({
        {"App", "Timestamp", "Integration", "Parent Entity BRN", "Entity BRN", "Entity Type", "Source System",
         "Metadata Version", "Metadata"},
        {"okta", "2024-06-01T00:00:00Z", "okta/01", brn + "identity:-Heb", brn + "connection:c1", "connection", "okta",
         "1", "{}"},
        {"okta", "2024-06-02T00:00:00Z", "okta/01", brn + "connection:c1", brn + "resource:r10", "resource", "okta",
         "1", "{\"n\":10}"},
        {"aws", "2024-06-03T00:00:00Z", "aws/2", "legacy", brn + "resource:r9", "resource", "aws", "1", "{\"n\":9}"},
        {"aws", "2024-06-03T00:00:00Z", "aws/2", brn + "identity:-Heb", "brn:bid:balkanid:::02T:identity:i", "identity",
         "aws", "2", "[]"},
    });
}

/// What `-30d` counts back from in tests.
inline Instant now() {
    return *parseInstant("2024-06-10T00:00:00Z");
}

/// Rows by their numbers from 1.
inline std::string rowNumbers(std::span<const RowId> rows) {
    std::string out;
    for (const RowId row : rows)
        out += (out.empty() ? "" : " ") + std::to_string(row.value + 1);
    return out;
}

/// The name of a problem that a table can have with an expression.
inline std::string name(QueryProblem problem) {
    switch (problem) {
    case QueryProblem::UnknownColumn:
        return "UnknownColumn";
    case QueryProblem::UnknownBrnPart:
        return "UnknownBrnPart";
    case QueryProblem::NotJson:
        return "NotJson";
    case QueryProblem::NotComparable:
        return "NotComparable";
    case QueryProblem::BadRegex:
        return "BadRegex";
    case QueryProblem::NoStateOfPath:
        return "NoStateOfPath";
    case QueryProblem::NotRelations:
        return "NotRelations";
    case QueryProblem::MatchLimit:
        return "MatchLimit";
    default:
        return "Syntax";
    }
}

/// The rows that an expression selects, or `error` and the name of the problem.
inline std::string selected(const Table& table, const std::string& where) {
    const auto failed = [](const QueryError& error) { return "error " + name(error.problem); };
    const auto expression = parseExpression(where);
    if (!expression) return failed(expression.error());
    const auto rows = select(table, *expression, {now()});
    return rows ? rowNumbers(*rows) : failed(rows.error());
}

} // namespace idscope::test
