#include "views/dialogs/keepingdialog.h"

#include "models/words/words.h"
#include "views/parts/focusring.h"
#include "views/parts/label.h"
#include "views/style/metrics.h"

#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace idscope {

namespace {

constexpr int highest = 9999;

QSpinBox* numberField(int value, const QString& name, QWidget* parent) {
    auto* field = new QSpinBox(parent);
    field->setRange(1, highest);
    field->setValue(value);
    field->setAccessibleName(name);
    return field;
}

} // namespace

KeepingDialog::KeepingDialog(const Retention& rule, QWidget* parent)
    : QDialog(parent), newest_(numberField(10, tr("Number of snapshots"), this)),
      days_(numberField(90, tr("Number of days"), this)), summary_(new PlainLabel(FontRole::Body, this)),
      list_(new QPlainTextEdit(this)), apply_(new QPushButton(tr("Keep"), this)) {
    setWindowTitle(tr("How long snapshots are kept"));
    kinds_ = {new QRadioButton(tr("&All of them"), this),
              new QRadioButton(tr("The &newest of each resource and integration:"), this),
              new QRadioButton(tr("Those of the last &days:"), this)};
    if (rule.kind == Retention::Kind::Newest) newest_->setValue(rule.count);
    if (rule.kind == Retention::Kind::Days) days_->setValue(rule.count);
    kinds_[static_cast<std::size_t>(rule.kind)]->setChecked(true);

    auto* choices = new QGridLayout;
    choices->setHorizontalSpacing(metrics::gap);
    choices->setVerticalSpacing(metrics::gap);
    for (int row = 0; row < static_cast<int>(kinds_.size()); ++row)
        choices->addWidget(kinds_[static_cast<std::size_t>(row)], row, 0);
    choices->addWidget(newest_, 1, 1);
    choices->addWidget(days_, 2, 1);
    choices->setColumnStretch(2, 1);
    auto* note = new PlainLabel(tr("It holds from now on, after every fetch. What is open in a window and what you "
                                   "opened from files is always kept. What is removed can’t be brought back."),
                                FontRole::Small, this);
    note->setMuted();
    note->setWordWrap(true);
    summary_->setWordWrap(true);
    list_->setReadOnly(true);
    list_->setTabChangesFocus(true);
    list_->setLineWrapMode(QPlainTextEdit::NoWrap);
    list_->setFixedHeight(6 * metrics::row(fontMetrics()));
    list_->setAccessibleName(tr("Snapshots that are removed"));
    new FocusRing(*list_);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    apply_->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::gap);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(apply_);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::blockGap, metrics::blockGap, metrics::blockGap, metrics::blockGap);
    layout->setSpacing(metrics::padding);
    layout->addLayout(choices);
    layout->addWidget(note);
    layout->addWidget(summary_);
    layout->addWidget(list_);
    layout->addLayout(buttons);
    setMinimumWidth(480);

    for (QRadioButton* kind : kinds_)
        connect(kind, &QRadioButton::toggled, this, [this](bool on) {
            if (on) changed();
        });
    for (QSpinBox* number : {newest_, days_})
        connect(number, &QSpinBox::valueChanged, this, &KeepingDialog::changed);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(apply_, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(this->rule());
        accept();
    });
    newest_->setEnabled(rule.kind == Retention::Kind::Newest);
    days_->setEnabled(rule.kind == Retention::Kind::Days);
    showPlan({}, 0);
}

Retention KeepingDialog::rule() const {
    if (kinds_[1]->isChecked()) return {.kind = Retention::Kind::Newest, .count = newest_->value()};
    if (kinds_[2]->isChecked()) return {.kind = Retention::Kind::Days, .count = days_->value()};
    return {};
}

void KeepingDialog::showPlan(const QStringList& lines, quint64 bytes) {
    summary_->setText(lines.isEmpty() ? tr("Nothing is removed now.")
                                      : tr("%n snapshots are removed now, %1:", nullptr, static_cast<int>(lines.size()))
                                            .arg(words::byteCount(bytes)));
    list_->setPlainText(lines.join(u'\n'));
    list_->setVisible(!lines.isEmpty());
    apply_->setText(lines.isEmpty() ? tr("Keep so") : tr("Remove and keep so"));
    apply_->setEnabled(true);
}

void KeepingDialog::changed() {
    newest_->setEnabled(kinds_[1]->isChecked());
    days_->setEnabled(kinds_[2]->isChecked());
    apply_->setEnabled(false); // not before it is known what is removed
    Q_EMIT ruleChanged(rule());
}

} // namespace idscope
