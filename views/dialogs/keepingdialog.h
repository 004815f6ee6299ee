#pragma once

#include "models/transfer/retention.h"

#include <QDialog>
#include <QStringList>

#include <array>

class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace idscope {

class PlainLabel;

/// Asks how long fetched snapshots are kept, and shows before what a choice removes. Open it with open().
class KeepingDialog final : public QDialog {
    Q_OBJECT
public:
    explicit KeepingDialog(const Retention& rule, QWidget* parent = nullptr);

    [[nodiscard]] Retention rule() const;
    /// What rule() would remove now, a line each.
    void showPlan(const QStringList& lines, quint64 bytes);

Q_SIGNALS:
    /// Another choice; showPlan() is the answer.
    void ruleChanged(const idscope::Retention& rule);
    void chosen(const idscope::Retention& rule);

private:
    void changed();

    std::array<QRadioButton*, 3> kinds_{};
    QSpinBox* newest_;
    QSpinBox* days_;
    PlainLabel* summary_;
    QPlainTextEdit* list_;
    QPushButton* apply_;
};

} // namespace idscope
