#include "views/table/columnspopup.h"

#include "models/items/displaytext.h"
#include "models/query/expression.h"
#include "views/parts/label.h"
#include "views/style/metrics.h"
#include "views/table/columnarrangement.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

namespace {

constexpr int popupWidth = 280;
constexpr int popupHeight = 360;

constexpr int addedWidth = 150;

/// Computed columns and those of paths say what they are.
QString nameOf(const ColumnArrangement& arrangement, int column) {
    if (arrangement.isAdded(column)) return arrangement.operand(column);
    if (arrangement.isDerived(column)) return ColumnsPopup::tr("%1 (computed)", "column").arg(arrangement.name(column));
    return arrangement.name(column);
}

int columnOf(const QListWidgetItem& item) {
    return item.data(Qt::UserRole).toInt();
}

} // namespace

ColumnsPopup::ColumnsPopup(ColumnArrangement& arrangement, QWidget* parent)
    : QFrame(parent, Qt::Popup), arrangement_(arrangement), field_(new QLineEdit(this)), list_(new QListWidget(this)),
      add_(flatButton({}, this)) {
    setFrameShape(StyledPanel);
    setAccessibleName(tr("Columns"));
    field_->setPlaceholderText(tr("Find a column"));
    field_->setAccessibleName(tr("Find a column"));
    field_->setClearButtonEnabled(true);
    field_->installEventFilter(this);
    list_->setAccessibleName(tr("Columns"));
    list_->setUniformItemSizes(true);
    list_->installEventFilter(this);
    auto* hint = new PlainLabel(tr("Enter goes there, Ctrl+Space shows or hides."), FontRole::Small, this);
    hint->setMuted();
    auto* all = flatButton(tr("Show all"), this);
    auto* reset = flatButton(tr("As at first"), this);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(all);
    buttons->addWidget(reset);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::padding, metrics::padding, metrics::padding, metrics::gap);
    layout->setSpacing(metrics::gap);
    layout->addWidget(field_);
    layout->addWidget(list_, 1);
    layout->addWidget(add_);
    layout->addWidget(hint);
    layout->addLayout(buttons);
    resize(popupWidth, popupHeight);

    connect(field_, &QLineEdit::textChanged, this, &ColumnsPopup::narrow);
    connect(field_, &QLineEdit::returnPressed, this, [this] {
        if (add_->isHidden())
            choose(list_->currentItem());
        else
            request();
    });
    connect(add_, &QPushButton::clicked, this, &ColumnsPopup::request);
    connect(list_, &QListWidget::itemChanged, this, [this](const QListWidgetItem* item) {
        arrangement_.setShown(columnOf(*item), item->checkState() == Qt::Checked);
        fill(); // the last one can't be hidden
    });
    connect(list_, &QListWidget::itemActivated, this, &ColumnsPopup::choose);
    connect(all, &QPushButton::clicked, this, [this] {
        arrangement_.showAll();
        fill();
    });
    connect(reset, &QPushButton::clicked, this, [this] {
        arrangement_.reset();
        fill();
    });
    add_->hide();
    fill();
    step(1);
}

void ColumnsPopup::openAt(const QWidget& place) {
    move(place.mapToGlobal(QPoint(metrics::gap, metrics::gap)));
    show();
    field_->setFocus(Qt::PopupFocusReason);
}

void ColumnsPopup::fill() {
    const QSignalBlocker quiet(list_);
    const int row = list_->currentRow();
    const std::vector<int> columns = arrangement_.all();
    if (list_->count() != static_cast<int>(columns.size())) {
        list_->clear();
        for (std::size_t i = 0; i < columns.size(); ++i)
            list_->addItem(QString());
    }
    for (int i = 0; i < list_->count(); ++i) {
        QListWidgetItem& item = *list_->item(i);
        const int column = columns[static_cast<std::size_t>(i)];
        item.setText(nameOf(arrangement_, column));
        item.setToolTip(toolTipMarkup(arrangement_.operand(column)));
        item.setData(Qt::UserRole, column);
        item.setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item.setCheckState(arrangement_.isShown(column) ? Qt::Checked : Qt::Unchecked);
    }
    list_->setCurrentRow(row);
}

void ColumnsPopup::narrow(const QString& words) {
    for (int i = 0; i < list_->count(); ++i)
        list_->item(i)->setHidden(!list_->item(i)->text().contains(words, Qt::CaseInsensitive));
    list_->setCurrentRow(-1);
    step(1);
    add_->setVisible(isRequest(words));
    add_->setText(tr("Add %1 as a column").arg(add_->fontMetrics().elidedText(words, Qt::ElideMiddle, addedWidth)));
}

/// Only a path or a part has something behind a column's name.
bool ColumnsPopup::isRequest(const QString& words) const {
    const QByteArray text = words.trimmed().toUtf8();
    const auto operand = parseOperand({text.constData(), static_cast<std::size_t>(text.size())});
    if (!operand || operand->steps.empty()) return false;
    const std::vector<int> columns = arrangement_.all();
    return std::ranges::none_of(columns, [&](int column) { return arrangement_.operand(column) == words.trimmed(); });
}

void ColumnsPopup::request() {
    const QString operand = field_->text().trimmed();
    close();
    Q_EMIT columnRequested(operand);
}

void ColumnsPopup::choose(const QListWidgetItem* item) {
    if (item == nullptr || item->isHidden()) return;
    const int column = columnOf(*item);
    close();
    Q_EMIT columnChosen(column);
}

/// To the next of the names that are left.
void ColumnsPopup::step(int by) {
    for (int row = list_->currentRow() + by; row >= 0 && row < list_->count(); row += by)
        if (!list_->item(row)->isHidden()) return list_->setCurrentRow(row);
}

bool ColumnsPopup::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
    const auto& key = static_cast<const QKeyEvent&>(*event);
    if (watched == list_ && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)) {
        choose(list_->currentItem());
        return true;
    }
    if (watched != field_) return false;
    if (key.key() == Qt::Key_Down || key.key() == Qt::Key_Up) {
        step(key.key() == Qt::Key_Down ? 1 : -1);
        return true;
    }
    QListWidgetItem* item = list_->currentItem();
    if (key.key() != Qt::Key_Space || key.modifiers() != Qt::ControlModifier || item == nullptr) return false;
    item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    return true;
}

} // namespace idscope
