#include "views/graph/graphexport.h"

#include "views/graph/graphview.h"
#include "views/style/tokens.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace idscope {

namespace {

constexpr double margin = 24;
constexpr int dotsPerInch = 96; ///< so that a pixel of the drawing is one of the format's
constexpr double pngScale = 2;
constexpr double mostPngSide = 16'000;

QRectF wholeOf(const GraphView& view) {
    const QRectF extent = view.extent();
    return extent.isEmpty() ? QRectF() : extent.adjusted(-margin, -margin, margin, margin);
}

void paint(QPainter& painter, const GraphView& view, const QRectF& whole) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-whole.topLeft());
    painter.fillRect(whole, tokensOf(view.palette()).base);
    view.paintWhole(painter);
}

} // namespace

QByteArray toSvg(const GraphView& view) {
    const QRectF whole = wholeOf(view);
    if (whole.isEmpty()) return {};
    QBuffer bytes;
    QSvgGenerator svg;
    svg.setOutputDevice(&bytes);
    svg.setResolution(dotsPerInch);
    svg.setSize(whole.size().toSize());
    svg.setViewBox(QRectF(QPointF(), whole.size()));
    svg.setTitle(QCoreApplication::translate("idscope::GraphPage", "Access graph"));
    QPainter painter(&svg);
    paint(painter, view, whole);
    painter.end();
    return bytes.data();
}

QByteArray toPng(const GraphView& view) {
    const QRectF whole = wholeOf(view);
    if (whole.isEmpty()) return {};
    const double scale = std::min(pngScale, mostPngSide / std::max(whole.width(), whole.height()));
    QImage image((whole.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return {};
    image.fill(tokensOf(view.palette()).base);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(painter, view, whole);
    painter.end();
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    image.save(&bytes, "PNG");
    return bytes.data();
}

QByteArray toPdf(const GraphView& view) {
    const QRectF whole = wholeOf(view);
    if (whole.isEmpty()) return {};
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&bytes);
    pdf.setResolution(dotsPerInch);
    pdf.setPageSize(QPageSize(whole.size() * 72 / dotsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    pdf.setPageMargins({});
    pdf.setTitle(QCoreApplication::translate("idscope::GraphPage", "Access graph"));
    QPainter painter(&pdf);
    paint(painter, view, whole);
    painter.end();
    return bytes.data();
}

} // namespace idscope
