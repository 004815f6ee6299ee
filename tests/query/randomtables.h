#pragma once

#include "tests/query/randomexpression.h"
#include "tests/query/samples.h"

#include <string>
#include <vector>

namespace idscope::test {

// What cells of random tables hold: texts, and what is nearly a number, an instant, a BRN or JSON.
inline const std::vector<std::string> words = {
    "active", "Active", "admin", "bond", "Bond",    "a2",       "a10", "",  "J\xC3\xBCrgen", "J\xC3\x9CRGEN",
    "x y",    "3",      "true",  "null", "hunter2", "identity", "01T", "k", "-30d",          "2024-06-01"};
inline const std::vector<std::string> numbers = {"3", "3.0", "03", "3e0", "10", "-1", "", "x", "1e400", "2024-06-01"};
inline const std::vector<std::string> instants = {
    "2024-06-01", "2024-06-01T00:00:00Z", "06/01/2024", "2024-05-01 00:00:00", "2024-06-01T05:30:00+05:30", "soon", "",
    "3"};
inline const std::vector<std::string> brns = {"brn:bid:balkanid:::01T:identity:k", "brn:bid:balkanid:::01T:resource:a2",
                                              "brn:bid:balkanid:::02T:identity:bond", "legacy", ""};
inline const std::vector<std::string> jsons = {
    "{\"a\":\"admin\",\"n\":3}",
    "{\"a\":\"Bond\",\"n\":3.0,\"l\":[{\"a\":1},{\"a\":\"bond\"}]}",
    "{\"a\":true,\"n\":\"3\"}",
    "{\"a\":null,\"n\":null}",
    "{\"a\":\"2024-06-01\",\"a\":\"x\"}",
    "[1,\"a2\",{\"a\":[false]}]",
    "{\"a\":\"\",\"type\":\"secret\",\"value\":\"hunter2\"}",
    "[{\"type\":\"secret\",\"value\":{\"a\":\"hunter2\"}}]",
    "{\"type\":\"secret\",\"value\":null}",
    "{\"a\":\"secret\",\"value\":\"hunter2",
    "\"bond\"",
    "null",
    "{broken",
    "",
};

/// Relations of such cells, and a column of numbers and one of anything beside theirs.
inline TablePtr randomTable(RandomExpressions& random, std::size_t rows) {
    const auto pick = [&](const std::vector<std::string>& from) { return from[random.below(from.size())]; };
    std::vector<Cells> records = {{"App", "Timestamp", "Integration", "Parent Entity BRN", "Entity BRN", "Entity Type",
                                   "Source System", "Metadata Version", "Metadata", "Count", "Note"}};
    for (std::size_t i = 0; i < rows; ++i)
        records.push_back({pick(words), pick(instants), "i", pick(brns), pick(brns), "t", "s", "1", pick(jsons),
                           pick(numbers), pick(instants)});
    return tableOf(records);
}

} // namespace idscope::test
