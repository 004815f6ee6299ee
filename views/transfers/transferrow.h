#pragma once

#include "models/items/transfermodel.h"
#include "views/style/tokens.h"

#include <QWidget>

class QPushButton;

namespace idscope {

class PhaseBar;
class PlainLabel;

/// One transfer: icon, what it fetches, its phases, words, and the one thing that can be done about it now.
class TransferRow final : public QWidget {
    Q_OBJECT
public:
    explicit TransferRow(const QModelIndex& transfer, QWidget* parent = nullptr);

    /// Shows the roles of TransferModel at an index.
    void show(const QModelIndex& transfer);

Q_SIGNALS:
    void cancelRequested(quint64 id);
    void retryRequested(quint64 id);
    void openRequested(quint64 id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void act();

    quint64 id_ = 0;
    TransferPhase phase_ = TransferPhase::Queued;
    PlainLabel* title_;
    PhaseBar* bar_;
    PlainLabel* state_;
    PlainLabel* facts_;
    PlainLabel* reason_;
    QPushButton* action_;
};

/// Icon and colour of a transfer's state.
struct TransferSign {
    QString icon;
    QColor color;
};
TransferSign signOf(TransferPhase phase, const Tokens& tokens);

} // namespace idscope
