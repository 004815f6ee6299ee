#pragma once

#include <cstdint>
#include <string>

namespace idscope {

enum class RelationErrorKind : std::uint8_t {
    NotRelations, ///< the table's rows are no relations: its schema says so, or a BRN column is missing
    UnknownName,  ///< no relation is about it; text: the name
    Cancelled,
};

/// Why a question about relations has no answer; the sentence is made by words::sentence().
struct RelationError {
    RelationErrorKind kind{};
    std::string text{};
};

} // namespace idscope
