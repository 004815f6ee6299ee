#include "views/inspector/comparisonpane.h"

#include "models/items/cellroles.h"
#include "models/items/jsontreemodel.h"
#include "models/words/words.h"
#include "views/inspector/valueview.h"
#include "views/parts/focuslead.h"
#include "views/parts/focusring.h"
#include "views/parts/label.h"
#include "views/parts/panelhead.h"
#include "views/parts/strip.h"
#include "views/style/fonts.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/table/celltext.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int signWidth = 14;
constexpr int nameWidth = 124;
constexpr int narrowest = 92; ///< a column of values, px

class ComparisonDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Tokens& t = tokensOf(option.palette);
        const bool differs = index.data(DiffersRole).toBool();
        const bool isName = index.column() == ComparisonModel::NameColumn;
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, option.widget != nullptr && option.widget->hasFocus() ? t.sel : t.selOff);
        else
            painter->fillRect(option.rect, differs && !isName ? t.warnBg : t.base);
        QRect place = option.rect.adjusted(metrics::gap, 0, -metrics::unit, 0);
        if (isName) paintSign(*painter, place, differs, t);
        if (index.data(JsonSecretRole).toBool()) {
            paintIcon(*painter, QRect(place.x(), place.y(), metrics::icon, place.height()), u"lock"_s, t.warn);
            place.setLeft(place.left() + metrics::icon + metrics::unit);
        }
        const bool isMissing = index.data(MissingRole).toBool();
        const bool isMuted = isMissing || index.data(JsonSecretRole).toBool();
        QFont font = fontFor(isMissing ? FontRole::Small : FontRole::Mono);
        font.setItalic(isMissing);
        painter->setPen(isName    ? (differs ? t.text : t.muted)
                        : isMuted ? t.muted
                                  : inkOf(static_cast<JsonKind>(index.data(JsonKindRole).toInt()), t));
        LaidOutLine({.text = index.data().toString(), .marks = index.data(MarksRole).value<QList<DisplayMark>>()}, font,
                    QFontMetrics(font), place.width(), t)
            .draw(*painter, place, t);
        painter->fillRect(option.rect.right(), option.rect.y(), 1, option.rect.height(), t.lineSoft);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {narrowest, metrics::treeRow(QFontMetrics(fontFor(FontRole::Mono)))};
    }

private:
    static void paintSign(QPainter& painter, QRect& place, bool differs, const Tokens& t) {
        painter.setFont(fontFor(FontRole::BodyBold));
        painter.setPen(t.warn);
        if (differs)
            painter.drawText(QRect(place.x(), place.y(), signWidth, place.height()), Qt::AlignVCenter | Qt::AlignLeft,
                             u"≠"_s);
        place.setLeft(place.left() + signWidth);
    }
};

} // namespace

ComparisonView::ComparisonView(ComparisonModel& model, QWidget* parent) : QTreeView(parent) {
    setItemDelegate(new ComparisonDelegate(this));
    setModel(&model);
    setFrameShape(NoFrame);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(false);
    setSelectionBehavior(SelectItems);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(true);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setAccessibleName(tr("Values of the chosen rows, side by side"));
    new FocusRing(*this);
    connect(&model, &QAbstractItemModel::modelReset, this, [this, &model] {
        fitColumns();
        setCurrentIndex(model.index(0, ComparisonModel::NameColumn));
        clearSelection(); // until somebody moves in here, nothing is chosen
    });
}

void ComparisonView::fitColumns() {
    const int cells = model()->columnCount() - ComparisonModel::FirstCell;
    if (cells <= 0) return;
    setColumnWidth(ComparisonModel::NameColumn, nameWidth);
    const int width = std::max(narrowest, (viewport()->width() - nameWidth) / cells);
    for (int cell = 0; cell < cells; ++cell)
        setColumnWidth(ComparisonModel::FirstCell + cell, width);
}

void ComparisonView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) return copyValue();
    QTreeView::keyPressEvent(event);
}

void ComparisonView::copyValue() {
    const QModelIndex index = currentIndex();
    if (!index.isValid() || index.data(MissingRole).toBool()) return;
    if (index.data(JsonSecretRole).toBool()) return Q_EMIT refused(tr("Secrets are not copied."));
    QApplication::clipboard()->setText(index.data(RawTextRole).toString());
}

ComparisonPane::ComparisonPane(QWidget* parent)
    : QWidget(parent), head_(new PanelHead({}, this)), only_(flatButton(tr("Differences"), head_)),
      note_(new Strip(u"info"_s, Ink::Accent, &Tokens::accentSoft, this)), view_(new ComparisonView(model_, this)) {
    only_->setCheckable(true);
    only_->setToolTip(tr("Only what differs"));
    only_->setAccessibleName(tr("Only what differs"));
    head_->addTool(only_);
    note_->setWrapping();
    note_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addWidget(note_);
    layout->addWidget(view_, 1);
    FocusLead::set(*this, *view_);
    connect(only_, &QPushButton::toggled, &model_, &ComparisonModel::setOnlyDifferences);
    connect(&model_, &ComparisonModel::compared, this, &ComparisonPane::showFacts);
    connect(view_, &ComparisonView::refused, this, &ComparisonPane::said);
}

void ComparisonPane::show(const QString& title, std::vector<ComparedCell> cells, int chosen) {
    head_->setTitle(title);
    shown_ = static_cast<int>(cells.size());
    chosen_ = chosen;
    model_.setCells(std::move(cells));
    showFacts();
    QWidget::show();
}

void ComparisonPane::showFacts() {
    head_->setFact(
        (model_.isReading() || model_.isRefused()) && model_.lines() == 0
            ? tr("%n rows", nullptr, shown_)
            : tr("%1 of %2 differ", "lines").arg(words::number(model_.differing()), words::number(model_.lines())));
    QStringList notes;
    if (model_.isRefused()) notes << words::noMemory();
    if (chosen_ > shown_)
        notes << tr("The first %1 of the %2 chosen rows.")
                     .arg(words::number(static_cast<std::uint64_t>(shown_)),
                          words::number(static_cast<std::uint64_t>(chosen_)));
    if (model_.left() > 0)
        notes << tr("The first %1 names; %2 more are left out.")
                     .arg(words::number(model_.lines()), words::number(model_.left()));
    note_->setWords({}, notes.join(u' '));
    note_->setVisible(!notes.isEmpty());
}

QString ComparisonPane::note() const {
    return note_->isHidden() ? QString() : note_->words();
}

} // namespace idscope
