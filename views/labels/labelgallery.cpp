#include "views/labels/labelgallery.h"

#include "views/labels/labeldelegate.h"
#include "views/style/fonts.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace idscope {

namespace {

/// Tells beside the titles of the strips what the numbers in them are.
class GalleryHeader final : public QHeaderView {
public:
    explicit GalleryHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {}

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override {
        painter->save();
        QHeaderView::paintSection(painter, rect, section);
        painter->restore();
        if (section != LabelGalleryModel::OnLightColumn && section != LabelGalleryModel::OnDarkColumn) return;
        painter->setFont(fontFor(FontRole::Small));
        painter->setPen(tokensOf(palette()).muted);
        const QRect place = QStyle::visualRect(layoutDirection(), rect, rect.adjusted(0, 0, -metrics::blockGap, 0));
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight, LabelGallery::tr("contrast"));
    }
};

} // namespace

LabelGallery::LabelGallery(LabelGalleryModel& labels, QWidget* parent) : QTreeView(parent), labels_(labels) {
    setAccessibleName(tr("Labels"));
    setHeader(new GalleryHeader(this));
    setItemDelegate(new LabelDelegate(this));
    setModel(&labels);
    setIndentation(0);
    setRootIsDecorated(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setExpandsOnDoubleClick(false);
    setAllColumnsShowFocus(true);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setStretchLastSection(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setFixedHeight(metrics::header(QFontMetrics(fontFor(FontRole::Small))));
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (!index.parent().isValid()) setExpanded(index.siblingAtColumn(0), !isExpanded(index.siblingAtColumn(0)));
    });
    connect(&labels, &QAbstractItemModel::modelAboutToBeReset, this, &LabelGallery::keepCurrent);
    connect(&labels, &QAbstractItemModel::modelReset, this, &LabelGallery::restoreCurrent);
    restoreCurrent();
}

std::optional<RowId> LabelGallery::currentLabel() const {
    return labels_.label(currentIndex());
}

void LabelGallery::setCurrentLabel(RowId label) {
    const QModelIndex found = labels_.find(label);
    if (!found.isValid()) return;
    setCurrentIndex(found);
    scrollTo(found);
}

void LabelGallery::keepCurrent() {
    if (const auto label = currentLabel()) kept_ = label;
}

void LabelGallery::restoreCurrent() {
    expandAll();
    fitColumns();
    QModelIndex wanted = kept_ ? labels_.find(*kept_) : QModelIndex();
    if (!wanted.isValid()) wanted = labels_.index(0, 0, labels_.index(0, 0));
    if (wanted.isValid()) setCurrentIndex(wanted); // there is always one: screen readers need it
    Q_EMIT currentLabelChanged();
}

void LabelGallery::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentLabelChanged();
}

void LabelGallery::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(viewport());
        const auto strip = [&](int column, const QColor& ground) {
            painter.fillRect(header()->sectionViewportPosition(column), 0, header()->sectionSize(column),
                             viewport()->height(), ground);
        };
        strip(LabelGalleryModel::OnLightColumn, lightTokens.base);
        strip(LabelGalleryModel::OnDarkColumn, darkTokens.base);
    }
    QTreeView::paintEvent(event);
}

void LabelGallery::drawBranches(QPainter* /*painter*/, const QRect& /*rect*/, const QModelIndex& /*index*/) const {
    // The delegate draws the chevrons, across the whole row.
}

void LabelGallery::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    fitColumns();
}

/// Names take two parts, each strip and its chips as much again, the uses what is left.
void LabelGallery::fitColumns() {
    const int width = viewport()->width();
    const int uses = std::clamp(width / 6, 80, 140);
    const int strip = (width - uses) * 2 / 7;
    header()->resizeSection(LabelGalleryModel::NameColumn, width - uses - 2 * strip);
    header()->resizeSection(LabelGalleryModel::OnLightColumn, strip);
    header()->resizeSection(LabelGalleryModel::OnDarkColumn, strip);
    header()->resizeSection(LabelGalleryModel::UsesColumn, uses);
}

} // namespace idscope
