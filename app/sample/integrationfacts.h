#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace idscope {

/// How many of what the relations of an integration are made of. `rows` is exact; nothing else is needed when it is 0.
struct RelationShape {
    std::uint32_t rows = 0;
    std::uint32_t identities = 0;
    std::uint32_t groups = 0;
    std::uint32_t roles = 0;
    std::uint32_t resources = 0;
};

/// One integration of the sample tenant: its row in the Integrations export, and the shape of its relations.
struct IntegrationFacts {
    std::string_view id;
    std::string_view app; ///< ID in the Apps export
    std::string_view name;
    std::string_view description;
    std::string_view lastRun;
    std::string_view status;
    std::string_view owner;
    std::string_view message;
    std::string_view metadata;
    std::string_view precedence;
    std::string_view provisioning;
    std::string_view extraction;
    std::string_view reviewers;
    std::string_view templates;
    std::string_view defaults;
    RelationShape relations;
};

/// All twelve: healthy, failing, inactive; some metadata is malformed, in the way of the documentation's sample.
std::span<const IntegrationFacts> integrationFacts();

} // namespace idscope
