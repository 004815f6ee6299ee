#pragma once

#include "models/json/json.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace idscope {

struct JsonPathKey {
    std::string name;
    friend bool operator==(const JsonPathKey&, const JsonPathKey&) = default;
};
struct JsonPathIndex {
    std::uint32_t index = 0;
    friend bool operator==(const JsonPathIndex&, const JsonPathIndex&) = default;
};
struct JsonPathAnyElement {
    friend bool operator==(const JsonPathAnyElement&, const JsonPathAnyElement&) = default;
};
struct JsonPathAnyDepth {
    friend bool operator==(const JsonPathAnyDepth&, const JsonPathAnyDepth&) = default;
};

/// `.name` (case counts), `[0]`, `[*]`, `..` (the value itself and everything below it).
using JsonPathStep = std::variant<JsonPathKey, JsonPathIndex, JsonPathAnyElement, JsonPathAnyDepth>;
using JsonPath = std::vector<JsonPathStep>;

/// Indexes of all nodes of a valid document that the path leads to, in document order, each once: every one of several
/// equal keys counts. Empty for a broken document (a path into broken JSON is missing).
std::vector<std::uint32_t> resolve(const JsonDocument& document, const JsonPath& path);

/// The steps as written after a column's name: `.privilegeName`, `."odd name"`, `[0]`, `[*]`, `..`. Names that are not
/// plain words of the filter language are quoted.
std::string pathText(const JsonPath& path);

/// The path from the root to a node, with indexes.
JsonPath pathTo(const JsonDocument& document, std::uint32_t node);

} // namespace idscope
