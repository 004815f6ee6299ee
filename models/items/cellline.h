#pragma once

#include "models/base/span.h"
#include "models/items/displaytext.h"

#include <QMetaType>

#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace idscope {

/// One cell as it is drawn: the stretch of its text that a line can show, and what is to be marked in it.
struct CellLine {
    QString text;               ///< as displayText(); … where it was cut at the beginning or end
    QList<DisplayMark> marks;   ///< to be boxed
    QList<DisplayMark> matches; ///< what the filter looks for, in order
    qsizetype breaksAt = -1;    ///< where broken JSON breaks
    bool isNote = false;        ///< words about the cell, where it has no text of its own: muted, in italics
};
/// The same pointer is the same line: what is made from it may be kept.
using CellLinePtr = std::shared_ptr<const CellLine>;

/// Characters of a line at most: what fits across a large screen.
inline constexpr qsizetype lineLimit = 1024;

/// The line of a text: from its beginning, or from a little before the first match when that lies too far behind.
/// `matches` in order, in bytes. O(lineLimit).
CellLine cellLine(std::string_view text, std::span<const TextSpan> matches, std::optional<std::size_t> breakByte);

} // namespace idscope

Q_DECLARE_METATYPE(idscope::CellLinePtr)
