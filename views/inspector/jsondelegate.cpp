#include "models/items/cellroles.h"
#include "models/items/jsonfieldsmodel.h"
#include "views/inspector/valueview.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/table/celltext.h"

#include <QAbstractItemView>
#include <QPainter>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int searchedForName = 16; ///< members of an array's element

/// What an element of an array calls itself: its member "name", as far as it is a string and no secret.
QString nameOf(const QModelIndex& element) {
    const QAbstractItemModel& model = *element.model();
    for (int row = 0; row < std::min(model.rowCount(element), searchedForName); ++row) {
        const QModelIndex key = model.index(row, JsonTreeModel::KeyColumn, element);
        if (key.data().toString() != u"name" || key.data(JsonSecretRole).toBool() ||
            key.data(JsonKindRole).toInt() != static_cast<int>(JsonKind::String))
            continue;
        const QString value = key.siblingAtColumn(JsonTreeModel::ValueColumn).data().toString();
        return value.size() > 2 ? value.mid(1, value.size() - 2) : QString();
    }
    return {};
}

bool isElement(const QModelIndex& index) {
    return index.parent().isValid() && index.parent().data(JsonKindRole).toInt() == static_cast<int>(JsonKind::Array);
}

/// Where in a text stands what is looked for.
QList<DisplayMark> matchesOf(const QString& needle, const QString& text) {
    QList<DisplayMark> matches;
    if (needle.isEmpty()) return matches;
    for (qsizetype at = text.indexOf(needle, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(needle, at + needle.size(), Qt::CaseInsensitive))
        matches.append({.begin = at, .length = needle.size()});
    return matches;
}

QList<DisplayMark> marksOf(const QModelIndex& index) {
    return index.data(MarksRole).value<QList<DisplayMark>>();
}

} // namespace

QColor inkOf(JsonKind kind, const Tokens& t) {
    switch (kind) {
    case JsonKind::String:
        return t.string;
    case JsonKind::Number:
        return t.number;
    case JsonKind::True:
    case JsonKind::False:
    case JsonKind::Null:
        return t.constant;
    case JsonKind::Object:
    case JsonKind::Array:
        break;
    }
    return t.muted;
}

QRect revealLink(const QRect& value) {
    const QFontMetrics fm(fontFor(FontRole::Small));
    const int width =
        std::max(fm.horizontalAdvance(ValueView::tr("Reveal")), fm.horizontalAdvance(ValueView::tr("Hide")));
    return {value.right() - width - metrics::gap, value.y(), width + metrics::gap, value.height()};
}

void JsonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) {
        const bool focused = option.widget != nullptr && option.widget->hasFocus();
        painter->fillRect(option.rect, focused ? t.sel : t.selOff);
    }
    const bool isTree = qobject_cast<const JsonTreeModel*>(index.model()) != nullptr;
    QRect place = option.rect.adjusted(isTree ? 2 : metrics::cellPadding, 0, -metrics::gap, 0);
    if (!isTree && index.column() == JsonFieldsModel::ValueColumn) return paintValue(*painter, place, index, index, t);

    const QFont font = fontFor(isTree ? FontRole::Mono : FontRole::Small);
    const QFontMetrics fm(font);
    const QString key = index.data().toString();
    painter->setPen(t.text);
    const LaidOutLine line({.text = key, .marks = marksOf(index), .matches = matchesOf(needle_, key)}, font, fm,
                           place.width(), t);
    line.draw(*painter, place, t);
    if (!isTree) return;
    place.setLeft(place.left() + fm.horizontalAdvance(key) + 10);
    paintValue(*painter, place, index, index.siblingAtColumn(JsonTreeModel::ValueColumn), t);
}

void JsonDelegate::paintValue(QPainter& painter, QRect place, const QModelIndex& key, const QModelIndex& value,
                              const Tokens& t) const {
    const bool secret = key.data(JsonSecretRole).toBool();
    const bool revealed = key.data(JsonRevealedRole).toBool();
    if (secret) {
        const QRect link = revealLink(place.adjusted(0, 0, metrics::gap, 0));
        paintIcon(painter, QRect(place.x(), place.y(), metrics::icon, place.height()), u"lock"_s, t.warn);
        place.setLeft(place.left() + metrics::icon + metrics::unit);
        painter.setFont(fontFor(FontRole::Small));
        painter.setPen(t.accent);
        painter.drawText(link, Qt::AlignVCenter | Qt::AlignLeft,
                         revealed ? ValueView::tr("Hide") : ValueView::tr("Reveal"));
        place.setRight(link.left() - metrics::unit);
    }
    if (place.width() <= 0) return;
    const auto kind = static_cast<JsonKind>(key.data(JsonKindRole).toInt());
    painter.setPen(secret && !revealed ? t.muted : inkOf(kind, t));
    QString text = value.data().toString();
    const QList<DisplayMark> matches = secret ? QList<DisplayMark>() : matchesOf(needle_, text);
    if (kind == JsonKind::Object && isElement(key))
        if (const QString name = nameOf(key); !name.isEmpty()) text += u' ' + name;
    const QFont mono = fontFor(FontRole::Mono);
    const LaidOutLine line({.text = text, .marks = marksOf(value), .matches = matches}, mono, QFontMetrics(mono),
                           place.width(), t);
    line.draw(painter, place, t);
}

QSize JsonDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {100, metrics::treeRow(QFontMetrics(fontFor(FontRole::Mono)))};
}

} // namespace idscope
