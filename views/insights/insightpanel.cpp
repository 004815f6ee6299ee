#include "views/insights/insightpanel.h"

#include "models/items/displaytext.h"
#include "models/words/insightwords.h"
#include "models/words/words.h"
#include "views/filter/highlighter.h"
#include "views/insights/conditiondelegate.h"
#include "views/inspector/rawview.h"
#include "views/labels/chipbutton.h"
#include "views/parts/focusring.h"
#include "views/parts/iconnote.h"
#include "views/parts/label.h"
#include "views/parts/panelhead.h"
#include "views/style/metrics.h"
#include "views/style/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace idscope {

using namespace Qt::StringLiterals;

namespace {

QString cellText(const Table& table, RowId row, std::string_view column) {
    const auto found = table.find(column);
    return found ? displayText(table.cell(row, *found)).text : QString();
}

} // namespace

InsightPanel::InsightPanel(QWidget* parent)
    : QWidget(parent), head_(new PanelHead(tr("Insight"), this)), asTree_(toggleButton(tr("Tree"), head_)),
      asRaw_(toggleButton(tr("Raw"), head_)), name_(new PlainLabel(FontRole::BodyBold, this)),
      description_(new PlainLabel(FontRole::Small, this)), changed_(new PlainLabel(FontRole::Small, this)),
      labels_(new QWidget(this)), labelRow_(new QHBoxLayout(labels_)), pages_(new QStackedWidget(this)),
      tree_(new QTreeView(pages_)), raw_(new RawView(pages_)),
      filterHead_(new PanelHead(tr("As a filter on relations"), this)), filter_(new QPlainTextEdit(this)),
      highlighter_(new FilterHighlighter(filter_->document())), note_(new IconNote(this)),
      apply_(new QPushButton(tr("Apply to relations"), this)), target_(new QPushButton(this)),
      targets_(new QMenu(target_)) {
    build();
    connect(asRaw_, &QPushButton::toggled, this, &InsightPanel::showRaw);
    connect(apply_, &QPushButton::clicked, this, [this] { Q_EMIT applyRequested(filter_->toPlainText()); });
    clear();
}

void InsightPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) highlighter_->setTokens(tokensOf(palette()));
}

/// The conditions take what is left: what scrolls the panel gives it room for few of them, no more.
int InsightPanel::heightForWidth(int width) const {
    return layout()->totalMinimumHeightForWidth(width);
}

void InsightPanel::build() {
    highlighter_->setTokens(tokensOf(palette()));
    asTree_->setChecked(true);
    head_->addTool(asTree_);
    head_->addTool(asRaw_);
    for (PlainLabel* label : {name_, description_, changed_}) {
        label->setWordWrap(true);
        label->setContentsMargins(metrics::padding, 0, metrics::padding, 0);
    }
    description_->setMuted();
    changed_->setMuted();
    labelRow_->setContentsMargins(metrics::padding, metrics::gap, metrics::padding, 0);
    labelRow_->setSpacing(metrics::unit);
    tree_->setModel(&model_);
    tree_->setItemDelegate(new ConditionDelegate(tree_));
    tree_->setHeaderHidden(true);
    tree_->setIndentation(metrics::blockGap);
    tree_->setAccessibleName(tr("Conditions"));
    tree_->setFrameShape(QFrame::NoFrame);
    new FocusRing(*tree_);
    constexpr int fewest = 4;
    pages_->setMinimumHeight(fewest * metrics::treeRow(fontMetrics()));
    pages_->addWidget(tree_);
    pages_->addWidget(raw_);
    filter_->setReadOnly(true);
    filter_->setFont(fontFor(FontRole::Mono));
    filter_->setAccessibleName(tr("The insight as a filter"));
    filter_->setFrameShape(QFrame::NoFrame);
    filter_->setTabChangesFocus(true);
    new FocusRing(*filter_);
    filter_->document()->setDocumentMargin(metrics::padding);
    filter_->setFixedHeight(QFontMetrics(filter_->font()).lineSpacing() * 4 + 2 * metrics::padding);
    QToolButton* copy = iconButton(u"copy"_s, tr("Copy the filter"), filterHead_);
    connect(copy, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText(filter_->toPlainText());
        Q_EMIT said(tr("Copied the filter."));
    });
    filterHead_->addTool(copy);
    apply_->setAutoDefault(false);
    apply_->setDefault(true);
    target_->setAutoDefault(false);
    target_->setMenu(targets_);
    target_->setAccessibleName(tr("Relations to apply it to"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head_);
    layout->addSpacing(metrics::padding);
    for (PlainLabel* label : {name_, description_, changed_})
        layout->addWidget(label);
    layout->addWidget(labels_);
    layout->addSpacing(metrics::gap);
    layout->addWidget(pages_, 1);
    layout->addWidget(filterHead_);
    layout->addWidget(filter_);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(metrics::padding, 0, metrics::padding, metrics::padding);
    below->setSpacing(metrics::padding);
    below->addWidget(note_);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gap);
    buttons->addWidget(apply_);
    buttons->addWidget(target_);
    buttons->addStretch(1);
    below->addLayout(buttons);
    layout->addLayout(below);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void InsightPanel::showInsight(const TablePtr& insights, RowId row) {
    const auto filter = insights->find("entity filter");
    json_ = filter ? KeptText{insights->cell(row, *filter), insights} : KeptText::of({});
    head_->setFact(cellText(*insights, row, "id"));
    name_->setText(cellText(*insights, row, "name"));
    description_->setText(cellText(*insights, row, "description"));
    description_->setVisible(!description_->text().isEmpty());
    const QString by = cellText(*insights, row, "updated by");
    const QString when = cellText(*insights, row, "updated at");
    changed_->setText(by.isEmpty() ? tr("Updated %1", "time").arg(when)
                                   : tr("Updated %1 by %2", "time, person").arg(when, by));
    changed_->setVisible(!when.isEmpty());
    model_.clear();
    setFilter({});
    asTree_->setEnabled(true);
    asRaw_->setEnabled(true);
    showRaw(asRaw_->isChecked());
}

