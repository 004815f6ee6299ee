#pragma once

#include "models/base/span.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace idscope {

enum class JsonKind : std::uint8_t { Object, Array, String, Number, True, False, Null };

/// One value of a document. Spans are bytes of the text parsed; `key` is the raw token with quotes (length 0: no key).
/// Children form a list: firstChild, then nextSibling; 0 means none (node 0 is the root). Nodes stand in document
/// order, so what lies below a node follows it at once.
struct JsonNode {
    JsonKind kind{};
    TextSpan value;
    TextSpan key;
    std::uint32_t parent = 0;
    std::uint32_t firstChild = 0;
    std::uint32_t nextSibling = 0;
    std::uint32_t children = 0;
};

enum class JsonProblem : std::uint8_t {
    UnexpectedEnd,
    UnexpectedByte, ///< no value can begin here, or a comma, colon or bracket is missing
    BadEscape,
    ControlInString,
    BadNumber,
    BadUtf8,
    TooDeep,      ///< more than JsonDocument::maximumDepth levels
    TrailingText, ///< something follows the value
};

/// Where a text stops being JSON: the bytes before `byte` could still have gone on to be JSON, that byte can't follow
/// them. At the end of the text it is UnexpectedEnd.
struct JsonError {
    JsonProblem problem{};
    std::size_t byte = 0;
};

/// A JSON text (RFC 8259) as a flat tree that keeps key order, duplicate keys and number text. Iterative, depth
/// limited. Of a broken text the tree up to the break is kept: what is open there, a half-read scalar too, reaches to
/// the break. The text must outlive the document. O(bytes), one allocation for an ordinary cell.
class JsonDocument {
public:
    static constexpr std::size_t maximumDepth = 512;

    /// Once `stop` asks for it the text is read as if it ended there, but for the string or number at hand, which is
    /// read whole: whoever stops has no use for the document.
    explicit JsonDocument(std::string_view text, const std::stop_token& stop = {});

    [[nodiscard]] bool valid() const { return !error_; }
    [[nodiscard]] const std::optional<JsonError>& error() const { return error_; }
    /// Empty only when no value begins at all.
    [[nodiscard]] const std::vector<JsonNode>& nodes() const { return nodes_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    /// Raw bytes of a value.
    [[nodiscard]] std::string_view raw(const JsonNode& node) const {
        return text_.substr(node.value.begin, node.value.length);
    }
    /// The token of a key; empty: no key.
    [[nodiscard]] std::string_view rawKey(const JsonNode& node) const {
        return text_.substr(node.key.begin, node.key.length);
    }
    /// A key, decoded; a lone surrogate escape becomes U+FFFD.
    [[nodiscard]] std::string key(const JsonNode& node) const;
    /// A scalar as text: strings decoded, numbers and words as written; empty for null, objects and arrays.
    [[nodiscard]] std::string scalar(const JsonNode& node) const;

private:
    std::string_view text_;
    std::vector<JsonNode> nodes_;
    std::optional<JsonError> error_;
};

/// Decodes the string token `token` (with its quotes); a lone surrogate escape becomes U+FFFD.
std::string decodeJsonString(std::string_view token);

/// Whether the string token, decoded, is `text`. Tokens without escapes, nearly all, are not decoded for it.
bool jsonStringIs(std::string_view token, std::string_view text);

/// Encodes text as a JSON string token; bad UTF-8 becomes U+FFFD.
std::string encodeJsonString(std::string_view text);

} // namespace idscope
