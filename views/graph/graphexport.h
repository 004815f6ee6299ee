#pragma once

#include <QByteArray>

namespace idscope {

class GraphView;

/// The whole drawing of a view, at full size, in the colours of its theme; text as text where the format has it.
/// Empty: there is nothing, or it is larger than the format can be.
QByteArray toSvg(const GraphView& view);
QByteArray toPng(const GraphView& view);
QByteArray toPdf(const GraphView& view);

} // namespace idscope
