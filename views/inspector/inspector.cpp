#include "views/inspector/inspector.h"

#include "models/words/words.h"
#include "views/inspector/comparisonpane.h"
#include "views/inspector/fieldsview.h"
#include "views/inspector/jsonview.h"
#include "views/inspector/leafactions.h"
#include "views/inspector/pathlabel.h"
#include "views/inspector/rawview.h"
#include "views/inspector/recordpane.h"
#include "views/inspector/searchline.h"
#include "views/parts/label.h"
#include "views/parts/panelhead.h"
#include "views/parts/strip.h"
#include "views/style/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

bool isFindKey(const QKeyEvent& key) {
    return key.matches(QKeySequence::Find) || key.matches(QKeySequence::FindNext) ||
           key.matches(QKeySequence::FindPrevious);
}

} // namespace

Inspector::Inspector(QWidget* parent)
    : QWidget(parent), cellPart_(new QWidget(this)), comparison_(new ComparisonPane(this)),
      head_(new PanelHead({}, cellPart_)), asFields_(toggleButton(tr("Table"), head_)),
      asTree_(toggleButton(tr("Tree"), head_)), asRaw_(toggleButton(tr("Raw"), head_)),
      find_(iconButton(u"search"_s, tr("Search in the cell"), head_)), path_(new PathLabel(cellPart_)),
      copyPath_(iconButton(u"copy"_s, tr("Copy path"), cellPart_)), search_(new SearchLine(cellPart_)),
      broken_(new Strip(u"error"_s, Ink::Error, &Tokens::errorBg, cellPart_)),
      note_(new Strip(u"info"_s, Ink::Accent, &Tokens::accentSoft, cellPart_)), pages_(new QStackedWidget(cellPart_)),
      tree_(new JsonView(inspection_.tree(), pages_)), fields_(new FieldsView(inspection_.tree(), pages_)),
      raw_(new RawView(pages_)), actions_(new LeafActions(cellPart_)), record_(new RecordPane(this)) {
    build();
    connectParts();
    hideCell();
}

