#include "views/table/columnspopup.h"

#include "models/items/displaytext.h"
#include "models/query/expression.h"
#include "models/words/words.h"
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

std::optional<OperandName> operandOf(const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    auto operand = parseOperand({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    return operand ? std::optional(*std::move(operand)) : std::nullopt;
}

/// The paths and parts that are columns already.
std::vector<OperandName> addedTo(const ColumnArrangement& arrangement) {
    std::vector<OperandName> added;
    for (const int column : arrangement.all())
        if (arrangement.isAdded(column))
            if (auto operand = operandOf(arrangement.operand(column))) added.push_back(*std::move(operand));
    return added;
}

int columnOf(const QListWidgetItem& item) {
    return item.data(Qt::UserRole).toInt();
}

} // namespace

ColumnsPopup::ColumnsPopup(ColumnArrangement& arrangement, const TablePtr& table, QWidget* parent)
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
        if (list_->currentItem() != nullptr && !isRequest(field_->text()))
            choose(list_->currentItem());
        else
            request();
    });
    connect(&choices_, &FacetChoices::searched, this, &ColumnsPopup::offer);
    connect(&choices_, &FacetChoices::searched, hint, [this, hint] {
        if (!choices_.refusal().isEmpty()) hint->setText(choices_.refusal());
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
    if (table) choices_.setTable(table, addedTo(arrangement), FacetChoices::Offer::WithinColumns);
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
    offer();
}

/// What is typed, where that is a path or a part, else the first that holds it.
void ColumnsPopup::offer() {
    const QString typed = field_->text().trimmed();
    offered_.clear();
    if (isRequest(typed)) {
        offered_ = typed;
    } else if (!typed.isEmpty()) {
        choices_.setSearch(typed);
        if (choices_.rowCount() > 0) offered_ = words::fromUtf8(canonicalText(choices_.at(choices_.index(0))));
    }
    add_->setVisible(!offered_.isEmpty());
    const QByteArray utf8 = offered_.toUtf8();
    const QString shown = displayText({utf8.constData(), static_cast<std::size_t>(utf8.size())}).text;
    QString label = tr("Add %1 as a column").arg(add_->fontMetrics().elidedText(shown, Qt::ElideMiddle, addedWidth));
    add_->setText(label.replace(u'&', QStringLiteral("&&")));
    add_->setToolTip(toolTipMarkup(shown));
}

/// Only a path or a part has something behind a column's name.
bool ColumnsPopup::isRequest(const QString& words) const {
    const auto operand = operandOf(words.trimmed());
    if (!operand || operand->steps.empty()) return false;
    const std::vector<int> columns = arrangement_.all();
    return std::ranges::none_of(columns, [&](int column) { return arrangement_.operand(column) == words.trimmed(); });
}

void ColumnsPopup::request() {
    if (offered_.isEmpty()) return;
    const QString operand = offered_;
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
