#pragma once

#include "models/items/displaytext.h"
#include "views/style/tokens.h"

#include <QFont>
#include <QFontMetrics>
#include <QList>
#include <QString>
#include <QTextLayout>

#include <memory>

class QPainter;
class QRect;

namespace idscope {

/// JSON as it stands in a cell, coloured: keys as text, values by kind, signs muted. Works on cut and broken text; from
/// `breaksAt` on (when not negative) all is muted.
QList<QTextLayout::FormatRange> jsonFormats(QStringView json, qsizetype breaksAt, const Tokens& tokens);

/// A text and what is to be marked in it; all positions count in the whole text.
struct LineContent {
    QString text;
    QList<QTextLayout::FormatRange> formats{};
    QList<DisplayMark> marks{};   ///< boxed
    QList<DisplayMark> matches{}; ///< filled and underlined
    qsizetype breaksAt = -1;      ///< a bar stands here
};

/// One line laid out for a width, elided at the right, or around its first match where that would be hidden. Lays out
/// no more of the text than may fit. Painting costs no shaping, so it is worth keeping.
class LaidOutLine {
public:
    LaidOutLine(LineContent content, const QFont& font, const QFontMetrics& metrics, int width, const Tokens& tokens);

    /// Draws in the painter's pen where the formats say nothing. `alignment`: left or right.
    void draw(QPainter& painter, const QRect& place, const Tokens& tokens,
              Qt::Alignment alignment = Qt::AlignLeft) const;
    /// The text that is drawn.
    [[nodiscard]] QString text() const { return layout_->text(); }

private:
    struct Cut;
    static Cut cutFor(const LineContent& content, const QFontMetrics& metrics, int width);
    [[nodiscard]] QRectF boxOf(const DisplayMark& mark, QPointF origin) const;

    std::unique_ptr<QTextLayout> layout_; ///< shared by nobody, but QTextLayout can't be moved
    QList<DisplayMark> marks_, matches_;
    qsizetype breaksAt_ = -1;
};

/// Lays out and draws at once, for what is seldom painted.
void paintLine(QPainter& painter, const QRect& place, const QString& text, const QFont& font,
               const QFontMetrics& metrics, QList<QTextLayout::FormatRange> formats, const QList<DisplayMark>& marks,
               const Tokens& tokens);

} // namespace idscope
