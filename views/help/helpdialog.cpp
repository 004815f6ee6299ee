#include "views/help/helpdialog.h"

#include "models/items/displaytext.h"
#include "views/parts/focusring.h"
#include "views/parts/label.h"
#include "views/style/fonts.h"
#include "views/style/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace idscope {

namespace {

enum Column : int { WhatColumn, MeaningColumn };

constexpr int widest = 960;
constexpr int linesAtFirst = 24;

/// For every line to be seen whole.
int neededWidth(const std::vector<HelpSection>& sections) {
    const QFontMetrics mono(fontFor(FontRole::Mono));
    const QFontMetrics body(fontFor(FontRole::Body));
    int what = 0;
    int meaning = 0;
    for (const HelpSection& section : sections)
        for (const HelpSection::Line& line : section.lines) {
            what = std::max(what, mono.horizontalAdvance(line.what));
            meaning = std::max(meaning, body.horizontalAdvance(line.meaning));
        }
    const int around = 2 * metrics::blockGap + metrics::padding + 4 * metrics::cellPadding + metrics::scrollBar;
    return what + meaning + around;
}

} // namespace

HelpDialog::HelpDialog(const QString& title, const std::vector<HelpSection>& sections, QWidget* parent)
    : QDialog(parent), field_(new QLineEdit(this)), list_(new QTreeWidget(this)),
      none_(new PlainLabel(tr("No line holds this text."), FontRole::Body, this)) {
    setWindowTitle(title);
    field_->setPlaceholderText(tr("Search"));
    field_->setAccessibleName(tr("Search"));
    list_->setAccessibleName(title);
    list_->setColumnCount(2);
    list_->setHeaderHidden(true);
    list_->setRootIsDecorated(false);
    list_->setItemsExpandable(false);
    list_->setIndentation(metrics::padding);
    list_->setUniformRowHeights(true);
    new FocusRing(*list_);
    for (const HelpSection& section : sections)
        add(section);
    list_->expandAll();
    list_->header()->setSectionResizeMode(WhatColumn, QHeaderView::ResizeToContents);
    none_->setMuted();
    auto* close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::blockGap, metrics::blockGap, metrics::blockGap, metrics::blockGap);
    layout->setSpacing(metrics::padding);
    layout->addWidget(field_);
    layout->addWidget(none_);
    layout->addWidget(list_, 1);
    layout->addWidget(close, 0, Qt::AlignRight);
    resize(std::min(neededWidth(sections), widest), linesAtFirst * metrics::row(fontMetrics()));
    connect(field_, &QLineEdit::textChanged, this, &HelpDialog::search);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* copy = new QShortcut(QKeySequence::Copy, list_);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &HelpDialog::copyCurrent);
    search({});
}

void HelpDialog::add(const HelpSection& section) {
    auto* title = new QTreeWidgetItem(list_, {section.title});
    title->setFlags(Qt::ItemIsEnabled);
    title->setFirstColumnSpanned(true);
    title->setFont(WhatColumn, fontFor(FontRole::BodyBold));
    for (const HelpSection::Line& line : section.lines) {
        auto* item = new QTreeWidgetItem(title, {line.what, line.meaning});
        item->setFont(WhatColumn, fontFor(FontRole::Mono));
        item->setToolTip(MeaningColumn, toolTipMarkup(line.meaning));
    }
}

/// A title is found with all that stands under it.
void HelpDialog::search(const QString& text) {
    const auto holds = [&text](const QString& line) { return line.contains(text, Qt::CaseInsensitive); };
    QTreeWidgetItem* first = nullptr;
    for (int i = 0; i < list_->topLevelItemCount(); ++i) {
        QTreeWidgetItem& title = *list_->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < title.childCount(); ++j) {
            QTreeWidgetItem& line = *title.child(j);
            const bool found =
                holds(title.text(WhatColumn)) || holds(line.text(WhatColumn)) || holds(line.text(MeaningColumn));
            line.setHidden(!found);
            any = any || found;
            if (found && first == nullptr) first = &line;
        }
        title.setHidden(!any);
    }
    list_->setVisible(first != nullptr);
    none_->setVisible(first == nullptr);
    if (first != nullptr) list_->setCurrentItem(first);
}

void HelpDialog::copyCurrent() const {
    if (const QTreeWidgetItem* line = list_->currentItem()) QApplication::clipboard()->setText(line->text(WhatColumn));
}

} // namespace idscope
