#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace idscope {

/// What the cells of a column are; decides comparison, sorting, validity and drawing.
enum class ColumnType : std::uint8_t { Text, Id, Instant, Number, Json, Brn, Color, Url };

enum class Presence : std::uint8_t { Optional, Required };

/// What the cells of a column name: rows of another resource, by the first of `columns` that holds the cell's text.
struct Reference {
    std::string_view resource; ///< Schema::key; empty: nothing
    std::string_view columns[2];
    bool lastPart = false; ///< or what follows the last slash of the text
};

/// One documented column of a resource. `name` is the header text of the documentation, without star.
/// `width` is the first width in px at 100 %.
struct ColumnSpec {
    std::string_view name;
    ColumnType type = ColumnType::Text;
    Presence presence = Presence::Optional;
    int width = 140;
    Reference reference = {};
};

/// A column computed from up to two others of the same row. `compute` gets the cells of `inputs` (UTF-8, second
/// empty if unused) and is pure, so its answers are kept per distinct input.
struct DerivedSpec {
    std::string_view name;
    ColumnType type = ColumnType::Text;
    std::string_view inputs[2];
    std::string (*compute)(std::string_view first, std::string_view second) = nullptr;
};

/// A column whose cells repeat the type of the BRN in another one of the same row; a difference is worth a flag.
struct TypeClaim {
    std::string_view type;
    std::string_view brn;
};

/// A column whose cells are what people call the BRN in another one of the same row; they carry the shape of its type.
struct Naming {
    std::string_view name;
    std::string_view brn;
};

/// The columns by which each row of a resource is a relation: the parent has access to the child. `privilege` is a key
/// of the JSON objects in `metadata`.
struct RelationSpec {
    std::string_view parent;
    std::string_view child;
    std::string_view metadata;
    std::string_view privilege;
};

/// One kind of export. `key` is both the path segment of the API and the name on the command line; `title` is English
/// and marked for translation in the context "Resource"; `icon` names a bundled SVG.
struct Schema {
    std::string_view key;
    const char* title = nullptr;
    std::string_view icon;
    std::span<const ColumnSpec> columns;
    std::span<const DerivedSpec> derived = {};
    TypeClaim typeClaim = {};
    Naming naming = {};
    RelationSpec relation = {}; ///< without a parent: its rows are no relations
    /// Operands that facets are shown of at first, as the filter language writes them.
    std::span<const std::string_view> facets = {};
    /// One export per integration, asked for by its ID (entity relations).
    bool perIntegration = false;
    /// Beyond the documentation's five pages, so that not every service may have it: fetched only when asked for by
    /// name, never as a part of all.
    bool isExtra = false;
};

/// The schemas a part of the program works with; the built-in ones are `resources()` in resources.h.
using SchemaList = std::span<const Schema* const>;

} // namespace idscope
