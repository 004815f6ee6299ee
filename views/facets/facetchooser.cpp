#include "views/facets/facetchooser.h"

#include "views/parts/label.h"
#include "views/style/fonts.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

namespace {

constexpr int popupWidth = 420; // of a path of a usual length, and in how many rows it is
constexpr int popupHeight = 400;

/// An operand, and what it is in muted words.
class ChoiceDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Tokens& t = tokensOf(option.palette);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, selected ? t.sel : t.base);
        QRect place = option.rect.adjusted(metrics::gap, 0, -metrics::gap, 0);
        const bool mirrored = option.direction == Qt::RightToLeft;
        painter->setFont(fontFor(FontRole::Small));
        painter->setPen(t.muted);
        const QString kind = index.data(Qt::AccessibleDescriptionRole).toString();
        painter->drawText(place, Qt::AlignVCenter | Qt::TextSingleLine | (mirrored ? Qt::AlignLeft : Qt::AlignRight),
                          kind);
        const int taken = painter->fontMetrics().horizontalAdvance(kind) + metrics::gap;
        place.adjust(mirrored ? taken : 0, 0, mirrored ? 0 : -taken, 0);
        painter->setFont(fontFor(FontRole::Mono));
        painter->setPen(t.text);
        painter->drawText(place, Qt::AlignVCenter | Qt::TextSingleLine | (mirrored ? Qt::AlignRight : Qt::AlignLeft),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, place.width()));
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {option.rect.width(), metrics::row(QFontMetrics(fontFor(FontRole::Mono)))};
    }
};

} // namespace

FacetChooser::FacetChooser(QWidget* parent)
    : QFrame(parent, Qt::Popup), field_(new QLineEdit(this)), list_(new QListView(this)),
      state_(new PlainLabel(FontRole::Small, this)) {
    setFrameShape(StyledPanel);
    setAccessibleName(tr("Add a facet"));
    field_->setPlaceholderText(tr("Find a column or JSON path"));
    field_->setAccessibleName(tr("Find a column or JSON path"));
    field_->setClearButtonEnabled(true);
    field_->installEventFilter(this);
    list_->setModel(&choices_);
    list_->setItemDelegate(new ChoiceDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setAccessibleName(tr("What a facet can be about"));
    list_->installEventFilter(this);
    state_->setMuted();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::padding, metrics::padding, metrics::padding, metrics::gap);
    layout->setSpacing(metrics::gap);
    layout->addWidget(field_);
    layout->addWidget(list_, 1);
    layout->addWidget(state_);
    resize(popupWidth, popupHeight);
    connect(field_, &QLineEdit::textChanged, &choices_, &FacetChoices::setSearch);
    connect(field_, &QLineEdit::returnPressed, this, [this] { choose(list_->currentIndex()); });
    connect(list_, &QListView::clicked, this, &FacetChooser::choose);
    connect(&choices_, &QAbstractItemModel::modelReset, this, &FacetChooser::takeFirst);
    connect(&choices_, &FacetChoices::searched, this, &FacetChooser::sayState);
}

void FacetChooser::openAt(const QWidget& place, const TablePtr& table, const std::vector<OperandName>& taken) {
    choices_.setTable(table, taken);
    sayState();
    move(place.mapToGlobal(QPoint(0, place.height())));
    show();
    field_->setFocus(Qt::PopupFocusReason);
}

void FacetChooser::takeFirst() {
    list_->setCurrentIndex(choices_.index(0));
}

void FacetChooser::sayState() {
    state_->setText(choices_.isSearching()          ? tr("Looking for JSON paths")
                    : !choices_.refusal().isEmpty() ? choices_.refusal()
                                                    : tr("Enter adds the facet."));
}

void FacetChooser::choose(const QModelIndex& index) {
    if (!index.isValid()) return;
    const OperandName name = choices_.at(index);
    close();
    Q_EMIT chosen(name);
}

void FacetChooser::step(int by) {
    const int row = std::clamp(list_->currentIndex().row() + by, 0, std::max(0, choices_.rowCount() - 1));
    list_->setCurrentIndex(choices_.index(row));
}

bool FacetChooser::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent*>(event)->key();
    if (watched == list_ && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        choose(list_->currentIndex());
        return true;
    }
    if (watched == field_ && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        step(key == Qt::Key_Down ? 1 : -1);
        return true;
    }
    return false;
}

} // namespace idscope
