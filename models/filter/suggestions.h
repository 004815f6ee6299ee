#pragma once

#include "models/query/completion.h"
#include "models/query/query.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace idscope {

/// Something an expression could go on with.
struct Suggestion {
    enum class Kind : std::uint8_t {
        Column,
        Path, ///< into JSON, from its column on
        Step, ///< of a path
        Word,
        Value,
    };
    Kind kind = Kind::Word;
    std::string text;                       ///< as it is written in the expression
    std::string shown;                      ///< as people read it: a value without quotes
    TextSpan match;                         ///< what of `shown` is typed already
    std::optional<std::uint32_t> rows = {}; ///< how many of all rows have it: values, paths, steps
    bool caseDiffers = false;               ///< what is typed is there in other letters
};

/// What is offered at a place of an expression. Values and paths are all that the data has, counted over all rows.
struct Suggestions {
    CompletionContext context;
    std::vector<Suggestion> list; ///< the best first, at most mostSuggestions
    std::size_t matching = 0;     ///< how many there would be
    std::size_t inAll = 0;        ///< of values or steps: those there are, whatever is typed
};

inline constexpr std::size_t mostSuggestions = 500;

/// Whether paths into JSON are offered where a column may begin. They are found by a word of their last name.
enum class PathOffer : std::uint8_t { None, All };

/// What begins as typed comes before what merely contains it; among those by count, or as in the table. Between the two
/// stand paths, those whose last name begins so before those with such a word in it. Secrets and texts that can't be
/// seen or typed are not offered. Nothing when stopped. O(bytes of the distinct values) the first time an operand, or
/// the paths of a column, are asked for, then O(distinct values); any thread.
std::optional<Suggestions> suggestionsFor(const CompletionContext& context, const Table& table,
                                          const std::stop_token& stop = {}, PathOffer paths = PathOffer::All);

} // namespace idscope
