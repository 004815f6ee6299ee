#include "views/filter/chip.h"

#include "models/items/displaytext.h"
#include "models/query/lexer.h"
#include "models/relations/brn.h"
#include "models/words/words.h"
#include "views/filter/highlighter.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QTextLayout>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestText = 360;
constexpr qsizetype longestText = 200;
constexpr int closeWidth = 20;
constexpr int longestKey = 17; ///< characters of a BRN's key, of one that is shortened

QString displayed(const QString& expression) {
    const QByteArray utf8 = expression.toUtf8();
    return displayText({utf8.constData(), static_cast<std::size_t>(utf8.size())}, longestText).text;
}

/// Of BRNs only the keys, their beginnings and ends: what stands before is alike in all of a tenant. BRNs behind what
/// is shown stay as they are.
QString withShortBrns(const QString& expression, const QFontMetrics& fm) {
    const std::string whole = expression.toUtf8().toStdString();
    QString text;
    std::size_t done = 0;
    for (const Token& token : lex(whole)) {
        const bool isName = token.kind == TokenKind::Word || token.kind == TokenKind::Quoted;
        const auto brn = isName ? parseBrn(token.text) : std::nullopt;
        if (!brn) continue;
        const QString key =
            fm.elidedText(words::fromUtf8(brn->key), Qt::ElideMiddle, longestKey * fm.horizontalAdvance(u'm'));
        const std::string shown = "…" + key.toUtf8().toStdString();
        text += words::fromUtf8(whole.substr(done, token.span.begin - done));
        text += words::fromUtf8(token.kind == TokenKind::Quoted ? idscope::quoted(shown) : shown);
        done = token.span.end();
        if (text.size() > longestText) break;
    }
    return text + words::fromUtf8(whole.substr(done));
}

} // namespace

FilterChip::FilterChip(QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setFont(fontFor(FontRole::Mono));
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    connect(this, &QAbstractButton::clicked, this, &FilterChip::switched);
}

void FilterChip::setPart(const QString& expression, bool on) {
    expression_ = expression;
    setText(displayed(expression));
    shortened_ = displayed(withShortBrns(expression, fontMetrics()));
    setChecked(on);
    setAccessibleName(on ? text() : tr("%1, switched off").arg(text()));
    setAccessibleDescription(tr("Space switches it, Enter edits it, Delete removes it."));
    setToolTip(toolTipMarkup(text()));
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const {
    const int words = fontMetrics().horizontalAdvance(shownIn(widestText - 2)) + 2;
    return {metrics::gap + metrics::icon + metrics::unit + words + closeWidth, metrics::stripButton(fontMetrics())};
}

/// What tells it from others is mostly at its end.
QString FilterChip::shownIn(int width) const {
    if (fontMetrics().horizontalAdvance(text()) <= width) return text();
    return fontMetrics().elidedText(shortened_, Qt::ElideMiddle, width);
}

QRect FilterChip::signRect() const {
    const int left = layoutDirection() == Qt::RightToLeft ? width() - metrics::icon - metrics::gap : metrics::gap;
    return {left - 2, 0, metrics::icon, height()};
}

QRect FilterChip::closeRect() const {
    return {layoutDirection() == Qt::RightToLeft ? 0 : width() - closeWidth, 0, closeWidth, height()};
}

void FilterChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(palette());
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = isChecked();
    QPen edge(on ? t.line : t.border, 1, on ? Qt::SolidLine : Qt::DashLine);
    if (hasFocus()) edge = QPen(t.accent, metrics::focusWidth);
    painter.setPen(edge);
    painter.setBrush(on ? t.window : t.base);
    const double inset = edge.widthF() / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), metrics::radius, metrics::radius);

    paintIcon(painter, signRect(), on ? u"ok"_s : u"circle"_s, on ? t.text : t.muted);
    paintIcon(painter, closeRect(), u"close"_s, overClose_ ? t.text : t.muted);

    const QRect place =
        layoutDirection() == Qt::RightToLeft
            ? QRect(QPoint(closeWidth, 0), QPoint(signRect().left() - metrics::unit, height() - 1))
            : QRect(QPoint(signRect().right() + metrics::unit, 0), QPoint(width() - closeWidth, height() - 1));
    const QString shown = shownIn(place.width());
    painter.setPen(on ? t.text : t.muted);
    QFont font = this->font();
    font.setStrikeOut(!on);
    QTextLayout layout(shown, font);
    if (on) layout.setFormats(filterFormats(shown, t));
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    layout.draw(&painter, {static_cast<qreal>(place.x()), (height() - line.height()) / 2});
}

void FilterChip::keyPressEvent(QKeyEvent* event) {
    const int forwards = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Q_EMIT editRequested();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        return Q_EMIT removeRequested();
    case Qt::Key_Exclam:
        return Q_EMIT invertRequested();
    case Qt::Key_Left:
        return Q_EMIT stepRequested(-forwards);
    case Qt::Key_Right:
        return Q_EMIT stepRequested(forwards);
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void FilterChip::mouseReleaseEvent(QMouseEvent* event) {
    const bool hit = isDown() && event->button() == Qt::LeftButton && rect().contains(event->pos());
    if (!hit || signRect().contains(event->pos())) return QAbstractButton::mouseReleaseEvent(event);
    setDown(false);
    event->accept();
    if (closeRect().contains(event->pos()))
        Q_EMIT removeRequested();
    else
        Q_EMIT editRequested();
}

void FilterChip::mouseMoveEvent(QMouseEvent* event) {
    const bool over = closeRect().contains(event->pos());
    if (over != std::exchange(overClose_, over)) update();
    QAbstractButton::mouseMoveEvent(event);
}

void FilterChip::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(isChecked() ? tr("&Switch off") : tr("&Switch on"), this, &FilterChip::switched);
    menu->addAction(tr("&Invert"), this, &FilterChip::invertRequested);
    menu->addAction(tr("&Edit"), this, &FilterChip::editRequested);
    menu->addSeparator();
    menu->addAction(tr("&Remove"), this, &FilterChip::removeRequested);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(byKey ? mapToGlobal(rect().bottomLeft()) : event->globalPos());
}

void FilterChip::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void FilterChip::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    overClose_ = false;
    update();
}

} // namespace idscope
