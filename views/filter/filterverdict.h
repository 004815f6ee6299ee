#pragma once

#include "models/query/expression.h"

#include <QString>

#include <optional>

namespace idscope {

/// What there is to say about the text in a filter field.
struct FilterVerdict {
    enum class State {
        Empty,    ///< no filter
        Valid,    ///< applied, or about to be
        Doubtful, ///< read, but certainly without rows, or only partly evaluated
        Wrong,    ///< can't be read: the last good filter holds
    };
    State state = State::Empty;
    QString message;                ///< one sentence; empty when Empty or Valid
    std::optional<TextSpan> span{}; ///< the part it is about, in bytes of the UTF-8 text
    QString cure;                   ///< what to put in the place of `span`; empty: no cure known
};

/// Of a text that can't be used.
FilterVerdict refusal(const QString& text, const QueryError& error);

/// The text with the cure in its place.
QString cured(const QString& text, const FilterVerdict& verdict);

} // namespace idscope
