#include "views/filter/filterrow.h"

#include "models/filter/filterstate.h"
#include "models/items/tablemodel.h"
#include "models/words/words.h"
#include "views/filter/columnfilterfield.h"
#include "views/style/metrics.h"
#include "views/table/columnarrangement.h"
#include "views/table/tableview.h"

#include <QEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>
#include <iterator>

namespace idscope {

namespace {

constexpr int around = 3; ///< a field, px

} // namespace

FilterRow::FilterRow(TableView& table, FilterState& state)
    : QObject(&table), table_(table), state_(state), band_(new QWidget(&table)), frozen_(new QWidget(&table)) {
    ColumnHeader& header = table.columns();
    header.installEventFilter(this);
    later_.setSingleShot(true);
    later_.setInterval(0);
    connect(&later_, &QTimer::timeout, this, &FilterRow::place);
    connect(&header, &QHeaderView::sectionResized, this, &FilterRow::placeSoon);
    connect(&header, &QHeaderView::sectionMoved, this, &FilterRow::placeSoon);
    connect(&header, &QHeaderView::sectionCountChanged, this, &FilterRow::placeSoon);
    connect(table.horizontalScrollBar(), &QScrollBar::valueChanged, this, &FilterRow::placeSoon);
    connect(&table.arrangement(), &ColumnArrangement::arranged, this, &FilterRow::placeSoon);
    connect(&state, &FilterState::changed, this, &FilterRow::showState);
    for (QWidget* band : {band_, frozen_}) {
        band->setAutoFillBackground(true);
        band->setBackgroundRole(QPalette::Window);
        band->hide();
    }
    setShown(true);
}

void FilterRow::setShown(bool shown) {
    shown_ = shown;
    table_.columns().setRoomBelow(shown ? metrics::header(table_.columns().fontMetrics()) : 0);
    place();
    Q_EMIT shownChanged(shown);
}

std::optional<Operand> FilterRow::operandOf(int column) const {
    const auto* rows = qobject_cast<const TableModel*>(table_.model());
    if (rows == nullptr || !state_.table() || column < 0 || column >= rows->columnCount()) return std::nullopt;
    Operand operand = rows->operand(column);
    if (operand.column.value >= state_.table()->columnCount()) return std::nullopt; // the rows are those of one before
    return operand;
}

ColumnFilterField* FilterRow::field(int column) {
    if (later_.isActive()) place();
    const auto found = fields_.find(column);
    return found != fields_.end() && found->second.widget->isVisible() ? found->second.widget : nullptr;
}

ColumnFilterField* FilterRow::newField(int column) {
    auto* field = new ColumnFilterField(band_);
    // Who types sees where.
    connect(field, &ColumnFilterField::entered, this, [this, column] { reveal(column); });
    connect(field, &QLineEdit::textEdited, this, [this, column] { reveal(column); });
    connect(field, &ColumnFilterField::applied, this, [this, column](bool typed) { apply(column, typed); });
    connect(field, &ColumnFilterField::stepRequested, this, [this, column](int by) { step(column, by); });
    connect(field, &ColumnFilterField::left, this, [this] { table_.setFocus(Qt::OtherFocusReason); });
    connect(field, &ColumnFilterField::valuesRequested, this,
            [this, field, column] { Q_EMIT valuesRequested(column, field->mapToGlobal(QPoint(0, field->height()))); });
    return field;
}

void FilterRow::place() {
    if (placing_) return placeSoon(); // a field that goes hands the keyboard on
    const QScopedValueRollback placing(placing_, true);
    later_.stop();
    ColumnHeader& header = table_.columns();
    const ColumnArrangement& columns = table_.arrangement();
    if (table_.model() == nullptr) return; // it has gone before the view
    const bool there = shown_ && header.isVisible() && state_.table() != nullptr;
    band_->setVisible(there);
    frozen_->setVisible(there && columns.frozen() > 0);
    if (!there) return;

    const std::vector<int> frozen = columns.frozenColumns();
    int frozenWidth = 0;
    for (const int column : frozen)
        frozenWidth += header.sectionSize(column);
    frozenWidth = std::min(frozenWidth, table_.viewport()->width() * 3 / 4);
    const int room = header.roomBelow();
    const QRect whole(header.x(), header.y() + header.height() - room, header.width(), room - 1);
    const auto mirrored = [&](const QRect& frame, const QRect& place) {
        return QStyle::visualRect(table_.layoutDirection(), frame, place);
    };
    frozen_->setGeometry(mirrored(whole, {whole.x(), whole.y(), frozenWidth, whole.height()}));
    band_->setGeometry(mirrored(whole, whole.adjusted(frozenWidth, 0, 0, 0)));
    band_->raise();
    frozen_->raise();

    std::vector<int> placed;
    const std::vector<int> seen = onScreen(frozen);
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const int column = seen[i];
        const bool stays = i < frozen.size();
        QWidget& parent = stays ? *frozen_ : *band_;
        const int left = header.sectionPosition(column) - (stays ? 0 : header.offset() + frozenWidth);
        const int width = header.sectionSize(column);
        const auto operand = operandOf(column);
        if (left + width <= 0 || left >= parent.width() || !operand) continue;
        if (const auto known = fields_.find(column); known != fields_.end() && !isStill(column, known->second))
            drop(known);
        Field& here = fields_[column];
        if (here.widget == nullptr) here = {.widget = newField(column), .operand = *operand};
        ColumnFilterField* field = here.widget;
        if (field->parentWidget() != &parent) field->setParent(&parent);
        field->setColumn(columns.name(column));
        field->setGeometry(
            mirrored(parent.rect(), QRect(left, 0, width - 1, parent.height()).adjusted(around, 1, -around, -around)));
        field->show();
        placed.push_back(column);
    }
    dropFieldsBut(placed);
    orderForTab(placed);
    showState();
}

