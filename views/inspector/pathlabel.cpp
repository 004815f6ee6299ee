#include "views/inspector/pathlabel.h"

#include "views/style/fonts.h"
#include "views/style/tokens.h"

#include <QPainter>

namespace idscope {

namespace {

/// Where the last step of a path begins: after the last dot, or at the last bracket, outside quotes.
qsizetype leafOf(const QString& path) {
    qsizetype leaf = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (path[i] == u'"' && (i == 0 || path[i - 1] != u'\\')) quoted = !quoted;
        if (quoted) continue;
        if (path[i] == u'.') leaf = i + 1;
        if (path[i] == u'[') leaf = i;
    }
    return leaf;
}

} // namespace

PathLabel::PathLabel(QWidget* parent) : QWidget(parent) {
    setFont(fontFor(FontRole::Mono));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void PathLabel::setPath(const QString& path) {
    path_ = path;
    setAccessibleName(path);
    update();
}

QSize PathLabel::sizeHint() const {
    return {100, fontMetrics().height()};
}

void PathLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    const QString leaf = path_.mid(leafOf(path_));
    const QFontMetrics fm = fontMetrics();
    const int leafWidth = std::min(fm.horizontalAdvance(leaf), width());
    const QString parents = fm.elidedText(path_.chopped(leaf.size()), Qt::ElideLeft, width() - leafWidth);
    painter.setPen(t.muted);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, parents);
    painter.setPen(t.text);
    painter.drawText(rect().adjusted(fm.horizontalAdvance(parents), 0, 0, 0),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     fm.elidedText(leaf, Qt::ElideRight, leafWidth));
}

} // namespace idscope
