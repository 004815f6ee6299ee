#include "views/graph/pathpanel.h"

#include "models/items/displaytext.h"
#include "views/parts/focusring.h"
#include "views/parts/label.h"
#include "views/parts/panelhead.h"
#include "views/style/metrics.h"
#include "views/style/shapes.h"

#include <QApplication>
#include <QClipboard>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

enum StepRole : int { TypeRole = Qt::UserRole + 1, RelationRole, LastRole };

class StepDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Tokens& t = tokensOf(option.palette);
        const QRect box = option.rect;
        const bool active = option.state.testFlag(QStyle::State_Active);
        if (option.state.testFlag(QStyle::State_Selected)) painter->fillRect(box, active ? t.sel : t.selOff);
        const bool relation = index.data(RelationRole).toBool();
        const bool last = index.data(LastRole).toBool();
        const double middle = box.left() + metrics::padding + 6;
        if (relation)
            painter->fillRect(QRectF(middle - 1, box.top() + 1, 2, box.height() - 2), t.accent);
        else
            paintShape(*painter, QRectF(middle - 6, box.center().y() - 5.5, 12, 12),
                       shapeOf(index.data(TypeRole).toString()), t);
        const QFont font = fontFor(last ? FontRole::BodyBold : FontRole::Body);
        const QFontMetrics own(font);
        painter->setFont(font);
        painter->setPen(!relation ? t.text : last ? t.accent : t.muted);
        const int left = static_cast<int>(middle) + 14 + (relation ? 6 : 0);
        painter->drawText(left, box.top() + (box.height() + own.ascent() - own.descent()) / 2,
                          own.elidedText(index.data().toString(), Qt::ElideRight, box.right() - metrics::gap - left));
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {0, metrics::treeRow(option.fontMetrics)};
    }
};

} // namespace

PathPanel::PathPanel(QWidget* parent)
    : QWidget(parent), head_(new PanelHead(PathPanel::tr("Path"), this)),
      copy_(iconButton(u"copy"_s, PathPanel::tr("Copy the path"), head_)), list_(new QListWidget(this)) {
    head_->addTool(copy_);
    list_->setItemDelegate(new StepDelegate(list_));
    list_->setAccessibleName(PathPanel::tr("Path"));
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setUniformItemSizes(true);
    new FocusRing(*list_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(list_, 1);
    connect(copy_, &QToolButton::clicked, this, &PathPanel::copy);
    connect(list_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
        if (!item->data(RelationRole).toBool()) Q_EMIT stepChosen(list_->row(item) / 2);
    });
}

void PathPanel::show(const std::vector<Step>& steps, const QString& fact) {
    list_->clear();
    head_->setFact(fact);
    copy_->setEnabled(!steps.empty());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        auto* node = new QListWidgetItem(steps[i].name, list_);
        node->setToolTip(toolTipMarkup(steps[i].name));
        node->setData(TypeRole, steps[i].type);
        node->setData(LastRole, i + 1 == steps.size());
        if (i + 1 == steps.size()) break;
        auto* relation = new QListWidgetItem(steps[i].privilege, list_);
        relation->setData(RelationRole, true);
        relation->setData(LastRole, i + 2 == steps.size());
    }
}

void PathPanel::showCounted(const Step& counted, const QString& fact) {
    show({counted}, fact);
    copy_->setEnabled(false);
}

void PathPanel::copy() const {
    QStringList names;
    for (int i = 0; i < list_->count(); i += 2)
        names.append(list_->item(i)->text());
    QApplication::clipboard()->setText(names.join(u" › "_s));
}

} // namespace idscope