/// The frozen columns, and behind them those of the others that are on the screen.
std::vector<int> FilterRow::onScreen(std::vector<int> frozen) const {
    const ColumnHeader& header = table_.columns();
    const int end = header.viewport()->width() - 1;
    const int first = header.visualIndexAt(header.isRightToLeft() ? end : 0);
    const int last = header.visualIndexAt(header.isRightToLeft() ? 0 : end); // none: the columns end before
    if (first < 0) return frozen;
    const int behind = last < 0 ? header.count() : last + 1;
    const int begin = frozen.empty() ? first : std::max(first, header.visualIndex(frozen.back()) + 1);
    for (int visual = begin; visual < behind; ++visual)
        if (const int column = header.logicalIndex(visual); !header.isSectionHidden(column)) frozen.push_back(column);
    return frozen;
}

/// What is typed in a field that has the keyboard is not lost when its column leaves the screen: the field waits out of
/// sight.
void FilterRow::dropFieldsBut(const std::vector<int>& placed) {
    for (auto at = fields_.begin(); at != fields_.end();) {
        const auto& [column, field] = *at;
        const bool seen = std::ranges::find(placed, column) != placed.end();
        const bool waits =
            !seen && field.widget->hasFocus() && isStill(column, field) && table_.arrangement().isShown(column);
        if (waits) field.widget->move(field.widget->parentWidget()->width(), field.widget->y());
        at = seen || waits ? std::next(at) : drop(at);
    }
}

/// Returns the one behind.
std::map<int, FilterRow::Field>::iterator FilterRow::drop(std::map<int, Field>::iterator field) {
    // Applies what is typed in it: it has to be known until then. Qt would hand the keyboard to the next field.
    if (field->second.widget->hasFocus()) table_.setFocus(Qt::OtherFocusReason);
    field->second.widget->hide();
    field->second.widget->deleteLater(); // it may be what has led here
    order_.clear();
    return fields_.erase(field);
}

/// The fields follow the table in the order of its columns.
void FilterRow::orderForTab(const std::vector<int>& placed) {
    if (placed == order_) return;
    order_ = placed;
    QWidget* before = &table_;
    for (const int column : placed) {
        QWidget::setTabOrder(before, fields_[column].widget);
        before = fields_[column].widget;
    }
}

void FilterRow::showState() {
    if (!shown_ || !state_.table()) return;
    for (const auto& [column, field] : fields_) {
        if (!isStill(column, field)) continue;
        const FoundShorthand found = findShorthand(state_.parts(), field.operand, *state_.table());
        field.widget->showText(words::fromUtf8(found.text));
    }
}

void FilterRow::apply(int column, bool typed) {
    const Field& known = fields_.at(column);
    if (!isStill(column, known)) return;
    ColumnFilterField& field = *known.widget;
    const std::string text = field.text().toStdString();
    const auto parts = withShorthand(state_.parts(), text, known.operand, *state_.table());
    if (!parts) {
        field.setFault(words::sentence(parts.error(), text));
        return;
    }
    field.setFault({});
    state_.setParts(*parts, typed ? FilterState::Origin::Typed : FilterState::Origin::Made);
    if (!typed) state_.endStep();
}

void FilterRow::step(int column, int by) {
    const std::vector<int> shown = table_.arrangement().shown();
    const auto isThere = [&](std::ptrdiff_t place) { return place >= 0 && place < std::ssize(shown); };
    auto at = std::ranges::find(shown, column) - shown.begin() + by;
    // Frozen columns that there is no room for have no field that can be seen.
    while (isThere(at) && !focusColumn(shown[static_cast<std::size_t>(at)]))
        at += by;
    if (isThere(at)) return;
    if (at < 0) return table_.setFocus(Qt::BacktabFocusReason);
    if (const auto last = fields_.find(column); last != fields_.end()) leave(*last->second.widget);
}

/// To what follows the row in the window.
void FilterRow::leave(QWidget& last) {
    for (QWidget* next = last.nextInFocusChain(); next != &last; next = next->nextInFocusChain()) {
        const bool takes = (next->focusPolicy() & Qt::TabFocus) != 0 && next->isVisible() && next->isEnabled();
        if (takes && next->window() == last.window() && qobject_cast<ColumnFilterField*>(next) == nullptr)
            return next->setFocus(Qt::TabFocusReason);
    }
}

bool FilterRow::focusColumn(int column) {
    if (!operandOf(column)) return false;
    if (!shown_) setShown(true);
    reveal(column);
    ColumnFilterField* there = field(column);
    if (there == nullptr) return false;
    there->setFocus(Qt::TabFocusReason);
    there->selectAll();
    return true;
}

void FilterRow::reveal(int column) {
    if (later_.isActive()) place(); // how wide the bands are
    const ColumnHeader& header = table_.columns();
    if (!table_.arrangement().isFrozen(column)) {
        const int left = header.sectionPosition(column) - header.offset() - frozen_->width();
        const int beyond = left + header.sectionSize(column) - band_->width();
        QScrollBar& bar = *table_.horizontalScrollBar();
        bar.setValue(bar.value() + std::min(left, std::max(beyond, 0)));
    }
    place();
}

void FilterRow::openValues(int column) {
    focusColumn(column);
    if (ColumnFilterField* there = field(column)) Q_EMIT there->valuesRequested();
}

bool FilterRow::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
        placeSoon();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace idscope