void InsightPanel::clear() {
    model_.clear();
    json_ = KeptText::of({});
    head_->setFact({});
    for (PlainLabel* label : {name_, description_, changed_}) {
        label->setText({});
        label->hide();
    }
    name_->show();
    name_->setText(tr("No insight is chosen."));
    asTree_->setEnabled(false);
    asRaw_->setEnabled(false);
    raw_->setRawText({}, {});
    setLabels({}, {});
    setFilter({});
    note_->setHint(u"info"_s, Ink::Muted, {});
}

void InsightPanel::setLabels(const std::vector<NamedLabel>& labels, const QString& note) {
    emptyLayout(*labelRow_);
    for (std::size_t i = 0; i < std::min(labels.size(), mostLabels); ++i) {
        auto* chip = new ChipButton(labels[i].name, labels[i].light, labels[i].dark, labels_);
        connect(chip, &QAbstractButton::clicked, this, [this, i] { Q_EMIT labelChosen(static_cast<int>(i)); });
        labelRow_->addWidget(chip);
    }
    if (!note.isEmpty()) {
        auto* words = new PlainLabel(note, FontRole::Small, labels_);
        words->setInk(Ink::Warn);
        words->setWordWrap(true);
        labelRow_->addWidget(words, 1);
    } else {
        labelRow_->addStretch(1);
    }
    labels_->setVisible(!labels.empty() || !note.isEmpty());
}

void InsightPanel::setTranslation(InsightTranslation translation) {
    const Coverage coverage = translation.coverage;
    const QString text = translation.expression ? words::fromUtf8(canonicalText(*translation.expression)) : QString();
    const QString sentence = words::sentence(translation);
    model_.show(std::move(translation));
    tree_->expandAll();
    if (model_.rowCount() > 0) tree_->setCurrentIndex(model_.index(0, 0));
    setFilter(text);
    apply_->setEnabled(coverage != Coverage::Nothing);
    const bool whole = coverage == Coverage::Same;
    note_->setHint(whole ? u"check"_s : u"warning"_s, whole ? Ink::Ok : Ink::Warn, sentence);
}

void InsightPanel::setReason(const QString& sentence) {
    setFilter({});
    note_->setHint(u"info"_s, Ink::Muted, sentence);
}

void InsightPanel::setFilter(const QString& text) {
    filter_->setPlainText(text);
    apply_->setEnabled(!text.isEmpty());
}

void InsightPanel::setTargets(const QStringList& names, int current) {
    targets_->clear();
    for (qsizetype i = 0; i < names.size(); ++i) {
        QString name = names[i];
        QAction* action = targets_->addAction(name.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(i == current);
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT targetChosen(static_cast<int>(i)); });
    }
    QString name = current >= 0 && current < names.size() ? names[current] : QString();
    target_->setText(name.replace(u'&', u"&&"_s));
    target_->setVisible(!names.isEmpty());
}

void InsightPanel::showRaw(bool raw) {
    pages_->setCurrentWidget(raw ? static_cast<QWidget*>(raw_) : tree_);
    if (!raw) return;
    const JsonCell cell(json_);
    raw_->setRawText(cell.shownText(), cell.breakInShown());
}

} // namespace idscope
