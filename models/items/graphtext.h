#pragma once

#include "models/items/graphdrawing.h"

#include <QByteArray>

namespace idscope {

/// The ways in which a drawing is saved as text, UTF-8.
enum class GraphText : std::uint8_t {
    Dot,      ///< for Graphviz: nodes by number, with labels and BRNs
    NodesCsv, ///< name, BRN, type, count, column; a counted node has its words as name
    EdgesCsv, ///< parent, child (BRN, or the words of a counted node), privilege, relations
};

/// What is drawn, as text. Secrets stay masked: privileges are as people see them.
QByteArray graphText(const GraphDrawing& drawing, const RelationGraph& graph, GraphText format);

} // namespace idscope
