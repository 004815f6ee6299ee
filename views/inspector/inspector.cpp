#include "views/inspector/inspector.h"

#include "models/words/words.h"
#include "views/inspector/jsonview.h"
#include "views/inspector/pathlabel.h"
#include "views/inspector/recordpane.h"
#include "views/parts/label.h"
#include "views/parts/panelhead.h"
#include "views/parts/strip.h"
#include "views/style/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBlock>
#include <QToolButton>

namespace idscope {

using namespace Qt::StringLiterals;

Inspector::Inspector(QWidget* parent)
    : QWidget(parent), cellPart_(new QWidget(this)), head_(new PanelHead({}, cellPart_)),
      asTree_(flatButton(tr("Tree"), head_)), asRaw_(flatButton(tr("Raw"), head_)), path_(new PathLabel(cellPart_)),
      copyPath_(iconButton(u"copy"_s, tr("Copy path"), cellPart_)),
      broken_(new Strip(u"warning"_s, Ink::Error, &Tokens::errorBg, cellPart_)), pages_(new QStackedWidget(cellPart_)),
      tree_(new JsonView(model_, pages_)), raw_(new QPlainTextEdit(pages_)), record_(new RecordPane(this)) {
    for (QPushButton* toggle : {asTree_, asRaw_}) {
        toggle->setCheckable(true);
        toggle->setAutoExclusive(true);
        toggle->setFont(fontFor(FontRole::SmallBold));
        head_->addTool(toggle);
    }
    auto* pathLine = new QHBoxLayout;
    pathLine->setContentsMargins(metrics::padding, metrics::unit, metrics::gap, metrics::unit);
    pathLine->addWidget(path_, 1);
    pathLine->addWidget(copyPath_);
    broken_->setWrapping();
    raw_->setReadOnly(true);
    raw_->setFrameShape(QFrame::NoFrame);
    raw_->setFont(fontFor(FontRole::Mono));
    raw_->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    raw_->setAccessibleName(tr("Raw text of the cell"));
    raw_->document()->setDocumentMargin(metrics::padding);
    raw_->setTabChangesFocus(true);
    pages_->addWidget(tree_);
    pages_->addWidget(raw_);

    auto* inCell = new QVBoxLayout(cellPart_);
    inCell->setContentsMargins(0, 0, 0, 0);
    inCell->setSpacing(0);
    inCell->addWidget(head_);
    inCell->addLayout(pathLine);
    inCell->addWidget(broken_);
    inCell->addWidget(pages_, 1);
    auto* split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    split->addWidget(cellPart_);
    split->addWidget(record_);
    split->setSizes({360, 400});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    connect(asTree_, &QPushButton::clicked, this, [this] { showRaw(false); });
    connect(asRaw_, &QPushButton::clicked, this, [this] { showRaw(true); });
    connect(tree_, &JsonView::pathChanged, this, [this](const QString& path) {
        path_->setPath(path.isEmpty() ? cell_.operand : path);
        copyPath_->setEnabled(!path.isEmpty());
    });
    connect(copyPath_, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(path_->path()); });
    hideCell();
}

void Inspector::showCell(InspectedCell cell) {
    cell_ = std::move(cell);
    cellPart_->show();
    head_->setTitle(cell_.title);
    head_->setFact(tr("row %1").arg(cell_.row));
    path_->setPath(cell_.operand);
    raw_->clear();
    pages_->setVisible(cell_.tooLong == 0);
    if (cell_.tooLong != 0) return sayTooLong();
    model_.setCell(cell_.cell, cell_.operand);
    const auto error = model_.brokenAt();
    broken_->setVisible(error.has_value());
    if (error) broken_->setWords(tr("Not JSON."), words::sentence(*error, cell_.cell));
    const bool raw = wantsRaw_ || error.has_value();
    (raw ? asRaw_ : asTree_)->setChecked(true);
    turnTo(raw);
}

void Inspector::sayTooLong() {
    model_.clear();
    broken_->show();
    broken_->setWords(tr("Not shown."),
                      tr("%1 of JSON are too long to show here.").arg(words::byteCount(cell_.tooLong)));
}

void Inspector::hideCell() {
    model_.clear();
    cell_ = {};
    raw_->clear();
    cellPart_->hide();
}

void Inspector::showRaw(bool raw) {
    wantsRaw_ = raw;
    turnTo(raw);
}

void Inspector::turnTo(bool raw) {
    if (raw) fillRaw(); // laying out a long line takes its time: only when it is looked at
    pages_->setCurrentWidget(raw ? static_cast<QWidget*>(raw_) : tree_);
}

void Inspector::fillRaw() {
    raw_->setPlainText(cell_.masked);
    QList<QTextEdit::ExtraSelection> marks;
    if (const auto error = model_.brokenAt()) {
        // Secrets before the break have another length on screen; the mark then stands at the end of what is shown.
        const qsizetype at = words::fromUtf8(std::string_view(cell_.cell).substr(0, error->byte)).size();
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(raw_->document());
        mark.cursor.movePosition(QTextCursor::End);
        const int end = mark.cursor.position();
        mark.cursor.setPosition(std::min(static_cast<int>(at), end));
        mark.cursor.movePosition(mark.cursor.position() < end ? QTextCursor::Right : QTextCursor::Left,
                                 QTextCursor::KeepAnchor);
        const Tokens& t = tokensOf(palette());
        mark.format.setBackground(t.errorBg);
        mark.format.setForeground(t.error);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(t.error);
        marks.append(mark);
        raw_->setTextCursor(QTextCursor(raw_->document()->findBlock(mark.cursor.selectionStart())));
    }
    raw_->setExtraSelections(marks);
}

} // namespace idscope
