#pragma once

#include "views/style/tokens.h"

#include <QFont>
#include <QFontMetrics>
#include <QStyledItemDelegate>

namespace idscope {

/// Draws one cell of an export: opaque ground first, then shape and key of a BRN, JSON in its colours, or plain text;
/// marks for what is odd. Knows rows only through CellRole.
class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit CellDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// Takes the fonts anew; to be called when the application's font has changed.
    void updateFonts();

private:
    void paintBrn(QPainter& painter, QRect place, const QModelIndex& index, const Tokens& t) const;
    void paintJson(QPainter& painter, QRect place, const QModelIndex& index, const Tokens& t) const;
    void paintText(QPainter& painter, const QRect& place, const QModelIndex& index, const QFont& font,
                   const QFontMetrics& metrics, const Tokens& t) const;

    QFont body_, mono_;
    QFontMetrics bodyMetrics_, monoMetrics_;
};

} // namespace idscope
