#include "views/insights/conditiondelegate.h"

#include "models/items/conditionmodel.h"
#include "models/items/displaytext.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QPainter>
#include <QStyle>
#include <QTreeView>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int markRoom = metrics::icon + metrics::gap + metrics::unit;

ConditionState stateOf(const QModelIndex& index) {
    return index.data(ConditionStateRole).value<ConditionState>();
}

/// How wide a line of the tree is, for what wraps.
int widthOf(const QStyleOptionViewItem& option, const QModelIndex& index) {
    const auto* tree = qobject_cast<const QTreeView*>(option.widget);
    if (tree == nullptr) return option.rect.width();
    int depth = 1;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        ++depth;
    return tree->viewport()->width() - depth * tree->indentation();
}

/// The line that pieces of text are drawn into, one behind the other.
struct Line {
    QPainter& painter;
    const QStyleOptionViewItem& option;
    QRect place;
};

/// Draws a piece of text and returns where the next begins.
int drawPiece(const Line& line, int left, const QString& text, FontRole font, const QColor& ink) {
    const auto& [painter, option, place] = line;
    painter.setFont(fontFor(font));
    painter.setPen(ink);
    const QRect rest(left, place.y(), place.right() - left + 1, place.height());
    if (rest.width() <= 0) return left;
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, rest.width());
    painter.drawText(seen(option, rest), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    return left + painter.fontMetrics().horizontalAdvance(shown);
}

const QColor& valueInk(const QString& value, const Tokens& t) {
    if (value.startsWith(u'"')) return t.string;
    if (value == u"true" || value == u"false" || value == u"null") return t.constant;
    return t.number;
}

void paintTest(const Line& line, const QModelIndex& index, const Tokens& t) {
    const QString field = index.data(ConditionFieldRole).toString();
    if (field.isEmpty()) {
        drawPiece(line, line.place.left(), index.data().toString(), FontRole::Mono, t.muted);
        return;
    }
    int left = drawPiece(line, line.place.left(), field, FontRole::Mono, t.text) + metrics::gap;
    left = drawPiece(line, left, index.data(ConditionVerbRole).toString(), FontRole::Small, t.muted) + metrics::gap;
    const QStringList values = index.data(ConditionValuesRole).toStringList();
    for (qsizetype i = 0; i < values.size() && left < line.place.right(); ++i) {
        if (i > 0) left = drawPiece(line, left, u", "_s, FontRole::Mono, t.muted);
        left = drawPiece(line, left, values[i], FontRole::Mono, valueInk(values[i], t));
    }
}

} // namespace

void ConditionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.palette);
    const ConditionState state = stateOf(index);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, option.state.testFlag(QStyle::State_Active) ? t.sel : t.selOff);
    QRect place = option.rect.adjusted(metrics::unit, 0, -metrics::gap, 0);
    if (state == ConditionState::Head) {
        drawPiece({*painter, option, place}, place.left(), index.data().toString(), FontRole::BodyBold, t.text);
        return;
    }
    if (state == ConditionState::Reason) {
        painter->setFont(fontFor(FontRole::Small));
        painter->setPen(t.warn);
        painter->drawText(seen(option, place), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                          index.data().toString());
        return;
    }
    const bool carried = state == ConditionState::Carried;
    paintIcon(*painter, seen(option, QRect(place.right() - metrics::icon, place.y(), metrics::icon, place.height())),
              carried ? u"check"_s : u"warning"_s, carried ? t.ok : t.warn);
    place.setRight(place.right() - markRoom);
    paintTest({*painter, option, place}, index, t);
}

QSize ConditionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int row = metrics::treeRow(QFontMetrics(fontFor(FontRole::Body)));
    if (stateOf(index) != ConditionState::Reason) return {100, row};
    const int width = std::max(40, widthOf(option, index) - metrics::unit - metrics::gap);
    const QRect text = QFontMetrics(fontFor(FontRole::Small))
                           .boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, index.data().toString());
    return {100, text.height() + metrics::unit};
}

} // namespace idscope
