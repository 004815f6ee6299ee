#include "views/startpage/snapshotbutton.h"

#include "models/items/displaytext.h"
#include "models/words/words.h"
#include "views/parts/when.h"
#include "views/style/controls.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"

#include <QContextMenuEvent>
#include <QFileInfo>
#include <QPainter>

#include <algorithm>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

/// Draws a fact at the end of what is left of the line, in a column as wide as `widest`.
void drawFact(QPainter& painter, const QWidget& line, QRect& place, const QString& fact, const QString& widest) {
    const int width =
        std::max(painter.fontMetrics().horizontalAdvance(widest), painter.fontMetrics().horizontalAdvance(fact));
    painter.drawText(seen(line, place), Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, fact);
    place.setRight(place.right() - width - metrics::blockGap);
}

void drawText(QPainter& painter, const QRect& place, const QString& text) {
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
}

} // namespace

SnapshotButton::SnapshotButton(const SnapshotLine& line, QWidget* parent) : QAbstractButton(parent), line_(line) {
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFixedHeight(metrics::navigationRow(fontMetrics()));
    const QString facts = tr("%1, %2 rows, %3", "time, rows, size")
                              .arg(dayAndTime(line.fetched), words::number(line.rows), words::byteCount(line.bytes));
    QStringList description{facts};
    for (const QString& more : {line.origin, line.note, line.warning})
        if (!more.isEmpty()) description.append(more);
    setAccessibleName(line.title);
    setAccessibleDescription(description.join(u'\n'));
    setToolTip(toolTipMarkup(line.title + u'\n' + description.join(u'\n')));
    connect(this, &QAbstractButton::clicked, this, [this] { Q_EMIT chosen(SnapshotAction::Open); });
}

void SnapshotButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    if (underMouse()) controls::drawBox(painter, rect(), t.lineSoft, t.line, 0, metrics::radius);
    if (hasFocus()) controls::drawBox(painter, rect(), Qt::transparent, t.accent, metrics::focusWidth, metrics::radius);
    QRect place = rect().adjusted(metrics::unit, 0, -metrics::unit, 0);
    const bool well = line_.warning.isEmpty();
    paintIcon(painter, seen(*this, QRect(place.x(), 0, metrics::icon, height())), well ? u"table"_s : u"warning"_s,
              well ? t.muted : t.warn);
    place.setLeft(place.x() + metrics::icon + metrics::gap);
    painter.setFont(fontFor(FontRole::Small));
    painter.setPen(t.muted);
    drawFact(painter, *this, place, words::byteCount(line_.bytes), u"1,000 bytes"_s);
    drawFact(painter, *this, place, dayAndTime(line_.fetched), u"30 Mar 2024 00:00"_s);
    drawFact(painter, *this, place, tr("%Ln rows", nullptr, static_cast<int>(line_.rows)), u"1,000,000 rows"_s);
    const int middle = place.left() + place.width() * 3 / 5;
    const QFileInfo origin(line_.origin);
    drawText(painter, seen(*this, QRect(QPoint(middle, place.top()), place.bottomRight())),
             origin.fileName() == line_.title ? origin.path() : line_.origin);
    place.setRight(middle - metrics::padding);
    painter.setFont(fontFor(FontRole::Body));
    painter.setPen(t.text);
    drawText(painter, seen(*this, place), line_.title);
}

void SnapshotButton::contextMenuEvent(QContextMenuEvent* event) {
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    openSnapshotMenu(*this, byMouse ? event->globalPos() : mapToGlobal(rect().bottomLeft()),
                     [this](SnapshotAction action) { Q_EMIT chosen(action); });
}

void SnapshotButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete)
        Q_EMIT chosen(SnapshotAction::Remove);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace idscope
