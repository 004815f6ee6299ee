#include "views/resourcepage/savestrip.h"

#include "models/items/tablesession.h"
#include "models/words/words.h"
#include "views/parts/strip.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace idscope {

using namespace Qt::StringLiterals;

SaveStrip::SaveStrip(TableSession& session, QWidget* parent)
    : QWidget(parent), session_(session), progress_(new Strip(u"download"_s, Ink::Accent, &Tokens::accentSoft, this)),
      formulas_(new Strip(u"warning"_s, Ink::Warn, &Tokens::warnBg, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(progress_);
    layout->addWidget(formulas_);
    const QPushButton* cancel = progress_->addButton({}, tr("Cancel"));
    const QPushButton* again = formulas_->addButton({}, tr("Save for spreadsheets…"));
    const QPushButton* dismiss = formulas_->addButton({}, tr("Dismiss"));
    connect(cancel, &QPushButton::clicked, &session_, &TableSession::cancelSaving);
    connect(again, &QPushButton::clicked, this, &SaveStrip::spreadsheetRequested);
    connect(dismiss, &QPushButton::clicked, formulas_, &QWidget::hide);
    connect(&session_, &TableSession::savingProgress, this, &SaveStrip::showProgress);
    connect(&session_, &TableSession::saveEnded, this, &SaveStrip::showResult);
    progress_->hide();
    formulas_->hide();
}

void SaveStrip::showProgress(quint64 rows, quint64 rowsInAll) {
    formulas_->hide();
    progress_->show();
    progress_->setShare(rowsInAll > 0 ? static_cast<double>(rows) / static_cast<double>(rowsInAll) : -1);
    progress_->setWords(tr("Saving."), tr("%1 of %2 rows written.").arg(words::number(rows), words::number(rowsInAll)));
}

void SaveStrip::showResult(const SaveResult& result) {
    progress_->hide();
    const auto formulas = static_cast<int>(result.written.formulas);
    formulas_->setVisible(formulas > 0);
    formulas_->setWords(tr("Saved exactly."),
                        tr("%Ln cells begin as formulas do: a spreadsheet would run them.", nullptr, formulas));
}

} // namespace idscope
