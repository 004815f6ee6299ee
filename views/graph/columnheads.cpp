#include "views/graph/columnheads.h"

#include "views/graph/graphview.h"
#include "views/style/fonts.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QPainter>

namespace idscope {

ColumnHeads::ColumnHeads(GraphView& view) : QWidget(&view), view_(view) {
    setFixedHeight(metrics::panelHead(fontMetrics()));
}

void ColumnHeads::renew() {
    QStringList all;
    if (view_.drawing())
        for (const auto& [lead, rest] : view_.drawing()->heads)
            if (!lead.isEmpty()) all.append(lead + u' ' + rest);
    setAccessibleName(tr("Columns: %1").arg(all.join(u", ")));
    update();
}

void ColumnHeads::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.fillRect(rect(), t.base);
    painter.fillRect(metrics::padding, height() - 1, width() - 2 * metrics::padding, 1, t.lineSoft);
    if (!view_.drawing()) return;
    const auto& columns = view_.drawing()->layout.columns;
    const auto& heads = view_.drawing()->heads;
    const QFont bold = fontFor(FontRole::BodyBold), plain = fontFor(FontRole::Body);
    const QFontMetrics boldMetrics(bold), plainMetrics(plain);
    const int baseline = (height() + boldMetrics.ascent() - boldMetrics.descent()) / 2;
    for (std::size_t i = 0; i < std::min(columns.size(), heads.size()); ++i) {
        const int x = view_.mapFromScene(columns[i].x, 0).x();
        const int right = i + 1 < columns.size() ? view_.mapFromScene(columns[i + 1].x, 0).x() - metrics::gap : width();
        const QString lead = boldMetrics.elidedText(heads[i].lead, Qt::ElideRight, right - x);
        painter.setFont(bold);
        painter.setPen(t.text);
        painter.drawText(x, baseline, lead);
        const int after = x + boldMetrics.horizontalAdvance(lead) + metrics::unit;
        painter.setFont(plain);
        painter.setPen(t.muted);
        if (right - after > 24)
            painter.drawText(after, baseline, plainMetrics.elidedText(heads[i].rest, Qt::ElideRight, right - after));
    }
}

} // namespace idscope