void Inspector::build() {
    for (QPushButton* toggle : {asFields_, asTree_, asRaw_})
        head_->addTool(toggle);
    head_->addTool(find_);
    auto* pathLine = new QHBoxLayout;
    pathLine->setContentsMargins(metrics::padding, metrics::unit, metrics::gap, metrics::unit);
    pathLine->addWidget(path_, 1);
    pathLine->addWidget(copyPath_);
    search_->hide();
    broken_->setWrapping();
    note_->setWrapping();
    pages_->addWidget(tree_);
    pages_->addWidget(fields_);
    pages_->addWidget(raw_);

    auto* inCell = new QVBoxLayout(cellPart_);
    inCell->setContentsMargins(0, 0, 0, 0);
    inCell->setSpacing(0);
    inCell->addWidget(head_);
    inCell->addLayout(pathLine);
    inCell->addWidget(search_);
    inCell->addWidget(broken_);
    inCell->addWidget(note_);
    inCell->addWidget(pages_, 1);
    inCell->addWidget(actions_);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(cellPart_);
    split->addWidget(comparison_);
    comparison_->hide();
    split->addWidget(record_);
    split->setSizes({360, 360, 400});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void Inspector::connectParts() {
    connect(asTree_, &QPushButton::clicked, this, [this] { choose(Page::Tree); });
    connect(asFields_, &QPushButton::clicked, this, [this] { choose(Page::Fields); });
    connect(asRaw_, &QPushButton::clicked, this, [this] { choose(Page::Raw); });
    connect(find_, &QToolButton::clicked, search_, &SearchLine::open);
    connect(copyPath_, &QToolButton::clicked, this, &Inspector::copyPath);
    for (ValueView* view : {static_cast<ValueView*>(tree_), static_cast<ValueView*>(fields_)}) {
        connect(view, &ValueView::valueChosen, this, &Inspector::valueChosen);
        connect(view, &ValueView::refused, this, &Inspector::said);
    }
    connect(comparison_, &ComparisonPane::said, this, &Inspector::said);
    connect(&inspection_, &JsonInspection::ready, this, &Inspector::cellReady);
    connect(&inspection_, &JsonInspection::found, this, &Inspector::showHits);
    connect(&inspection_, &JsonInspection::refused, this, [this] {
        if (inspection_.cell() == nullptr)
            note_->setWords({}, words::noMemory()); // in the place of what was being read
        else
            Q_EMIT said(words::noMemory());
    });
    connect(search_, &SearchLine::searched, &inspection_, &JsonInspection::find);
    connect(search_, &SearchLine::stepped, this, &Inspector::step);
    connect(search_, &SearchLine::closed, this, [this] {
        inspection_.find({});
        pages_->currentWidget()->setFocus(Qt::OtherFocusReason);
    });
}

void Inspector::showCell(InspectedCell cell) {
    const bool same = !cellPart_->isHidden() && cell.row == cell_.row && cell.operand == cell_.operand &&
                      cell.cell.bytes.data() == cell_.cell.bytes.data() && cell.cell.keeper == cell_.cell.keeper;
    if (same) return; // another column of the row became current
    cell_ = std::move(cell);
    comparison_->hide();
    cellPart_->show();
    head_->setTitle(cell_.title);
    head_->setFact(tr("row %1").arg(cell_.row));
    path_->setPath(cell_.operand);
    broken_->hide();
    note_->hide();
    hits_ = {};
    hit_ = -1;
    inspection_.show(cell_.cell, cell_.operand);
    if (!inspection_.isReading()) return;
    pages_->hide();
    actions_->setValue({}, false);
    note_->show();
    note_->setWords(tr("Reading %1 of JSON.").arg(words::byteCount(cell_.cell.bytes.size())), {});
}

void Inspector::cellReady() {
    const JsonCell& cell = *inspection_.cell();
    rawFilled_ = false;
    pages_->show();
    sayWhatIsOdd(cell);
    const bool unreadable = !cell.hasTree() || cell.brokenAt().has_value();
    const bool settings = tree_->model()->index(0, 0).data(JsonFieldsRole).toBool();
    asTree_->setEnabled(cell.hasTree());
    find_->setEnabled(true);
    valueChosen(tree_->currentIndex());
    if (unreadable)
        turnTo(Page::Raw);
    else if (settings)
        turnTo(chosen_.value_or(Page::Fields));
    else
        turnTo(chosen_ == Page::Raw ? Page::Raw : Page::Tree);
    if (!search_->text().isEmpty()) inspection_.find(search_->text());
}

void Inspector::sayWhatIsOdd(const JsonCell& cell) {
    const auto error = cell.brokenAt();
    broken_->setVisible(error.has_value());
    if (error) broken_->setWords(tr("Not JSON."), words::sentence(*error, cell_.cell.bytes));
    QStringList notes;
    if (!cell.hasTree()) notes << tr("Cells beyond %1 have no tree.").arg(words::byteCount(JsonCell::longestTree));
    if (cell.isCut())
        notes << tr("Raw shows the first %1 of %2.")
                     .arg(words::byteCount(static_cast<std::uint64_t>(cell.shownText().text().toUtf8().size())),
                          words::byteCount(cell.bytes()));
    note_->setVisible(!notes.isEmpty());
    note_->setWords({}, notes.join(u' '));
}

void Inspector::compare(const QString& title, std::vector<ComparedCell> cells, int chosen) {
    hideCell();
    comparison_->show(title, std::move(cells), chosen);
}

void Inspector::hideCell() {
    comparison_->hide();
    inspection_.clear();
    cell_ = {};
    raw_->setRawText({}, {});
    cellPart_->hide();
}

void Inspector::choose(Page page) {
    chosen_ = page;
    turnTo(page);
}

void Inspector::turnTo(Page page) {
    const JsonCell* cell = inspection_.cell();
    if (cell == nullptr) return;
    page_ = page;
    if (page == Page::Raw && !rawFilled_) { // laying it out takes its time: only when it is looked at
        raw_->setRawText(cell->shownText(), cell->breakInShown());
        raw_->setMatches(hits_.raw, hits_.text.size());
        rawFilled_ = true;
    }
    QPushButton* const toggles[] = {asTree_, asFields_, asRaw_};
    toggles[static_cast<std::size_t>(page)]->setChecked(true);
    pages_->setCurrentIndex(static_cast<int>(page));
    actions_->setVisible(page != Page::Raw);
    hit_ = -1;
    search_->setCount(hit_, hitCount());
}

/// The table shows the settings that the value is, or lies in; those of the whole cell if there are none.
void Inspector::valueChosen(const QModelIndex& value) {
    const QString path = value.data(JsonPathRole).toString();
    path_->setPath(path.isEmpty() ? cell_.operand : path);
    copyPath_->setEnabled(!path.isEmpty());
    actions_->setValue(value, inspection_.cell() == nullptr || inspection_.cell()->brokenAt().has_value());
    QModelIndex array = value;
    while (array.isValid() && !array.data(JsonFieldsRole).toBool())
        array = array.parent();
    if (page_ != Page::Fields || !fields_->hasFocus()) fields_->fields().setArray(array);
    asFields_->setVisible(fields_->fields().rowCount() > 0);
}

void Inspector::copyPath() {
    QApplication::clipboard()->setText(path_->path());
    Q_EMIT said(tr("Path copied."));
}

qsizetype Inspector::hitCount() const {
    return static_cast<qsizetype>(page_ == Page::Raw ? hits_.raw.size() : hits_.nodes.size());
}

void Inspector::showHits(const JsonHits& hits) {
    hits_ = hits;
    hit_ = -1;
    tree_->setNeedle(hits.text);
    fields_->setNeedle(hits.text);
    if (rawFilled_) raw_->setMatches(hits.raw, hits.text.size());
    search_->setCount(hit_, hitCount());
    if (hitCount() > 0) step(1);
}

void Inspector::step(int by) {
    const qsizetype all = hitCount();
    if (all == 0) return;
    if (page_ == Page::Fields) turnTo(Page::Tree);
    hit_ = hit_ < 0 ? (by > 0 ? 0 : all - 1) : (hit_ + by + all) % all;
    search_->setCount(hit_, all);
    const auto at = static_cast<std::size_t>(hit_);
    if (page_ == Page::Raw) return raw_->showMatch(at);
    const QModelIndex found = inspection_.tree().find(hits_.nodes[at]);
    tree_->setCurrentIndex(found);
    tree_->scrollTo(found);
}

bool Inspector::event(QEvent* event) {
    // Within the inspector these keys are its own, whatever the menus do with them.
    if (event->type() == QEvent::ShortcutOverride && !cellPart_->isHidden() &&
        isFindKey(static_cast<const QKeyEvent&>(*event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Inspector::keyPressEvent(QKeyEvent* event) {
    if (cellPart_->isHidden() || !isFindKey(*event)) return QWidget::keyPressEvent(event);
    if (event->matches(QKeySequence::Find)) return search_->open();
    step(event->matches(QKeySequence::FindNext) ? 1 : -1);
}

void Inspector::hideEvent(QHideEvent* event) {
    inspection_.tree().hideRevealed();
    QWidget::hideEvent(event);
}

} // namespace idscope
