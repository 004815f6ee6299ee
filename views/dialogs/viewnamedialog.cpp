#include "views/dialogs/viewnamedialog.h"

#include "models/savedview/savedview.h"
#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace idscope {

ViewNameDialog::ViewNameDialog(const QString& title, const QString& suggested, QStringList taken, QWidget* parent)
    : QDialog(parent), taken_(std::move(taken)), name_(new QLineEdit(suggested, this)),
      hint_(new PlainLabel(FontRole::Small, this)), save_(new QPushButton(tr("Save"), this)) {
    setWindowTitle(title);
    name_->setAccessibleName(tr("Name of the view"));
    name_->setPlaceholderText(tr("Name of the view"));
    name_->setMaxLength(SavedView::longestName);
    name_->selectAll();
    hint_->setMuted();
    hint_->setWordWrap(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    save_->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gap);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::blockGap, metrics::blockGap, metrics::blockGap, metrics::blockGap);
    layout->setSpacing(metrics::gap);
    layout->addWidget(name_);
    layout->addWidget(hint_);
    layout->addSpacing(metrics::gap);
    layout->addLayout(buttons);
    setMinimumWidth(420);
    connect(name_, &QLineEdit::textChanged, this, &ViewNameDialog::judge);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save_, &QPushButton::clicked, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT nameChosen(savedViewName(name_->text())); });
    judge();
}

void ViewNameDialog::judge() {
    const QString name = savedViewName(name_->text());
    save_->setEnabled(!name.isEmpty());
    hint_->setText(taken_.contains(name) ? tr("Takes the place of the view of this name.")
                                         : tr("Filter, order and columns are saved, and none of the rows."));
}

} // namespace idscope
