#pragma once

#include "models/relations/picture.h"

#include <QString>

namespace idscope {

/// What the table below a drawing lists.
struct GraphListing {
    enum class Kind : std::uint8_t {
        Answer,  ///< all that was found
        Counted, ///< the siblings that a counted node stands for
        LeftOut, ///< what was found and has no place in the drawing
    };
    Kind kind = Kind::Answer;
    PictureKey counted = {}; ///< Counted: which node of the drawing
    QString anchor = {};     ///< Counted: what it hung on when it was listed, see GraphSession::anchorOf()
};

} // namespace idscope
