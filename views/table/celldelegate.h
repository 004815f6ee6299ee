#pragma once

#include "models/items/cellline.h"
#include "models/schema/schema.h"
#include "views/style/tokens.h"
#include "views/table/cellpictures.h"
#include "views/table/celltext.h"

#include <QCache>
#include <QFont>
#include <QFontMetrics>
#include <QPointer>
#include <QStyledItemDelegate>

namespace idscope {

/// Draws one cell of an export: opaque ground first, then shape and key of a BRN, JSON in its colours, a colour with
/// its swatch, a number at the right, or plain text; marks for what is odd. Knows rows only through CellRole. Keeps the
/// lines it has laid out, so that scrolling and repainting cost little more than drawing glyphs.
class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CellDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Pictures for the addresses in cells; null: none are drawn.
    void setPictures(CellPictures* pictures) { pictures_ = pictures; }

    /// Takes fonts and colours anew; to be called when the application's have changed.
    void updateStyle();

private:
    struct KeptLine {
        CellLinePtr source; ///< kept, so that no other line can stand where it stood
        int width;
        bool mono;
        LaidOutLine line;
    };
    const LaidOutLine& laidOut(const CellLinePtr& line, ColumnType type, bool mono, int width, const Tokens& t) const;
    void paintBefore(QPainter& painter, QRect& place, const QModelIndex& index, const CellLine& line, ColumnType type,
                     const Tokens& t) const;

    QPointer<CellPictures> pictures_;
    QFont body_, mono_, note_;
    QFontMetrics bodyMetrics_, monoMetrics_;
    mutable QCache<const CellLine*, KeptLine> kept_;
};

} // namespace idscope
