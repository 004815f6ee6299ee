#pragma once

#include "models/items/graphnames.h"
#include "models/relations/layout.h"
#include "models/relations/picture.h"
#include "models/words/graphwords.h"

#include <QString>

#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace idscope {

/// The words of a node, fit for one line each.
struct NodeWords {
    QString title;
    QString kind;
    QString tip;     ///< its whole name, and what lies beyond; plain text of several lines
    QString warning; ///< why its name may pass for another; mostly empty

    /// The title, marked where there is a warning.
    [[nodiscard]] QString markedTitle() const { return warning.isEmpty() ? title : QStringLiteral("\u26A0 ") + title; }
};

/// A picture with its words and places: all that is drawn.
struct GraphDrawing {
    Picture picture;
    std::vector<NodeWords> nodes;         ///< of the picture's nodes
    std::vector<QString> types;           ///< of their BRNs
    std::vector<QString> edges;           ///< what its edges carry: "viewer +2"; may be empty
    std::vector<words::ColumnHead> heads; ///< over the layout's columns
    std::vector<NodeId> leftOut;          ///< what was found and is neither drawn nor counted: the cap
    Layout layout;
};
using GraphDrawingPtr = std::shared_ptr<const GraphDrawing>;

/// How wide words are, in px at 100 %; called on a worker.
struct GraphMeasure {
    std::function<double(const NodeWords&)> node; ///< with everything around them
    std::function<double(const QString&)> edge;
    std::function<double(const words::ColumnHead&)> head; ///< with the gap to the next one
};

/// "viewer +2", fit for a line.
QString privilegeText(const SharedPrivilege& privilege);

/// Words and places of a picture of an answer, which found `found`. What was in `before` stays where it was; null: laid
/// out anew.
GraphDrawingPtr makeDrawing(Picture picture, const GraphAnswer& answer, std::span<const NodeId> found,
                            GraphNames& names, const GraphMeasure& measure, const GraphDrawing* before);

} // namespace idscope
