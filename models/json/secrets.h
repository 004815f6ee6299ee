#pragma once

#include "models/base/span.h"
#include "models/json/json.h"

#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace idscope {

/// Eight dots (U+2022), whatever the length of what they hide.
inline constexpr std::string_view secretDots = "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022";

/// Stretches of a JSON cell that are secret, in order, not overlapping. Source: contract, "Reading them".
/// Valid JSON: the value token (quotes included) of every `value` key of an object that has "type": "secret" among its
/// members; keys and values compare decoded. Malformed text that contains `"secret"`: everything from the first
/// `"value"` on. O(bytes log secrets); without allocation, nor a look at the JSON, for cells without `secret` or `\u`.
/// What is given once `stop` asks for it is of no use, as such a JsonDocument is.
std::vector<TextSpan> secretSpans(std::string_view cell, const std::stop_token& stop = {});
std::vector<TextSpan> secretSpans(const JsonDocument& document);

/// Whether a node of the document whose secretSpans() these are is a value to be masked, or within one. In malformed
/// text the mask begins anywhere: it takes scalars that it touches, and containers that it holds. O(log secrets).
bool isSecret(std::span<const TextSpan> secrets, const JsonNode& node);

/// The cell with each secret replaced: in valid JSON by a string of eight dots, in malformed text by eight dots. All
/// other bytes stay.
std::string masked(std::string_view cell);
/// The same when its secretSpans() are at hand.
std::string masked(std::string_view cell, std::span<const TextSpan> secrets);

/// The cell as filters see it: each secret replaced by the byte 0xFF, which no text of the filter language can match.
std::string unmatchable(std::string_view cell);

} // namespace idscope
