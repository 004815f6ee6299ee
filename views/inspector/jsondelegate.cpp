#include "models/items/cellroles.h"
#include "views/inspector/jsonview.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/table/celltext.h"

#include <QPainter>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int searchedForName = 16; ///< members of an array's element

QColor colorOf(JsonKind kind, const Tokens& t) {
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

} // namespace

QRect revealLink(const QRect& line) {
    const QFontMetrics fm(fontFor(FontRole::Small));
    const int width =
        std::max(fm.horizontalAdvance(JsonView::tr("Reveal")), fm.horizontalAdvance(JsonView::tr("Hide")));
    return {line.right() - width - metrics::gap, line.y(), width + metrics::gap, line.height()};
}

void JsonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.palette);
    if (option.state.testFlag(QStyle::State_Selected)) {
        const bool focused = option.widget != nullptr && option.widget->hasFocus();
        painter->fillRect(option.rect, focused ? t.sel : t.selOff);
    }
    const QFont mono = fontFor(FontRole::Mono);
    const QFontMetrics fm(mono);
    const QModelIndex value = index.siblingAtColumn(JsonTreeModel::ValueColumn);
    QRect place = option.rect.adjusted(2, 0, -metrics::gap, 0);

    const QString key = index.data().toString();
    painter->setPen(t.text);
    paintLine(*painter, place, key, mono, fm, {}, index.data(MarksRole).value<QList<DisplayMark>>(), t);
    place.setLeft(place.left() + fm.horizontalAdvance(key) + 10);

    const bool secret = index.data(JsonSecretRole).toBool();
    const bool revealed = index.data(JsonRevealedRole).toBool();
    if (secret) {
        paintIcon(*painter, QRect(place.x(), place.y(), metrics::icon, place.height()), u"lock"_s, t.warn);
        place.setLeft(place.left() + metrics::icon + metrics::unit);
        const QRect link = revealLink(option.rect);
        painter->setFont(fontFor(FontRole::Small));
        painter->setPen(t.accent);
        painter->drawText(link, Qt::AlignVCenter | Qt::AlignLeft,
                          revealed ? JsonView::tr("Hide") : JsonView::tr("Reveal"));
        place.setRight(link.left() - metrics::unit);
    }
    const auto kind = static_cast<JsonKind>(index.data(JsonKindRole).toInt());
    painter->setPen(secret && !revealed ? t.muted : colorOf(kind, t));
    QString text = value.data().toString();
    if (kind == JsonKind::Object && isElement(index))
        if (const QString name = nameOf(index); !name.isEmpty()) text += u' ' + name;
    if (place.width() > 0)
        paintLine(*painter, place, text, mono, fm, {}, value.data(MarksRole).value<QList<DisplayMark>>(), t);
}

QSize JsonDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {100, metrics::treeRow(QFontMetrics(fontFor(FontRole::Mono)))};
}

} // namespace idscope
